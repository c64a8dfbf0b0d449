import { sql } from 'kysely'
import type { CommandId, DealId, PersonId } from '#shared/domain/ids.ts'
import { decideSystem } from '#shared/rules/commands/system.ts'
import { currentProfile } from '../company/profile.repository.ts'
import type { Authorship, Unit } from '../context.ts'
import { loadDeals } from '../deals/deals.repository.ts'
import { forgetPersonalData } from '../../db/forget-personal-data.ts'
import { enact, record } from '../deals/record.ts'
import { replayDeal } from './replay.ts'
import { addSampleDirectory } from './sample-directory.ts'
import { SAMPLE, personFrom } from './sample-script.ts'

async function sampleDealIds(unit: Unit): Promise<DealId[]> {
  const rows = await unit.db.selectFrom('deals').select('id').where('origin', '=', 'sample').execute()
  return rows.map(({ id }) => id as DealId)
}

async function authorOf(unit: Unit): Promise<Authorship> {
  const { actor } = await currentProfile(unit.db, unit.personal)
  return { origin: 'sample', actor, commandId: unit.core.ports.newId() as CommandId }
}

/** Brings the sample pipeline, dated relative to now; gives the number of its deals. Twice changes nothing. */
export async function loadSample(unit: Unit): Promise<number> {
  const present = await sampleDealIds(unit)
  if (present.length > 0) return present.length
  const directory = await addSampleDirectory(unit)
  const { now, today } = unit
  const { newId } = unit.core.ports
  const actors: PersonId[] = []
  for (const person of SAMPLE.people) actors.push(await unit.personal.personId(unit.trx, personFrom(person)))
  const commandId = newId() as CommandId
  const replay = { directory, commandId, actors, now, today, newId }
  const changes = SAMPLE.deals.map((script) => replayDeal(script, replay))
  await record(unit, changes)
  unit.announce({ name: 'directory.changed', payload: {} })
  return changes.length
}

/**
 * Takes the sample out: its deals, by an event of their own, and every directory entry and person only it named.
 * Deals of one's own, and what they name, stay.
 */
export async function clearSample(unit: Unit): Promise<number> {
  const ids = await sampleDealIds(unit)
  const deals = await loadDeals(unit.db, unit.personal, ids)
  const author = await authorOf(unit)
  const context = { now: unit.now, newId: unit.core.ports.newId }
  const changes = ids.map((id) => {
    const deal = deals.get(id)!
    const decision = decideSystem(deal, { kind: 'remove' }, unit.now)
    if (!decision.ok) throw new Error('a sample deal can always be removed')
    return enact(id, deal, decision.value, 'remove', author, unit.now, context)
  })
  await record(unit, changes)
  await forgetDirectory(unit)
  await forgetPersonalData(unit.trx, ids)
  unit.announce({ name: 'directory.changed', payload: {} })
  return ids.length
}

/** Ids that the parties of the deals left name in their state, at some path. */
const namedByParties = (path: string) =>
  sql<string>`(SELECT value FROM deals, json_tree(deals.state, '$.parties')
                WHERE fullkey LIKE ${path} AND value IS NOT NULL)`

/** Sample entries of the directory that no deal of one's own names. */
async function forgetDirectory(unit: Unit): Promise<void> {
  const { trx } = unit
  await trx
    .deleteFrom('customers')
    .where('origin', '=', 'sample')
    .where('id', 'not in', (build) => build.selectFrom('deals').select('customer_id'))
    .execute()
  await trx
    .deleteFrom('solutions')
    .where('origin', '=', 'sample')
    .where('id', 'not in', (build) => build.selectFrom('deal_solutions').select('solution_id'))
    .where('id', 'not in', namedByParties('$.parties[%].solutions[%].id'))
    .execute()
  await trx
    .deleteFrom('partners')
    .where('origin', '=', 'sample')
    .where('id', 'not in', namedByParties('$.parties[%].partnerId'))
    .execute()
}
