import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Deal } from '#shared/domain/deal.ts'
import { LADDERS } from '#shared/domain/stages.ts'
import { fold } from './evolve.ts'
import { type Step, story } from './testing/stories.ts'

const choices = fc.array(fc.nat(997), { maxLength: 160 })
const NUMBERS = { numRuns: 200 }
const CLOSED = ['won', 'lost', 'declined', 'expired']

/** Holds every step of generated stories against a claim. */
const everyStep = (claim: (step: Step) => void): void =>
  fc.assert(
    fc.property(choices, (numbers) => {
      story(numbers).steps.forEach(claim)
    }),
    NUMBERS,
  )

test('a deal is the fold of its events, and each event raises the version by one', () => {
  fc.assert(
    fc.property(choices, (numbers) => {
      const { events, end } = story(numbers)
      expect(fold(events)).toEqual(end)
      expect(events.map(({ version }) => version)).toEqual(events.map((_event, index) => index + 1))
      expect(end.version).toBe(events.length)
    }),
    NUMBERS,
  )
})

test('B7: the own data of a closed deal never change', () => {
  const own = (deal: Deal) => ({ ...deal, parties: [], favorite: null, version: null })
  everyStep(({ before, after, events }) => {
    if (!CLOSED.includes(before.status)) return
    expect(own(after)).toEqual(own(before))
    for (const { kind } of events) expect(['favorite-set', 'party-answered', 'party-expired']).toContain(kind)
  })
})

test('3.2: won and lost come from accepted only, declined and expired from received only', () => {
  const from: Record<string, readonly string[]> = {
    received: [],
    accepted: ['received'],
    won: ['accepted'],
    lost: ['accepted'],
    declined: ['received'],
    expired: ['received'],
  }
  everyStep(({ before, after }) => {
    if (after.status !== before.status) expect(from[after.status]).toContain(before.status)
  })
})

test('B6: a deal expires at most once, at its deadline and never early', () => {
  fc.assert(
    fc.property(choices, (numbers) => {
      const { steps, events } = story(numbers)
      expect(events.filter(({ kind }) => kind === 'expired').length).toBeLessThanOrEqual(1)
      for (const { before, after, now, command } of steps) {
        if (before.status === after.status || after.status !== 'expired') continue
        if (command.kind === 'expire') expect(after.closedAt).toBe(before.expiresAt)
        expect(after.closedAt! <= now).toBe(true)
        expect(after.closedAt! <= before.expiresAt!).toBe(true)
      }
    }),
    NUMBERS,
  )
})

test('B6: only a received deal has a deadline, and nothing that happens moves it', () => {
  everyStep(({ before, after }) => {
    expect(after.expiresAt !== null).toBe(after.status === 'received')
    if (after.expiresAt !== null) expect(after.expiresAt).toBe(before.expiresAt)
  })
})

test('B4: a closed deal says when, and a declined or lost one why', () => {
  everyStep(({ after, now }) => {
    expect(after.closedAt !== null).toBe(CLOSED.includes(after.status))
    expect(after.closedAt === null || after.closedAt <= now).toBe(true)
    expect(after.closedReason !== null).toBe(after.status === 'declined' || after.status === 'lost')
    if (after.closedReason === 'other') expect(after.closedNotes).toMatch(/\S/)
  })
})

test('4.1: the marks are ordered in stage and time, each stage once, the first one where the deal began', () => {
  everyStep(({ after }) => {
    const ladder = LADDERS[after.assessment ? 'assessment' : 'standard'].map(({ stage }) => stage)
    const places = after.stageMarks.map(({ stage }) => ladder.indexOf(stage))
    expect(places).toEqual([...new Set(places)].sort((a, b) => a - b))
    const times = after.stageMarks.map((mark) => mark.at)
    expect(times).toEqual([...times].sort())
    const base = after.direction === 'outbound' ? 'created' : 'accepted'
    if (after.stageMarks.length > 0) expect(after.stageMarks[0]!.stage).toBe(base)
  })
})

test('4.1: the last mark is the stage of every open deal, and what was marked has no gaps', () => {
  everyStep(({ after }) => {
    if (after.status !== 'accepted') return
    expect(after.stageMarks.at(-1)!.stage).toBe(after.stage)
    const ladder = LADDERS[after.assessment ? 'assessment' : 'standard'].filter(({ order }) => order > 0)
    const marked = after.stageMarks.slice(1).map(({ stage }) => stage)
    expect(marked).toEqual(ladder.slice(0, marked.length).map(({ stage }) => stage))
  })
})

test('B3: a won assessment has all its stages marked', () => {
  everyStep(({ after }) => {
    if (after.assessment && after.status === 'won') expect(after.stageMarks).toHaveLength(5)
  })
})
