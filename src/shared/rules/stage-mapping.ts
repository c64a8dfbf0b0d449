import type { Profile } from '#shared/domain/company.ts'
import { type AnyStage, type Family, LADDERS, rungOf } from '#shared/domain/stages.ts'

/** Verbs and connector names that mean a standard stage (RULEBOOK 4.3). */
const VERBS: Readonly<Record<string, AnyStage>> = {
  qualify: 'qualified',
  develop: 'developed',
  propose: 'proposed',
  negotiate: 'negotiated',
  close: 'negotiated',
}

/**
 * The stage a file's "Sales Stage" means for a running deal (RULEBOOK 4.3), tried in order: exact percent, standard
 * name or verb, the company's own table, the highest stage not above another number. Never won: a stage does not
 * close a deal. Empty text is the base stage; null means unmapped.
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
  const percent = /^\d+(\.\d+)?\s*%?$/.test(word) ? Number.parseFloat(word) : null
  if (percent === null) {
    const named =
      open.find((rung) => rung.stage === word)?.stage ?? (family === 'standard' ? VERBS[word] : undefined)
    if (named) return named
    const mapped = mapping.find(({ name }) => name.trim().toLowerCase() === word)?.stage
    return mapped && rungOf(family, mapped) ? mapped : null
  }
  if (percent > 100) return null
  return open.filter((rung) => rung.percent <= percent).at(-1)?.stage ?? base
}
