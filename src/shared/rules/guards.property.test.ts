import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Deal } from '#shared/domain/deal.ts'
import type { Instant } from '#shared/domain/time.ts'
import { refusalsOf } from './testing/deals.ts'
import { picker } from './testing/random-commands.ts'
import { CHANGING, COMPLETE } from './testing/situations.ts'
import { moment, story } from './testing/stories.ts'

const everyDeal = (claim: (deal: Deal, now: Instant) => void): void =>
  fc.assert(
    fc.property(fc.array(fc.nat(997), { maxLength: 120 }), fc.nat(997), (numbers, when) => {
      const { end, now } = story(numbers)
      claim(end, moment(end, now, picker([when]).pick))
    }),
    { numRuns: 300 },
  )
const codes = (deal: Deal, kind: keyof typeof COMPLETE, now: Instant) =>
  refusalsOf(deal, COMPLETE[kind], now).map(({ code }) => code)

test('3.2: a received deal is answered before anything else, and only in time', () => {
  everyDeal((deal, now) => {
    if (deal.status !== 'received') return
    const late = now >= deal.expiresAt!
    for (const { kind } of CHANGING) {
      const [first] = codes(deal, kind as keyof typeof COMPLETE, now)
      const answering = kind === 'accept' || kind === 'decline'
      expect(first).toBe(answering ? (late ? 'INVITATION_EXPIRED' : undefined) : 'NOT_ACTIVE')
    }
  })
})

test('3.2: an active deal is never answered again, always editable and may always be lost', () => {
  everyDeal((deal, now) => {
    if (deal.status !== 'accepted') return
    expect([codes(deal, 'accept', now), codes(deal, 'decline', now)]).toEqual([
      ['NOT_RECEIVED'],
      ['NOT_RECEIVED'],
    ])
    expect([codes(deal, 'edit', now), codes(deal, 'set-team', now), codes(deal, 'lose', now)]).toEqual([
      [],
      [],
      [],
    ])
    expect(codes(deal, 'win', now).length === 0).toBe(
      !deal.assessment || deal.stage === 'present-to-customer',
    )
  })
})

test('5.2: whether an active deal may ask Microsoft follows from its direction and parties alone', () => {
  everyDeal((deal, now) => {
    if (deal.status !== 'accepted') return
    const asked = deal.parties.some(({ kind }) => kind === 'microsoft')
    const inbound = deal.direction === 'inbound'
    expect(codes(deal, 'invite-microsoft', now)).toEqual([
      ...(deal.assessment ? ['SA_NO_INVITATIONS'] : []),
      ...(asked ? ['MICROSOFT_ALREADY_INVITED'] : []),
      ...(inbound && !asked ? ['INBOUND_CANNOT_INVITE_MICROSOFT'] : []),
    ])
  })
})

test('2.4: the favourite may be set on any deal at any moment', () => {
  everyDeal((deal, now) => {
    expect(codes(deal, 'set-favorite', now)).toEqual([])
  })
})

test('every refusal of a situation that something can mend names it', () => {
  const mended = [
    'NOT_ACTIVE',
    'INVITATION_EXPIRED',
    'DEAL_TERMINAL',
    'STAGE_NOT_AHEAD',
    'ASSESSMENT_STAGES_OPEN',
  ]
  everyDeal((deal, now) => {
    for (const command of CHANGING) {
      for (const { code, fix } of refusalsOf(deal, command, now)) {
        if (mended.includes(code)) expect(fix?.action).toBeDefined()
      }
    }
  })
})
