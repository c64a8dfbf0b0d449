import { open } from 'node:fs/promises'
import type { Deal } from '#shared/domain/deal.ts'
import type { PartnerId } from '#shared/domain/ids.ts'
import type { ReadExecutor } from '../../../db/executor.ts'
import { PersonalData } from '../../../db/personal-data.ts'
import { currentProfile } from '../../company/profile.repository.ts'
import { solutionsByIds } from '../../directory/directory.repository.ts'
import { inBatches } from '../../imports/partner-center-csv/batches.ts'
import type { JobControl } from '../../jobs/job-control.ts'
import type { PeopleCount } from '../people-count.ts'
import { type ExportTask, selectedDeals } from '../selected-rows.ts'
import { type RecordContext, newRecord, recordsOf, writeDeal } from './referral.ts'
import { engagementOf, sidesOf } from './sides.ts'

/** A deal without what is personal: nothing of what came with it either (PROMISES 5.7). */
const bare = (deal: Deal): Deal => ({
  ...deal,
  contact: null,
  team: [],
  notes: null,
  parties: deal.parties.map((party) => ({ ...party, notes: null })),
  help: deal.help && { ...deal.help, notes: null },
  external: deal.external && { ...deal.external, extra: {}, referrals: [] },
})

/** The records of a deal: our own, and those of the parties that have one. */
function recordsFor(deal: Deal, context: RecordContext): object[] {
  const came = recordsOf(deal)
  const draft = came?.draft ?? newRecord(deal, engagementOf(deal))
  writeDeal(draft, came?.row ?? null, deal, context)
  return [draft, ...sidesOf(deal, came, context)]
}

/** The partners of the directory, without their contacts. */
async function partnerNumbers(db: ReadExecutor): Promise<RecordContext['partners']> {
  const rows = await db.selectFrom('partners').select(['id', 'name', 'partner_id']).orderBy('id').execute()
  return new Map(
    rows.map(({ id, name, partner_id }) => [
      id as PartnerId,
      { id: id as PartnerId, name, partnerId: partner_id },
    ]),
  )
}

/** Writes referrals as a list response of Partner Center's API; gives the number of deals. Errors: CANCELLED. */
export async function exportPartnerCenterJson(
  path: string,
  db: ReadExecutor,
  task: ExportTask,
  newId: () => string,
  people: PeopleCount,
  control: JobControl,
): Promise<number> {
  const { profile } = await currentProfile(db, new PersonalData(newId))
  const { stageMapping } = profile
  const partners = await partnerNumbers(db)
  const handle = await open(path, 'w', 0o600)
  let deals = 0
  try {
    await handle.appendFile('{"value":[')
    for await (const batch of inBatches(selectedDeals(db, task, newId, control))) {
      const shown = task.personalData ? batch : batch.map(bare)
      const ids = shown.flatMap((deal) => deal.solutions.map(({ id }) => id))
      const entries = await solutionsByIds(db, [...new Set(ids)])
      for (const { contact, team } of shown) people.add([contact, ...team])
      const records = shown.flatMap((deal) => recordsFor(deal, { entries, partners, stageMapping }))
      const text = records.map((record) => JSON.stringify(record)).join(',\n')
      await handle.appendFile(`${deals === 0 ? '\n' : ',\n'}${text}`)
      deals += batch.length
    }
    await handle.appendFile('\n]}\n')
  } finally {
    await handle.close()
  }
  return deals
}
