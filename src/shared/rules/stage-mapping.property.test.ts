import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FAMILIES, rungOf } from '#shared/domain/stages.ts'
import { stageFromText } from './stage-mapping.ts'

const family = fc.constantFrom(...FAMILIES)
const base = fc.constantFrom('created' as const, 'accepted' as const)
const word = fc.oneof(
  fc.string(),
  fc.constantFrom('Won', 'won', 'Signed', 'Close', 'accepted', '100'),
  fc.double({ min: 0, max: 120, noNaN: true }).map(String),
)
const COMPANY = [{ name: 'Signed', stage: 'won' as const }]

test('4.3: a text never closes a deal, whatever it says', () => {
  fc.assert(
    fc.property(word, family, base, (text, ladder, start) => {
      const stage = stageFromText(text, ladder, start, COMPANY)
      expect(stage).not.toBe('won')
      if (stage !== null) expect(rungOf(ladder, stage)).not.toBeNull()
    }),
  )
})

test('4.3: a stage at 10 percent is always the one the deal began with', () => {
  fc.assert(
    fc.property(word, family, base, (text, ladder, start) => {
      const stage = stageFromText(text, ladder, start, [])
      if (stage !== null && rungOf(ladder, stage)!.order === 0) expect(stage).toBe(start)
    }),
  )
})

test('4.3: a number is the highest stage not above it, and a higher number never a lower stage', () => {
  const number = fc.integer({ min: 0, max: 10_000 }).map((hundredths) => hundredths / 100)
  fc.assert(
    fc.property(number, number, family, (a, b, ladder) => {
      const percent = (value: number) =>
        rungOf(ladder, stageFromText(String(value), ladder, 'created', [])!)!.percent
      expect(percent(a)).toBe([80, 60, 40, 20].find((rung) => rung <= a) ?? 10)
      expect(Math.sign(percent(a) - percent(b)) * Math.sign(a - b)).toBeGreaterThanOrEqual(0)
    }),
  )
})

test('4.3: case and white space around a text do not matter', () => {
  const known = fc.constantFrom('qualify', 'developed', '40 %', 'signed', 'nothing we know')
  const space = fc.constantFrom('', ' ', '\t ')
  fc.assert(
    fc.property(known, space, space, (text, before, after) => {
      const spelled = before + text.toUpperCase() + after
      expect(stageFromText(spelled, 'standard', 'created', COMPANY)).toBe(
        stageFromText(text, 'standard', 'created', COMPANY),
      )
    }),
  )
})
