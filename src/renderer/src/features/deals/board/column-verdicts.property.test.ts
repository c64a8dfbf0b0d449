import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Command } from '#shared/domain/command.ts'
import type { Deal } from '#shared/domain/deal.ts'
import { BOARD_COLUMNS } from '#shared/domain/stages.ts'
import type { Instant } from '#shared/domain/time.ts'
import type { VerdictView } from '#shared/ipc/contract/deals.ts'
import { familyOf } from '#shared/rules/deal-type.ts'
import { boardColumnOf } from '#shared/rules/stages.ts'
import { verdicts } from '#shared/rules/verdicts.ts'
import { WIN, accept, correctStage, lose, markStage } from '#shared/rules/testing/commands.ts'
import { act, refusalsOf } from '#shared/rules/testing/deals.ts'
import { story } from '#shared/rules/testing/stories.ts'
import { dealRow } from '../../../testing/deals.ts'
import { type ColumnVerdict, columnOf, columnVerdicts } from './column-verdicts.ts'

const choices = fc.array(fc.nat(997), { maxLength: 80 })

/** What every column says to generated deals, in every state and at every moment of their lives. */
const everyColumn = (
  claim: (column: string, verdict: ColumnVerdict, deal: Deal, now: Instant) => void,
): void =>
  fc.assert(
    fc.property(choices, (numbers) => {
      const { end: deal, now } = story(numbers)
      const { status, stage, direction } = deal
      const row = dealRow({ status, stage, direction })
      const said = columnVerdicts(row, familyOf(deal), verdicts(deal, now) as VerdictView[])
      expect(Object.keys(said)).toEqual([...BOARD_COLUMNS[familyOf(deal)]])
      for (const [column, verdict] of Object.entries(said)) claim(column, verdict, deal, now)
    }),
    { numRuns: 200 },
  )

function commandOf(verdict: ColumnVerdict): Command | null {
  switch (verdict.kind) {
    case 'mark':
      return markStage(verdict.stage)
    case 'correct':
      return correctStage(verdict.stage)
    case 'accept':
      return accept()
    case 'win':
      return WIN
    case 'lose':
      return lose()
    case 'home':
    case 'refused':
      return null
  }
}

test('what a column offers is carried out by the rules, and leads into that very column', () => {
  everyColumn((column, verdict, deal, now) => {
    const command = commandOf(verdict)
    if (!command) return
    expect(refusalsOf(deal, command, now)).toEqual([])
    const moved = act(deal, command, now)
    expect(boardColumnOf(moved)).toBe(column)
    expect(columnOf(moved)).toBe(column)
  })
})

test('a card is at home in the column where the rules have it', () => {
  everyColumn((column, verdict, deal) => {
    expect(verdict.kind === 'home').toBe(column === boardColumnOf(deal))
  })
})

test('a column that refuses always says why, closing in the very words of the rules', () => {
  everyColumn((column, verdict, deal, now) => {
    if (verdict.kind !== 'refused') return
    expect(verdict.board !== null || verdict.reasons.length > 0).toBe(true)
    if (verdict.board !== null) return
    if (column === 'won') expect(refusalsOf(deal, WIN, now)).toEqual(verdict.reasons)
    if (column === 'lost') expect(refusalsOf(deal, lose(), now)).toEqual(verdict.reasons)
  })
})
