import type { Deal } from '#shared/domain/deal.ts'
import type { ReadExecutor } from '../../../db/executor.ts'
import { PersonalData } from '../../../db/personal-data.ts'
import { currentProfile } from '../../company/profile.repository.ts'
import { solutionsByIds } from '../../directory/directory.repository.ts'
import { type Cell, CsvWriter, csvText } from '../../exchange/csv-writer.ts'
import { ZipWriter } from '../../exchange/zip-writer.ts'
import { inBatches } from '../../imports/partner-center-csv/batches.ts'
import {
  FIXED_HEADER,
  LEAST_SOLUTION_COLUMNS,
  LEAST_TEAM_COLUMNS,
} from '../../imports/partner-center-csv/columns.ts'
import type { JobControl } from '../../jobs/job-control.ts'
import type { PeopleCount } from '../people-count.ts'
import { type ExportTask, selectedCount, selectedDeals } from '../selected-rows.ts'
import { type DealCells, cellsOf } from './cells.ts'

/** Rows Partner Center takes in one file (RULEBOOK 12). */
const ROWS_PER_FILE = 1000

/** How many files so many rows need. */
export const partsOf = (rows: number): number => Math.max(1, Math.ceil(rows / ROWS_PER_FILE))

const numbered = (name: string, count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${name} ${index + 1}`)

const widest = (least: number, counts: readonly number[]): number => Math.max(least, ...counts)

/** A file of Partner Center: its own header in its order, columns that other files brought behind it. */
function fileRows(deals: readonly DealCells[]): (readonly Cell[])[] {
  const solutions = widest(
    LEAST_SOLUTION_COLUMNS,
    deals.map((deal) => deal.solutions.length),
  )
  const team = widest(
    LEAST_TEAM_COLUMNS,
    deals.map((deal) => deal.team.length),
  )
  const known = new Set(FIXED_HEADER)
  const others = [...new Set(deals.flatMap(({ named }) => [...named.keys()]))].filter(
    (column) => !known.has(column),
  )
  const padded = (cells: readonly string[], count: number) =>
    Array.from({ length: count }, (_, index) => cells[index] ?? '')
  const header = [
    ...FIXED_HEADER,
    ...numbered('Solution', solutions),
    ...numbered('Team member', team),
    ...others,
  ]
  return [
    header,
    ...deals.map((deal) => [
      ...FIXED_HEADER.map((column) => deal.named.get(column) ?? ''),
      ...padded(deal.solutions, solutions),
      ...padded(deal.team, team),
      ...others.map((column) => deal.named.get(column) ?? ''),
    ]),
  ]
}

/** The files of an export, each as its rows with the header first; one with a header alone where there are no deals. */
async function* files(
  db: ReadExecutor,
  task: ExportTask,
  newId: () => string,
  people: PeopleCount,
  control: JobControl,
): AsyncIterable<(readonly Cell[])[]> {
  const { profile } = await currentProfile(db, new PersonalData(newId))
  let written = 0
  for await (const deals of inBatches<Deal>(selectedDeals(db, task, newId, control), ROWS_PER_FILE)) {
    const ids = deals.flatMap((deal) => deal.solutions.map(({ id }) => id))
    const solutions = await solutionsByIds(db, [...new Set(ids)])
    const { stageMapping } = profile
    const { personalData } = task
    if (personalData) for (const { contact, team } of deals) people.add([contact, ...team])
    yield fileRows(deals.map((deal) => cellsOf(deal, { solutions, stageMapping, personalData })))
    written += 1
  }
  if (written === 0) yield fileRows([])
}

/** Writes Partner Center's bulk CSV, more than one file as a zip; gives the number of deals. Errors: CANCELLED. */
export async function exportPartnerCenterCsv(
  path: string,
  db: ReadExecutor,
  task: ExportTask,
  newId: () => string,
  people: PeopleCount,
  control: JobControl,
): Promise<number> {
  const parts = partsOf(await selectedCount(db, task))
  const target = parts > 1 ? await ZipWriter.create(path) : await CsvWriter.create(path)
  let deals = 0
  let number = 0
  try {
    for await (const rows of files(db, task, newId, people, control)) {
      number += 1
      deals += rows.length - 1
      if (target instanceof ZipWriter) await target.add(`partner-center-${number}.csv`, [csvText(rows, true)])
      else await target.write(rows)
    }
    if (target instanceof ZipWriter) await target.finish()
  } finally {
    await target.close()
  }
  return deals
}
