import { writeFile } from 'node:fs/promises'
import { invalidInput } from '#shared/errors.ts'
import type { ReadExecutor } from '../../db/executor.ts'
import { PersonalData } from '../../db/personal-data.ts'
import { dealView } from '../deals/deal-view.ts'
import { timelineOf } from '../deals/timeline.ts'
import { PeopleCount } from '../exports/people-count.ts'
import { selectedCount, selectedDeals } from '../exports/selected-rows.ts'
import type { JobControl } from '../jobs/job-control.ts'
import { basisOf, factsOf, filtersInWords, footOf, pageSizeOf } from './basis.ts'
import { dealSheet, peopleOn } from './deal-sheet.ts'
import { writtenDocument } from './document.ts'
import type { FontBook } from './fonts.ts'
import { type Markup, html } from './html.ts'
import { MOST_SHEETS, type PaperTask } from './paper-task.ts'

/** What a page has room for beside everything else. */
const MOST_EVENTS = 15
const EVENTS_PER_PARTY = 3
const LEAST_EVENTS = 5
const ALL_EVENTS = 10_000

type SheetsTask = Extract<PaperTask, { paper: 'deal-sheet' }>

/** Writes the sheets of the chosen deals. Errors: INVALID_INPUT for more than a file holds, CANCELLED. */
export async function writeSheets(
  path: string,
  db: ReadExecutor,
  task: SheetsTask,
  { fonts, newId }: { readonly fonts: FontBook; readonly newId: () => string },
  control: JobControl,
): Promise<{ rows: number; people: number }> {
  if ((await selectedCount(db, task)) > MOST_SHEETS) {
    throw invalidInput('selection', `more than ${MOST_SHEETS} deals`)
  }
  const personal = new PersonalData(newId)
  const basis = await basisOf(db, personal, task.locale, task.today)
  const { t } = basis
  const people = new PeopleCount()
  const sheets: Markup[] = []
  for await (const deal of selectedDeals(db, task, newId, control)) {
    const view = await dealView(db, personal, deal)
    const page = await timelineOf({ db, personal, now: task.now }, deal.id, { limit: ALL_EVENTS })
    const events = page.rows.slice(
      0,
      Math.max(LEAST_EVENTS, MOST_EVENTS - EVENTS_PER_PARTY * view.parties.length),
    )
    if (task.personalData) people.add(peopleOn(view))
    sheets.push(
      dealSheet(basis, { deal: view, events, earlier: page.rows.length - events.length }, task.personalData),
    )
  }
  const filters =
    'tab' in task.selection && task.selection.filters
      ? await filtersInWords(db, basis, task.selection.filters)
      : ''
  const personalWords = t(`paper.basis.${task.personalData ? 'with' : 'without'}`)
  const text = await writtenDocument(
    {
      title: t('paper.sheets'),
      body: html`${sheets}`,
      foot: footOf(basis, filters, `${t('paper.basis.personal')}${t('common.colon')}${personalWords}`),
      facts: factsOf(basis, filters),
    },
    { t, locale: task.locale, fonts, size: task.printed ? pageSizeOf(basis.profile) : null },
  )
  await writeFile(path, text, { mode: 0o600 })
  return { rows: sheets.length, people: people.size }
}
