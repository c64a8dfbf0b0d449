import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Command } from '#shared/domain/command.ts'
import type { Deal } from '#shared/domain/deal.ts'
import type { ReviewOutcome } from '#shared/domain/registration.ts'
import type { AnyStage } from '#shared/domain/stages.ts'
import type { Instant } from '#shared/domain/time.ts'
import { taggedIn } from './commands/register.ts'
import { incentiveSolutions } from './registration.ts'
import {
  answer,
  correctStage,
  invitePartner,
  markStage,
  register,
  resubmit,
  review,
} from './testing/commands.ts'
import { refusalsOf } from './testing/deals.ts'
import { PARTNER, factsFor } from './testing/facts.ts'
import { picker } from './testing/random-commands.ts'
import { COMPLETE } from './testing/situations.ts'
import { moment, story } from './testing/stories.ts'
import { type Verdict, verdicts } from './verdicts.ts'

const choices = fc.array(fc.nat(997), { maxLength: 120 })

/** A complete command for the action a verdict is about. */
function commandFor(deal: Deal, { action, target }: Verdict): Command {
  switch (action) {
    case 'mark-stage':
      return markStage(target as AnyStage)
    case 'correct-stage':
      return correctStage(target as AnyStage)
    case 'record-answer': {
      const party = deal.parties.find(({ id }) => id === target)!
      return answer(party, party.status === 'accepted' ? 'won' : 'accepted')
    }
    case 'register':
    case 'resubmit': {
      const [earning] = incentiveSolutions(deal, taggedIn(factsFor(deal)))
      const form = { solutionId: earning?.solutionId ?? null }
      return action === 'register' ? register(form) : resubmit(form)
    }
    case 'record-review':
      return review(target as ReviewOutcome, { notes: 'As Partner Center says' })
    case 'create':
    case 'receive':
      throw new Error('begins a deal')
    default:
      return COMPLETE[action]
  }
}

/** Verdicts of generated deals at generated moments, right around their deadlines too. */
const everyVerdict = (claim: (verdict: Verdict, deal: Deal, now: Instant) => void): void =>
  fc.assert(
    fc.property(choices, fc.nat(997), (numbers, when) => {
      const { end, now } = story(numbers)
      const then = moment(end, now, picker([when]).pick)
      for (const verdict of verdicts(end, then, taggedIn(factsFor(end)))) claim(verdict, end, then)
    }),
    { numRuns: 300 },
  )

test('an action the verdicts block is refused by decide with the same reasons', () => {
  everyVerdict((verdict, deal, now) => {
    expect(verdict.allowed).toBe(verdict.reasons.length === 0)
    if (!verdict.allowed) expect(refusalsOf(deal, commandFor(deal, verdict), now)).toEqual(verdict.reasons)
  })
})

test('an action the verdicts allow is carried out by decide when its form is complete', () => {
  everyVerdict((verdict, deal, now) => {
    if (!verdict.allowed || verdict.action === 'invite-partner') return
    expect(refusalsOf(deal, commandFor(deal, verdict), now)).toEqual([])
  })
})

test('5.2: an allowed partner invitation passes unless that very partner has one open', () => {
  everyVerdict(({ action, allowed }, deal, now) => {
    if (!allowed || action !== 'invite-partner') return
    const open = deal.parties.some(
      ({ partnerId, status, expiresAt }) =>
        partnerId === PARTNER.southgate.id &&
        (status === 'accepted' || (status === 'pending' && expiresAt! > now)),
    )
    const codes = refusalsOf(deal, invitePartner(PARTNER.southgate), now).map(({ code }) => code)
    expect(codes).toEqual(open ? ['PARTNER_ALREADY_INVITED'] : [])
  })
})

test('3.3: no answer at all is possible of a party whose verdict is blocked', () => {
  everyVerdict(({ action, target, allowed }, deal, now) => {
    if (allowed || action !== 'record-answer') return
    const party = deal.parties.find(({ id }) => id === target)!
    for (const given of ['accepted', 'declined', 'won', 'lost'] as const) {
      expect(refusalsOf(deal, answer(party, given), now)).toHaveLength(1)
    }
  })
})
