import type { DealType, HelpType } from '#shared/domain/deal.ts'
import type { DealStep } from '#shared/domain/deal-steps.ts'
import { dealTypeOf, type TypeReason } from '#shared/rules/deal-type.ts'

/** What a form says of the type its deal will have. */
export interface TypeFacts {
  readonly help: HelpType | null
  readonly assessment: boolean
  readonly partners: number
}

/** The type a deal will have: the rules derive it, nobody picks it. */
export function typeOf({ help, assessment, partners }: TypeFacts) {
  const microsoft = help === null ? [] : [{ kind: 'microsoft' as const, organization: 'Microsoft' }]
  const invited = Array.from({ length: partners }, () => ({ kind: 'partner' as const, organization: '' }))
  const chosen = assessment ? { solutionId: '', locationId: null } : null
  return dealTypeOf({ parties: [...microsoft, ...invited], assessment: chosen } as never)
}

/** The answer that makes it so: where it was given, and the type without it. */
const CAUSES: Record<TypeReason, { step: DealStep; without: Partial<TypeFacts> } | null> = {
  'assessment-chosen': { step: 'solutions', without: { assessment: false } },
  'microsoft-party': { step: 'help', without: { help: null } },
  'partner-party': { step: 'partners', without: { partners: 0 } },
  'nobody-else': null,
}

/** The type a deal will have, because of which answer, and what it would be without that one. */
export function explainType(facts: TypeFacts): {
  readonly type: DealType
  readonly because: TypeReason
  readonly cause: { readonly step: DealStep; readonly otherwise: DealType } | null
} {
  const { type, because } = typeOf(facts)
  const cause = CAUSES[because]
  return {
    type,
    because,
    cause: cause && { step: cause.step, otherwise: typeOf({ ...facts, ...cause.without }).type },
  }
}
