import type { DealId } from '#shared/domain/ids.ts'
import { type Executor, reading } from './executor.ts'

const REFERENCE = /\{"\$(?:person|text)":"([^"]+)"\}/g
const MOST_IDS = 500

/**
 * Deletes the people and texts that only the events of some removed deals name. What anything else still names
 * stays: other deals, their events and who caused them, the profile, partners.
 */
export async function forgetPersonalData(trx: Executor, removed: readonly DealId[]): Promise<void> {
  const db = reading(trx)
  const gone = new Set<string>(removed)
  const candidates = new Set<string>()
  const kept = new Set<string>()
  const events = await db.selectFrom('deal_events').select(['deal_id', 'actor', 'body']).execute()
  for (const { deal_id, actor, body } of events) {
    const into = gone.has(deal_id) ? candidates : kept
    if (actor !== null) into.add(actor)
    for (const [, id] of body.matchAll(REFERENCE)) into.add(id!)
  }
  const settings = await db.selectFrom('settings').select('value').execute()
  for (const { value } of settings) for (const [, id] of value.matchAll(REFERENCE)) kept.add(id!)
  const partners = await db.selectFrom('partners').select('contact').execute()
  for (const { contact } of partners) if (contact !== null) kept.add(contact)
  const forgotten = [...candidates].filter((id) => !kept.has(id))
  for (let start = 0; start < forgotten.length; start += MOST_IDS) {
    const chunk = forgotten.slice(start, start + MOST_IDS)
    await trx.deleteFrom('people').where('id', 'in', chunk).execute()
    await trx.deleteFrom('texts').where('id', 'in', chunk).execute()
  }
}
