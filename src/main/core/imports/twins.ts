import type { Money } from '#shared/domain/money.ts'
import type { CivilDate } from '#shared/domain/time.ts'
import { type NameWords, nameWords } from '#shared/rules/duplicates/deal-name.ts'
import {
  type CustomerSketch,
  type DealSketch,
  byLikeness,
  crmKey,
  likeness,
} from '#shared/rules/duplicates/likeness.ts'
import type { RowFault } from '#shared/words/row-fault.ts'
import type { ReadExecutor } from '../../db/executor.ts'
import { CRM_KEY, LIVE } from '../deals/duplicates.repository.ts'
import { issue } from './partner-center-csv/cells.ts'
import type { PartnerCenterRow } from './partner-center-csv/partner-center-row.ts'
import { type Group, type Named, TwinCustomers } from './twin-customers.ts'

const MOST_IDS = 500
/** Deals of one customer looked at for one row: files where it would take more are all of one kind anyway. */
const MOST_COMPARED = 300
/** Months to either side that a window of days can reach into. */
const MONTHS = 2
/** Months told apart within a group: those of three centuries, so that a group and a month are one small number. */
const MONTHS_OF_GROUP = 4096

/** A deal of the database (`line` null) or of a row read before: only what is compared, for a file may be long. */
class Known implements DealSketch {
  readonly customer: CustomerSketch
  readonly title: string
  readonly crmKey: string | null
  readonly value: Money
  readonly closeDate: CivilDate
  readonly line: number | null
  readonly engagementId: string | null
  /** The deal that was put before it in its month and group, and under its CRM ID. */
  earlier: Known | null = null
  earlierOfCrm: Known | null = null
  #words: NameWords | null = null

  constructor(customer: CustomerSketch, deal: Omit<PartnerCenterDeal, 'line'>, line: number | null) {
    this.customer = customer
    this.title = deal.name
    this.crmKey = crmKey(deal.crmId)
    this.value = deal.value
    this.closeDate = deal.closeDate
    this.line = line
    this.engagementId = deal.engagementId
  }

  /** Most deals are told apart before anybody asks for the words of their names. */
  get name(): NameWords {
    return (this.#words ??= nameWords(this.title, this.customer.words))
  }
}

type PartnerCenterDeal = Pick<
  PartnerCenterRow,
  'name' | 'crmId' | 'value' | 'closeDate' | 'line' | 'engagementId'
>

const monthOf = (date: CivilDate): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7))
const placeOf = ({ number }: Group, month: number): number =>
  number * MONTHS_OF_GROUP + (month % MONTHS_OF_GROUP)

/** Finds rows of a file that look like a deal we have, or like a row before them, by the rule of `deals.duplicates`. */
export class ImportTwins {
  readonly #db: ReadExecutor
  readonly #customers = new TwinCustomers()
  /** The last deal of each month and group; those before it follow from there. */
  readonly #byMonth = new Map<number, Known>()
  /** The same by CRM ID; null where the database has been asked and has none. */
  readonly #byCrm = new Map<string, Known | null>()

  private constructor(db: ReadExecutor) {
    this.#db = db
  }

  /** Reads the customers that have deals here: who they are alike to is asked of memory, not of the database row by row. */
  static async load(db: ReadExecutor): Promise<ImportTwins> {
    const twins = new ImportTwins(db)
    const any = await db.selectFrom('deals').select('id').limit(1).executeTakeFirst()
    if (!any) return twins
    const customers = await db.selectFrom('customers').select(['id', 'name', 'country', 'duns']).execute()
    for (const customer of customers) twins.#customers.of(customer).group.customerIds.push(customer.id)
    return twins
  }

