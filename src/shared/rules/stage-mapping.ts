import type { Profile } from '#shared/domain/company.ts'
import { type AnyStage, type Family, LADDERS, rungOf } from '#shared/domain/stages.ts'

/** Names of an assessment's stages as Partner Center shows them, where they are not ours with spaces (RULEBOOK 4.2). */
const SHOWN: ReadonlyMap<string, AnyStage> = new Map([['prepare-assessment-report', 'prepare-report']])

/** Verbs and connector names that mean a standard stage (RULEBOOK 4.3). */
const VERBS: ReadonlyMap<string, AnyStage> = new Map([
  ['qualify', 'qualified'],
  ['develop', 'developed'],
  ['propose', 'proposed'],
  ['negotiate', 'negotiated'],
  ['close', 'negotiated'],
])

/**
 * The stage a file's "Sales Stage" means for a running deal (RULEBOOK 4.3), tried in order: exact percent, standard
 * name or verb, the company's own table, the highest stage not above another number. Never won: a stage does not
 * close a deal, so what means won is the last stage before. Empty text is the base stage; null means unmapped.
 */
export function stageFromText(
  text: string,
  family: Family,
  base: AnyStage,
  mapping: Profile['stageMapping'],
): AnyStage | null {
  const word = text.trim().toLowerCase()
  if (word === '') return base
  const open = LADDERS[family].filter((rung) => rung.order < 5 && (rung.order > 0 || rung.stage === base))
  const upTo = (percent: number): AnyStage => open.findLast((rung) => rung.percent <= percent)?.stage ?? base
  const number = /^\d+(\.\d+)?\s*%?$/.test(word) ? Number.parseFloat(word) : null
  const name = word.replace(/\s+/g, '-')
  const meant =
    LADDERS[family].find((rung) => rung.percent === number || rung.stage === name)?.stage ??
    (family === 'standard' ? VERBS : SHOWN).get(name) ??
    mapping.find(({ name }) => name.trim().toLowerCase() === word)?.stage
  const percent = meant ? rungOf(family, meant)?.percent : number
  return percent === undefined || percent === null || percent > 100 ? null : upTo(percent)
}
