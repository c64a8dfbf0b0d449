import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Party } from '#shared/domain/deal.ts'
import { type Step, story } from './testing/stories.ts'

const everyStep = (claim: (step: Step) => void): void =>
  fc.assert(
    fc.property(fc.array(fc.nat(997), { maxLength: 160 }), (numbers) => {
      story(numbers).steps.forEach(claim)
    }),
    { numRuns: 200 },
  )

/** What an invitation said: everything but the other side's answer. */
const invitation = (party: Party) => ({
  ...party,
  status: null,
  answeredAt: null,
  sellers: [],
  reason: null,
  answerNotes: null,
})

test('2.4 inviter after send: what an invitation said never changes, and no party ever leaves', () => {
  everyStep(({ before, after }) => {
    expect(after.parties.slice(0, before.parties.length).map(invitation)).toEqual(
      before.parties.map(invitation),
    )
  })
})

test('3.3: a party goes from pending to an answer or expiry, from accepted to won or lost, and no further', () => {
  const from: Record<string, readonly string[]> = {
    pending: [],
    accepted: ['pending'],
    declined: ['pending'],
    expired: ['pending'],
    won: ['accepted'],
    lost: ['accepted'],
  }
  everyStep(({ before, after }) => {
    for (const [index, was] of before.parties.entries()) {
      const { status } = after.parties[index]!
      if (status !== was.status) expect(from[status]).toContain(was.status)
    }
  })
})

test('B8: whenever Microsoft was invited by us, the whole contact and the consent are there', () => {
  everyStep(({ after }) => {
    const invited = after.direction === 'outbound' && after.parties.some(({ kind }) => kind === 'microsoft')
    expect(after.help !== null).toBe(invited)
    if (!invited) return
    expect(after.consent).not.toBeNull()
    expect(Object.values(after.contact!).filter((field) => field.trim() === '')).toEqual([])
  })
})

test('B9: an inbound deal has the party that sent it and no other', () => {
  everyStep(({ after }) => {
    if (after.direction === 'inbound') expect(after.parties).toHaveLength(1)
    if (after.assessment) expect(after.parties).toEqual([])
  })
})

test('5.2: Microsoft is a party once at most, and no partner has two invitations open', () => {
  everyStep(({ after, now }) => {
    expect(after.parties.filter(({ kind }) => kind === 'microsoft').length).toBeLessThanOrEqual(1)
    const open = after.parties.filter(
      ({ status, partnerId, expiresAt }) =>
        partnerId !== null && (status === 'accepted' || (status === 'pending' && expiresAt! > now)),
    )
    expect(new Set(open.map(({ partnerId }) => partnerId)).size).toBe(open.length)
  })
})

test('P2: sellers of a party are seen only after it accepted', () => {
  everyStep(({ after }) => {
    for (const { status, sellers } of after.parties) {
      if (sellers.length > 0) expect(['accepted', 'won', 'lost']).toContain(status)
    }
  })
})

test('2.4: customer, location, assessment, direction and beginning of a deal never change', () => {
  everyStep(({ before, after }) => {
    for (const field of [
      'id',
      'customer',
      'location',
      'assessment',
      'direction',
      'origin',
      'createdAt',
    ] as const) {
      expect(after[field]).toEqual(before[field])
    }
  })
})

test('13 row 30: neither the last member nor the last solution of a deal ever goes', () => {
  everyStep(({ before, after }) => {
    if (before.team.length > 0 && before.status !== 'received') expect(after.team.length).toBeGreaterThan(0)
    if (before.solutions.length > 0) expect(after.solutions.length).toBeGreaterThan(0)
  })
})

test('6.2: a consent once recorded stays with who and when', () => {
  everyStep(({ before, after }) => {
    if (before.consent) expect(after.consent).toEqual(before.consent)
  })
})
