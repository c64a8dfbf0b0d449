import { fold, searchWords } from '#shared/domain/folding.ts'
import type { VALUE_FIELDS } from '#shared/ipc/contract/deals.ts'
import type { ReadExecutor } from '../../db/executor.ts'
import { type Tab, tabConditions } from './filters.ts'

export interface ValuesQuery {
  readonly tab: Tab
  readonly field: (typeof VALUE_FIELDS)[number]
  readonly text?: string | undefined
  readonly values?: readonly string[] | undefined
}

export interface CountedValue {
  readonly value: string
  readonly label: string
  readonly deals: number
}

const COLUMNS = { country: 'country', campaign: 'campaign_id', currency: 'value_currency' } as const

/** Every value of a field with how many deals have it, the labels as the directory has them. */
async function countedValues(db: ReadExecutor, { tab, field, values }: ValuesQuery): Promise<CountedValue[]> {
  const ofTab = db.selectFrom('deals').where((build) => build.and(tabConditions(build, tab)))
  if (field === 'customer') {
    let select = ofTab
      .innerJoin('customers', 'customers.id', 'deals.customer_id')
      .select((build) => [
        'customers.id as value',
        'customers.name as label',
        build.fn.countAll<number>().as('deals'),
      ])
      .groupBy('customers.id')
    if (values) select = select.where('deals.customer_id', 'in', [...values, ''])
    return select.execute()
  }
  if (field === 'solution') {
    let select = ofTab
      .innerJoin('deal_solutions', 'deal_solutions.deal_id', 'deals.id')
      .innerJoin('solutions', 'solutions.id', 'deal_solutions.solution_id')
      .select((build) => [
        'solutions.id as value',
        'solutions.name as label',
        build.fn.countAll<number>().as('deals'),
      ])
      .groupBy('solutions.id')
    if (values) select = select.where('solutions.id', 'in', [...values, ''])
    return select.execute()
  }
  const column = COLUMNS[field]
  let select = ofTab
    .where(column, 'is not', null)
    .select((build) => [`${column} as value`, build.fn.countAll<number>().as('deals')])
    .groupBy(column)
  if (values) select = select.where(column, 'in', [...values, ''])
  const rows = await select.execute()
  return rows.map(({ value, deals }) => ({ value: value!, label: value!, deals }))
}

/** The values a field has in a tab, most frequent first and then by name; the words typed decide which. */
export async function valuesOf(db: ReadExecutor, query: ValuesQuery, most: number): Promise<CountedValue[]> {
  const words = searchWords(query.text ?? '')
  const found = (await countedValues(db, query)).filter(({ label }) => {
    const folded = fold(label)
    return words.every((word) => folded.includes(word))
  })
  found.sort((a, b) => b.deals - a.deals || (a.label < b.label ? -1 : a.label > b.label ? 1 : 0))
  return found.slice(0, most)
}
