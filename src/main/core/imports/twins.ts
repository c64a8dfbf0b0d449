import type { Money } from '#shared/domain/money.ts'
import type { CivilDate } from '#shared/domain/time.ts'
import {
  type DealFacts,
  type DealSketch,
  byLikeness,
  crmKey,
  likeness,
  sketchOf,
} from '#shared/rules/duplicates/likeness.ts'
import {
  type OrganisationName,
  organisationName,
  placesOf,
  sameOrganisation,
} from '#shared/rules/duplicates/organisation-name.ts'
import { digitsOf } from '#shared/rules/duplicates/typo.ts'
import type { RowFault } from '#shared/words/row-fault.ts'
import type { ReadExecutor } from '../../db/executor.ts'
import { CRM_KEY, LIVE } from '../deals/duplicates.repository.ts'
import { issue } from './partner-center-csv/cells.ts'
import type { PartnerCenterRow } from './partner-center-csv/partner-center-row.ts'

const MOST_IDS = 500
/** Deals of one customer looked at for one row: files where it would take more are all of one kind anyway. */
const MOST_COMPARED = 300
/** Months to either side that a window of days can reach into. */
const MONTHS = 2

/** A deal of the database (`line` null) or of a row read before. */
interface Known {
  readonly facts: DealFacts
  readonly name: string
  readonly line: number | null
  readonly engagementId: string | null
  sketch: DealSketch | null
}

/** Customers of one name in one country, the deals they have by month, and who else may be meant. */
interface Group {
  readonly named: OrganisationName
  readonly customerIds: string[]
  readonly months: Map<number, Known[]>
  readonly alike: Set<Group>
  isLoaded: boolean
}

const monthOf = (date: CivilDate): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7))

function push<K, T>(map: Map<K, T[]>, key: K, item: T): void {
  const list = map.get(key)
  if (list) list.push(item)
  else map.set(key, [item])
}

/** Finds rows of a file that look like a deal we have, or like a row before them, by the rule of `deals.duplicates`. */
export class ImportTwins {
  readonly #db: ReadExecutor
  readonly #groups = new Map<string, Group>()
  readonly #places = new Map<string, Group[]>()
  readonly #byDuns = new Map<string, Group>()
  readonly #byCrm = new Map<string, Known[]>()

  private constructor(db: ReadExecutor) {
    this.#db = db
  }

  /** Reads the customers that have deals here: who they are alike to is asked of memory, not of the database row by row. */
  static async load(db: ReadExecutor): Promise<ImportTwins> {
    const twins = new ImportTwins(db)
    const any = await db.selectFrom('deals').select('id').limit(1).executeTakeFirst()
    if (!any) return twins
    const customers = await db.selectFrom('customers').select(['id', 'name', 'country', 'duns']).execute()
    for (const customer of customers) twins.#groupOf(customer).customerIds.push(customer.id)
    return twins
  }

