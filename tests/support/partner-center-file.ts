import type { Status } from '#shared/domain/deal.ts'
import { type CivilDate, addCivilDays } from '#shared/domain/time.ts'
import { type Line, fileOf } from './bulk-csv.ts'
import type { Random } from './random.ts'

const WORDS = [
  'Harbor',
  'Granite',
  'Tamarind',
  'Northwind',
  '晨光',
  'Lakeshore',
  'Copper',
  '云禾',
  'Maple',
  'Orion',
]
const KINDS = [
  'cold-chain telemetry',
  'ERP move to the cloud',
  'identity clean-up',
  '数据平台',
  'contact centre refresh',
]
const FORMS = ['Foods BV', 'Motors Inc', 'Logistics GmbH', '科技有限公司', 'Freight Oy', 'Mutual Savings']
const PLACES = [
  ['Rotterdam', 'NL'],
  ['Lisboa', 'PT'],
  ['Osaka', 'JP'],
  ['Nairobi', 'KE'],
  ['São Paulo', 'BR'],
  ['上海', 'CN'],
  ['Chicago', 'US'],
] as const
const FIRST = ['Ana', 'Bo', 'Chidi', 'Emre', 'Fatima', 'Goran', 'Iris', '梅']
const LAST = ['Silva', 'Okafor', 'Novak', 'Petrov', 'Sato', 'Bakker', '李']
const CURRENCIES = ['EUR', 'USD', 'JPY', 'CNY', 'GBP', 'BRL']
const STAGES = ['', '10', '20', '40', '60', '80']

const STATUS_CELLS: Readonly<Record<Status, readonly [status: string, substatus: string]>> = {
  received: ['New', 'Pending'],
  accepted: ['Active', 'Accepted'],
  won: ['Closed', 'Won'],
  lost: ['Closed', 'Lost'],
  declined: ['Closed', 'Declined'],
  expired: ['Closed', 'Expired'],
}

const personOf = (random: Random) => {
  const number = random.int(1, 9999)
  const phone = `+${random.int(1, 98)} ${random.int(10, 99)} 555 ${String(number).padStart(4, '0')}`
  return [random.pick(FIRST), random.pick(LAST), phone, `p${number}@example.com`] as const
}

const american = (date: CivilDate): string => `${date.slice(5, 7)}/${date.slice(8)}/${date.slice(0, 4)}`

function help(random: Random, status: Status): Line {
  if (status === 'received' || !random.percent(40)) return { 'Microsoft help required?': 'No' }
  const [first, last, phone, email] = personOf(random)
  return {
    'Microsoft help required?': 'Yes',
    'What specific help from Microsoft?': String(random.int(1, 6)),
    'Microsoft Referral Status': status === 'accepted' ? '' : 'Accepted',
    'Customer Contact First Name': first,
    'Customer Contact Last Name': last,
    'Customer Contact Phone number': phone,
    'Customer Contact Email Address': email,
  }
}

/** One invented deal as a line of Partner Center's bulk CSV: always a good one. */
export function partnerCenterRow(random: Random, status: Status, today: CivilDate): Line {
  const [city, country] = random.pick(PLACES)
  const [statusCell, substatus] = STATUS_CELLS[status]
  const closed = status !== 'accepted' && status !== 'received'
  return {
    'Engagement ID': random.uuid(),
    'Referral ID': random.uuid(),
    'Deal Name': `${random.pick(WORDS)} ${random.pick(KINDS)} ${random.int(1, 99_999)}`,
    'Customer Name': `${random.pick(WORDS)} ${random.pick(FORMS)} ${random.int(1, 999)}`,
    'Customer Address Line 1': `Main St ${random.int(1, 400)}`,
    'Customer City': city,
    'Customer Country': country,
    'Partner Referral Status': statusCell,
    'Partner Referral Substatus': substatus,
    'Declined/Lost reason': status === 'lost' || status === 'declined' ? String(random.int(1, 7)) : '',
    'Sales Stage': status === 'won' ? '100' : status === 'accepted' ? random.pick(STAGES) : '',
    'Estimated Deal Value': `${random.int(1_000, 900_000)}.0`,
    Currency: random.pick(CURRENCIES),
    'Estimated Close Date': american(addCivilDays(today, closed ? -random.int(1, 300) : random.int(5, 300))),
    'CRM ID': random.percent(30) ? `CRM-${random.int(10_000, 99_999)}` : '',
    'Marketing Campaign ID': random.percent(20) ? '秋季活动' : '',
    Notes: random.percent(30) ? `Decision maker: CFO, next call ${random.int(1, 28)} May` : '',
    ...help(random, status),
    'Share with Microsoft sales team': 'No',
    'Consent to share Customer/Partner contact': 'Yes',
    'Solution 1': `SOL-9000${random.int(1, 6)}-ABC`,
    'Team member 1': personOf(random).join(', '),
  }
}

/** Lines as the bytes of a file, under Partner Center's own header. */
export const partnerCenterFile = (lines: readonly Line[]): Buffer => Buffer.from(fileOf(lines))
