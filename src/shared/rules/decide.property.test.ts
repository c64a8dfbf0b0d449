import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Command } from '#shared/domain/command.ts'
import { type Instant, utcDateOf } from '#shared/domain/time.ts'
import { REFUSAL_CODES } from '#shared/errors.ts'
import type { Deal } from '#shared/domain/deal.ts'
import { decide } from './decide.ts'
import { swept } from './testing/deals.ts'
import { factsFor } from './testing/facts.ts'
import { command, picker } from './testing/random-commands.ts'
import { frozen, moment, story } from './testing/stories.ts'
import { COMPLETE, ON_CLOSED_DEALS } from './testing/situations.ts'

const choices = fc.array(fc.nat(997), { maxLength: 120 })
const more = fc.array(fc.nat(997), { minLength: 8, maxLength: 8 })

const judged = (deal: Deal, asked: Command, now: Instant) =>
  decide(deal, asked, now, factsFor(deal, { today: utcDateOf(now) }))

test('3.2: a decision is pure, changing nothing it is given and deciding the same again', () => {
  fc.assert(
    fc.property(choices, more, (numbers, next) => {
      const { end, now } = story(numbers)
      const { pick } = picker(next)
      const asked = frozen(command(end, pick))
      const facts = frozen({ ...factsFor(end) })
      expect(decide(end, asked, now, facts)).toEqual(decide(end, asked, now, facts))
    }),
  )
})

test('3.2: a decision is events or reasons with known codes, plain JSON either way', () => {
  fc.assert(
    fc.property(choices, (numbers) => {
      for (const { decision } of story(numbers).steps) {
        expect(JSON.parse(JSON.stringify(decision))).toStrictEqual(decision)
        if (decision.ok) continue
        expect(decision.error.length).toBeGreaterThan(0)
        expect(decision.error.filter(({ code }) => !REFUSAL_CODES.includes(code))).toEqual([])
      }
    }),
  )
})

test('3.2: every command of a person is one event, or none where it changes nothing', () => {
  fc.assert(
    fc.property(choices, (numbers) => {
      for (const { command: asked, decision } of story(numbers).steps) {
        if (decision.ok && asked.kind !== 'expire') expect(decision.value.length).toBeLessThanOrEqual(1)
      }
    }),
  )
})

test('B7: a closed deal refuses all that changes it, DEAL_TERMINAL among the reasons', () => {
  fc.assert(
    fc.property(choices, more, (numbers, next) => {
      const { end } = story(numbers)
      const { pick } = picker(next)
      const closed = ['won', 'lost', 'declined', 'expired'].includes(end.status) ? end : null
      const asked = pick([command(end, pick), ...Object.values(COMPLETE)])
      fc.pre(closed !== null && !ON_CLOSED_DEALS.includes(asked.kind))
      for (const now of ['2020-01-01T00:00:00.000Z', end.updatedAt, '2040-01-01T00:00:00.000Z']) {
        const decision = judged(end, asked, now as Instant)
        const codes = decision.ok ? [] : decision.error.map(({ code }) => code)
        const answering = asked.kind === 'accept' || asked.kind === 'decline'
        const expected = answering && end.status === 'expired' ? ['INVITATION_EXPIRED'] : []
        expect(codes).toEqual([...expected, 'DEAL_TERMINAL'])
      }
    }),
  )
})

test('B6: whether a command passes does not depend on whether the sweep has already run', () => {
  fc.assert(
    fc.property(choices, more, (numbers, next) => {
      const { end, now } = story(numbers)
      const { pick } = picker(next)
      const then = moment(end, now, pick)
      const asked = pick([command(end, pick), ...Object.values(COMPLETE)])
      expect(judged(end, asked, then).ok).toBe(judged(swept(end, then), asked, then).ok)
    }),
    { numRuns: 400 },
  )
})
