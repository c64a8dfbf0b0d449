import { sql } from 'kysely'
import type { DealId, PersonId } from '#shared/domain/ids.ts'
import type { Instant } from '#shared/domain/time.ts'
import type { Executor } from '../../db/executor.ts'
import type { BareUnit } from '../context.ts'
import type { Recorded } from './record.ts'

interface Named {
  readonly at: Instant
  readonly deal: DealId
}

/** Who was last on one of our teams, and on which deal: the people offered first next time (RULEBOOK 6.4). */
export type LastTeams = Map<PersonId, Named>

/**
 * Remembers the people of new teams; an undo names nobody anew. They are written once, when the unit of work is done: an
 * import names few people often.
 */
export async function nameTeams(unit: BareUnit, changes: readonly Recorded[]): Promise<void> {
  const newTeams = changes.flatMap(({ before, after, events }) =>
    after && after.team !== before?.team && events.some(({ kind }) => kind !== 'undone') ? [after] : [],
  )
  const members = newTeams.flatMap((deal) => deal.team.map((person) => ({ person, deal })))
  if (members.length === 0) return
  const ids = await unit.personal.personIds(
    unit.trx,
    members.map(({ person }) => person),
  )
  for (const [index, { deal }] of members.entries()) {
    const id = ids[index]!
    const known = unit.lastTeams.get(id)
    if (!known || known.at <= deal.updatedAt) unit.lastTeams.set(id, { at: deal.updatedAt, deal: deal.id })
  }
}

/**
 * Writes and forgets them. One statement for all: the list goes in as one JSON value, so that its text is always the same.
 */
export async function saveLastTeams(trx: Executor, latest: LastTeams): Promise<void> {
  if (latest.size === 0) return
  const rows = JSON.stringify([...latest].map(([id, named]) => ({ id, ...named })))
  const named = sql<{ id: string; at: string; deal: string }>`(
    SELECT value ->> 'id' AS id, value ->> 'at' AS at, value ->> 'deal' AS deal FROM json_each(${rows}))`
  await trx
    .updateTable('people')
    .from(named.as('named'))
    .set((build) => ({ team_at: build.ref('named.at'), team_deal_id: build.ref('named.deal') }))
    .whereRef('people.id', '=', 'named.id')
    .where((build) =>
      build.or([build('people.team_at', 'is', null), build('people.team_at', '<=', build.ref('named.at'))]),
    )
    .execute()
  latest.clear()
}
