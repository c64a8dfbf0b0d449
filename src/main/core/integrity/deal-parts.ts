import type { Deal } from '#shared/domain/deal.ts'
import type { ReadExecutor } from '../../db/executor.ts'

/** The rows a deal has besides its own, in an order that is always the same. */
export interface Parts {
  readonly parties: readonly string[]
  readonly solutions: readonly string[]
}

const partyText = (...fields: readonly (string | null)[]): string => JSON.stringify(fields)

/** The rows a deal should have. */
export const partsOf = (deal: Deal): Parts => ({
  parties: deal.parties
    .map(({ id, kind, organization, status, expiresAt }) =>
      partyText(id, kind, organization, status, expiresAt),
    )
    .sort(),
  solutions: [...new Set<string>(deal.solutions.map(({ id }) => id))].sort(),
})

/** The rows some deals have, by deal. */
export async function storedParts(db: ReadExecutor, ids: readonly string[]): Promise<(id: string) => Parts> {
  const parties = await db
    .selectFrom('deal_parties')
    .selectAll()
    .where('deal_id', 'in', [...ids])
    .execute()
  const solutions = await db
    .selectFrom('deal_solutions')
    .selectAll()
    .where('deal_id', 'in', [...ids])
    .execute()
  const partiesOf = Map.groupBy(parties, (row) => row.deal_id)
  const solutionsOf = Map.groupBy(solutions, (row) => row.deal_id)
  return (id) => ({
    parties: (partiesOf.get(id) ?? [])
      .map((row) => partyText(row.party_id, row.kind, row.organization, row.status, row.expires_at))
      .sort(),
    solutions: (solutionsOf.get(id) ?? []).map((row) => row.solution_id).sort(),
  })
}