  /** Fetches the deals that rows may look like, each once. */
  async fetch(rows: readonly PartnerCenterRow[]): Promise<void> {
    const wanted = new Set(rows.flatMap(({ customer }) => this.#around(this.#groupOf(customer))))
    const groups = [...wanted].filter((group) => !group.isLoaded && group.customerIds.length > 0)
    const ofCustomer = new Map(groups.flatMap((group) => group.customerIds.map((id) => [id, group])))
    for (const ids of chunks([...ofCustomer.keys()])) {
      for (const row of await this.#deals().where('customer_id', 'in', ids).execute()) {
        this.#keep(knownFrom(row), ofCustomer.get(row.customer_id)!, false)
      }
    }
    for (const group of groups) group.isLoaded = true
    const keys = new Set(rows.map(({ crmId }) => crmKey(crmId)).filter((key) => key !== null))
    for (const ids of chunks([...keys].filter((key) => !this.#byCrm.has(key)))) {
      for (const id of ids) this.#byCrm.set(id, [])
      const found = await this.#deals().where('crm_id', 'is not', null).where(CRM_KEY, 'in', ids).execute()
      for (const row of found) push(this.#byCrm, crmKey(row.crm_id)!, knownFrom(row))
    }
  }

  /** What a row that would begin a deal looks like, if anything; from now on the rows after it may look like it. */
  judge(row: PartnerCenterRow): RowFault | null {
    if (!LIVE.includes(row.status)) return null
    const facts: DealFacts = row
    const sketch = sketchOf(facts)
    const group = this.#groupOf(row.customer)
    const month = monthOf(row.closeDate)
    const found = this.#candidates(group, month, sketch.crmKey)
      .filter(({ engagementId }) => engagementId === null || engagementId !== row.engagementId)
      .flatMap((known) => {
        const alike = likeness(sketch, (known.sketch ??= sketchOf(known.facts)))
        return alike ? [{ known, ...alike }] : []
      })
      .sort(byLikeness)
    const { name, line, engagementId } = row
    this.#keep({ facts: lean(row), name, line, engagementId, sketch: null }, group, true)
    const [nearest] = found
    if (!nearest) return null
    return nearest.known.line === null
      ? issue('LOOKS_LIKE_DEAL', null, nearest.known.name)
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

  #around = (group: Group): Group[] => [group, ...group.alike]

  #candidates(group: Group, month: number, crm: string | null): Known[] {
    const near = this.#around(group).flatMap(({ months }) =>
      Array.from({ length: 2 * MONTHS + 1 }, (_, step) => months.get(month + step - MONTHS) ?? []).flat(),
    )
    const sameCrm = crm === null ? [] : (this.#byCrm.get(crm) ?? [])
    return [...sameCrm.slice(-MOST_COMPARED), ...near.slice(-MOST_COMPARED)]
  }

  #keep(known: Known, group: Group, withCrm: boolean): void {
    if (known.facts.closeDate) push(group.months, monthOf(known.facts.closeDate), known)
    const key = withCrm ? crmKey(known.facts.crmId) : null
    if (key !== null) push(this.#byCrm, key, known)
  }

  #groupOf({ name, country, duns }: NonNullable<DealFacts['customer']>): Group {
    const named = organisationName(name)
    const place = `${country}|${named.key}`
    const known = this.#groups.get(place)
    const group = known ?? this.#begin(named, country)
    if (!known) this.#groups.set(place, group)
    if (duns !== null) {
      const same = this.#byDuns.get(duns)
      if (!same) this.#byDuns.set(duns, group)
      else if (same !== group) link(same, group)
    }
    return group
  }

  #begin(named: OrganisationName, country: string): Group {
    const group: Group = {
      named,
      customerIds: [],
      months: new Map(),
      alike: new Set(),
      isLoaded: false,
    }
    const { head, middles } = placesOf(named.key)
    const at = (piece: string) => `${country}|${digitsOf(named.whole)}|${piece}`
    const near = [`${at(head)}|`, ...middles.map((piece) => at(piece))]
    for (const place of near) {
      for (const other of this.#places.get(place) ?? []) {
        if (sameOrganisation(other.named, named) !== null) link(other, group)
      }
    }
    for (const place of near.slice(0, 2)) push(this.#places, place, group)
    return group
  }
}

function link(a: Group, b: Group): void {
  a.alike.add(b)
  b.alike.add(a)
}

function* chunks<T>(items: readonly T[]): Iterable<T[]> {
  for (let start = 0; start < items.length; start += MOST_IDS) yield items.slice(start, start + MOST_IDS)
}

/** Of a row only what is compared: the rest of it need not stay in memory. */
const lean = ({ name, customer, crmId, value, closeDate }: PartnerCenterRow): DealFacts => ({
  name,
  customer: { name: customer.name, country: customer.country, duns: customer.duns },
  crmId,
  value,
  closeDate,
})

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

const knownFrom = (row: StoredDeal): Known => ({
  facts: {
    name: row.name,
    customer: { name: row.customer_name, country: row.country, duns: row.duns },
    crmId: row.crm_id,
    value: { amount: row.value_amount, currency: row.value_currency } as Money,
    closeDate: row.close_date as CivilDate,
  },
  name: row.name,
  line: null,
  engagementId: null,
  sketch: null,
})