  /** Fetches the deals that rows may look like, each once. */
  async fetch(rows: readonly PartnerCenterRow[]): Promise<void> {
    const wanted = new Map<string, Group>()
    for (const { customer } of rows) {
      for (const group of around(this.#customers.of(customer))) {
        for (const id of group.customerIds.splice(0)) wanted.set(id, group)
      }
    }
    for (const ids of chunks([...wanted.keys()])) {
      for (const row of await this.#deals().where('customer_id', 'in', ids).execute()) {
        this.#putByMonth(this.#knownFrom(row), wanted.get(row.customer_id)!)
      }
    }
    const keys = rows.map(({ crmId }) => crmKey(crmId)).filter((key) => key !== null)
    const unasked = [...new Set(keys)].filter((key) => !this.#byCrm.has(key))
    for (const ids of chunks(unasked)) {
      for (const id of ids) this.#byCrm.set(id, null)
      const found = await this.#deals().where('crm_id', 'is not', null).where(CRM_KEY, 'in', ids).execute()
      for (const row of found) this.#putByCrm(this.#knownFrom(row))
    }
  }

  /** What a row that would begin a deal looks like, if anything; from now on the rows after it may look like it. */
  judge(row: PartnerCenterRow): RowFault | null {
    if (!LIVE.includes(row.status)) return null
    const named = this.#customers.of(row.customer)
    const deal = new Known(named.sketch, row, row.line)
    const [nearest] = this.#candidates(deal, named)
      .filter(({ engagementId }) => engagementId === null || engagementId !== row.engagementId)
      .flatMap((known) => {
        const alike = likeness(deal, known)
        return alike ? [{ known, ...alike }] : []
      })
      .sort(byLikeness)
    this.#putByMonth(deal, named.group)
    this.#putByCrm(deal)
    if (!nearest) return null
    return nearest.known.line === null
      ? issue('LOOKS_LIKE_DEAL', null, nearest.known.title)
      : issue('LOOKS_LIKE_ROW', null, String(nearest.known.line))
  }

  #deals() {
    return this.#db
      .selectFrom('deals')
      .leftJoin('customers', 'customers.id', 'deals.customer_id')
      .select(['deals.name', 'value_amount', 'value_currency', 'close_date', 'crm_id', 'customer_id'])
      .select(['customer_name', 'deals.country', 'customers.duns'])
      .where('deals.status', 'in', [...LIVE])
  }

  #candidates({ closeDate, crmKey: crm }: Known, named: Named): Known[] {
    const month = monthOf(closeDate)
    const near: Known[] = []
    for (const group of around(named)) {
      for (let other = month - MONTHS; other <= month + MONTHS; other += 1) {
        near.push(...lastOf(this.#byMonth.get(placeOf(group, other)), 'earlier'))
      }
    }
    const sameCrm = crm === null ? [] : lastOf(this.#byCrm.get(crm), 'earlierOfCrm')
    return [...sameCrm, ...near.slice(-MOST_COMPARED)]
  }

  #putByMonth(known: Known, group: Group): void {
    const place = placeOf(group, monthOf(known.closeDate))
    known.earlier = this.#byMonth.get(place) ?? null
    this.#byMonth.set(place, known)
  }

  #putByCrm(known: Known): void {
    if (known.crmKey === null) return
    known.earlierOfCrm = this.#byCrm.get(known.crmKey) ?? null
    this.#byCrm.set(known.crmKey, known)
  }

  #knownFrom({ customer_name, country, duns, ...row }: StoredDeal): Known {
    const { sketch } = this.#customers.of({ name: customer_name, country, duns })
    const deal = {
      name: row.name,
      crmId: row.crm_id,
      value: { amount: row.value_amount, currency: row.value_currency } as Money,
      closeDate: row.close_date as CivilDate,
      engagementId: null,
    }
    return new Known(sketch, deal, null)
  }
}

const around = ({ group }: Named): Group[] => [group, ...group.alike]

/** The last deals of a chain, the first of them first. */
function lastOf(last: Known | null | undefined, earlier: 'earlier' | 'earlierOfCrm'): Known[] {
  const found: Known[] = []
  for (let known = last ?? null; known && found.length < MOST_COMPARED; known = known[earlier])
    found.push(known)
  return found.reverse()
}

function* chunks<T>(items: readonly T[]): Iterable<T[]> {
  for (let start = 0; start < items.length; start += MOST_IDS) yield items.slice(start, start + MOST_IDS)
}

interface StoredDeal {
  readonly name: string
  readonly value_amount: number
  readonly value_currency: string
  readonly close_date: string
  readonly crm_id: string | null
  readonly customer_name: string
  readonly country: string
  readonly duns: string | null
}
