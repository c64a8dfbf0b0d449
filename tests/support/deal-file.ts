import { stringify } from 'csv-stringify/sync'
import type { Status } from '#shared/domain/deal.ts'
import { type CivilDate, addCivilDays } from '#shared/domain/time.ts'
import { COLUMN, type ColumnKey } from '#main/core/imports/partner-center-csv/columns.ts'
import type { Random } from './random.ts'

/** Made-up companies, people and projects for files as Partner Center writes them. */
const words = (text: string): string[] => text.split(' ')
const COMPANIES = words(
  'Northwind Contoso Fabrikam Lakeside Tamarind Meridian Granite Harbor 晨光 远山 Alpine Quayside',
)
const TRADES = words('Freight Foods Motors Energy Logistics Health Mining Retail 科技 物流')
const FORMS = ['Inc', 'GmbH', 'SA', 'BV', 'AB', '有限公司']
const PROJECTS = [
  'ERP move to the cloud',
  'identity clean-up',
  'shop-floor vision',
  'contact centre refresh',
  'cold-chain telemetry',
  'data platform migration',
  '数据中心迁移',
  '智能工厂试点',
]
const PLACES = [
  ['US', 'Seattle'],
  ['DE', 'München'],
  ['FR', 'Lyon'],
  ['NL', 'Rotterdam'],
  ['JP', 'Osaka'],
  ['CN', '上海'],
  ['BR', 'São Paulo'],
  ['KE', 'Nairobi'],
] as const
const FIRST_NAMES = words('Iris Emre Bo Chidi Fatima Goran 梅 Ana Tom Lars')
const LAST_NAMES = words('Novak Silva Okafor Petrov Sato 李 Meyer Dubois Jansen Costa')
const CURRENCIES = ['USD', 'EUR', 'GBP', 'BRL', 'CNY', 'CHF']
const CAMPAIGNS = ['SPRING-26', 'BUILD-TOUR', '秋季活动']
const STAGES = ['', '10', '20', '40', 'Qualified', 'Proposed']
const CUSTOMERS = 30_000

/** How a row stands at Partner Center: what its status and substatus cells say. */
const STATUS_CELLS: Record<Status, readonly [status: string, substatus: string]> = {
  received: ['New', 'Pending'],
  accepted: ['Active', 'Accepted'],
  won: ['Closed', 'Won'],
  lost: ['Closed', 'Lost'],
  declined: ['Closed', 'Declined'],
  expired: ['Closed', 'Expired'],
}

const HEADER = [...Object.values(COLUMN), 'Solution 1', 'Solution 2', 'Team member 1', 'Team member 2']

const american = (date: CivilDate): string => `${date.slice(5, 7)}/${date.slice(8)}/${date.slice(0, 4)}`

/** One of two thousand colleagues: the same number is always the same person. */
function memberCell(random: Random): string {
  const number = random.int(0, 1999)
  const [first, last] = [FIRST_NAMES[number % 10]!, LAST_NAMES[Math.floor(number / 10) % 10]!]
  return `${first}, ${last}, +31 20 555 ${1000 + number}, p${number}@example.com`
}

type Cells = Partial<Record<ColumnKey, string>>

function customerCells(random: Random): Cells {
  const number = random.int(0, CUSTOMERS - 1)
  const [country, city] = PLACES[number % PLACES.length]!
  const contact = random.int(1000, 5999)
  const of = (list: readonly string[]) => list[number % list.length]!
  return {
    customerName: `${of(COMPANIES)} ${of(TRADES)} ${of(FORMS)} ${number}`,
    addressLine1: `Kade ${number % 300}`,
    city,
    postalCode: String(10_000 + (number % 80_000)),
    country,
    contactFirstName: FIRST_NAMES[contact % 10]!,
    contactLastName: LAST_NAMES[Math.floor(contact / 10) % 10]!,
    contactPhone: `+49 89 555 ${contact}`,
    contactEmail: `c${contact}@example.org`,
  }
}

function dealCells(random: Random, status: Status, today: CivilDate): Cells {
  const [statusCell, substatus] = STATUS_CELLS[status]
  const closed = status !== 'accepted' && status !== 'received'
  return {
    engagementId: random.uuid(),
    referralId: random.uuid(),
    name: `${random.pick(COMPANIES)} ${random.pick(PROJECTS)} ${random.int(1, 99)}`,
    status: statusCell,
    substatus,
    reason: status === 'lost' || status === 'declined' ? String(random.int(1, 7)) : '',
    stage: status === 'accepted' ? random.pick(STAGES) : '',
    value: String(random.int(1_000, 900_000)),
    currency: random.pick(CURRENCIES),
    closeDate: american(addCivilDays(today, closed ? -random.int(1, 300) : random.int(1, 400))),
    crmId: random.percent(40) ? `CRM-${random.int(10_000, 99_999)}` : '',
    campaignId: random.percent(20) ? random.pick(CAMPAIGNS) : '',
    notes: random.percent(60) ? `Decision maker: CFO, next call in week ${random.int(1, 52)}.` : '',
  }
}

const helpCells = (random: Random, status: Status): Cells =>
  status === 'accepted' && random.percent(50)
    ? {
        helpRequired: 'Yes',
        help: String(random.int(1, 6)),
        microsoftStatus: random.pick(['', 'Pending', 'Accepted']),
        consent: 'Yes',
      }
    : { helpRequired: 'No' }

/** One row that can be imported. */
export function dealRow(random: Random, status: Status, today: CivilDate): Record<string, string> {
  const cells = {
    ...customerCells(random),
    ...dealCells(random, status, today),
    ...helpCells(random, status),
  }
  return {
    ...Object.fromEntries(Object.entries(cells).map(([key, cell]) => [COLUMN[key as ColumnKey], cell])),
    'Solution 1': `SOL-${90_000 + random.int(0, 1500)}`,
    'Solution 2': random.percent(30) ? `SOL-${90_000 + random.int(0, 1500)}` : '',
    'Team member 1': memberCell(random),
    'Team member 2': random.percent(30) ? memberCell(random) : '',
  }
}

/** Rows as a file: byte order mark, heading, one line each. */
export const dealFile = (rows: readonly Record<string, string>[]): Buffer =>
  Buffer.from(stringify([...rows], { header: true, columns: HEADER, bom: true }), 'utf8')
