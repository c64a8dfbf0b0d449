import { type CivilDate, addCivilDays } from '#shared/domain/time.ts'
import { type Line, line } from '../support/csv-lines.ts'
import type { Random } from '../support/random.ts'

/** A deal as somebody typed it. */
export interface Seeded {
  readonly name: string
  readonly customer: string
  readonly country: string
  readonly duns: string | null
  /** Whole units of the currency. */
  readonly value: number
  readonly currency: string
  readonly closeDate: CivilDate
  readonly crmId: string
  readonly status: 'accepted' | 'lost'
}

const words = (text: string): string[] => text.split(' ')
const FIRST = words(
  'Aldermoor Brightwell Calderon Dunhaven Eastgate Fjellheim Granholm Hartwick Ironbridge Juniper Kestrel Lindqvist ' +
    'Marlowe Norrland Oakenfield Pemberton Quayside Rosenthal Silverline Tamarind Underhill Valmont Westerly Yarrow',
)
const SECOND = words(
  'Foods Freight Motors Energy Logistics Health Mining Retail Marine Textiles Optics Paper',
)
const FORMS = ['Ltd', 'GmbH', 'Inc.', 'B.V.', 'AB', 'S.A.', 'Co., Ltd.', 'Corp', '']
const PLACES_ZH = ['北京', '上海', '深圳', '杭州', '成都', '武汉', '青岛', '厦门']
const NAMES_ZH = ['云帆', '晨光', '远山', '海纳', '星桥', '禾木', '澜江', '蓝鲸', '天枢', '明德']
const TRADES_ZH = ['科技', '物流', '能源', '医疗', '食品', '制造']
const WHAT = words(
  'warehouse telemetry identity backup contract payroll shop-floor fleet laboratory archive invoice campus branch pricing',
)
const WORK = words(
  'migration rollout platform assessment modernisation dashboard integration automation analytics refresh',
)
const WHERE = words('Rotterdam Lyon Osaka Porto Dublin Gothenburg Nairobi Austin Leipzig Turin')
const WHAT_ZH = ['数据中心', '身份认证', '智能工厂', '冷链物流', '财务系统', '客服中心', '供应链', '实验室']
const WORK_ZH = ['迁移上云', '升级改造', '平台建设', '试点部署', '统一管理', '安全加固']
const CURRENCIES = ['EUR', 'USD', 'GBP', 'CNY']

const isChinese = ({ country }: Seeded): boolean => country === 'CN'
const digits = (random: Random, length: number): string =>
  Array.from({ length }, () => random.int(0, 9)).join('')
const far = (random: Random, from: number, to: number): number =>
  random.int(from, to) * (random.percent(50) ? 1 : -1)

function projectName(random: Random, chinese: boolean): string {
  if (chinese) return `${random.pick(WHAT_ZH)}${random.pick(WORK_ZH)}`
  const name = `${random.pick(WHAT)} ${random.pick(WORK)}`
  return `${name[0]!.toUpperCase()}${name.slice(1)} ${random.pick(WHERE)}`
}

const amount = (random: Random): number =>
  random.percent(40) ? random.int(1, 90) * 10_000 : random.int(10_001, 899_999)

/** A deal that is there before anybody types a second one. */
export function original(random: Random, today: CivilDate): Seeded {
  const chinese = random.percent(20)
  return {
    name: projectName(random, chinese),
    customer: chinese
      ? `${random.pick(PLACES_ZH)}${random.pick(NAMES_ZH)}${random.pick(TRADES_ZH)}有限公司`
      : `${random.pick(FIRST)} ${random.pick(SECOND)} ${random.pick(FORMS)}`.trim(),
    country: chinese ? 'CN' : random.pick(['NL', 'DE', 'GB', 'US', 'PT', 'SE']),
    duns: random.percent(50) ? digits(random, 9) : null,
    value: amount(random),
    currency: random.pick(CURRENCIES),
    closeDate: addCivilDays(today, random.int(30, 500)),
    crmId: random.percent(50) ? `CRM-${digits(random, 7)}` : '',
    status: 'accepted',
  }
}

/** A slip of the fingers: a letter left out, doubled, exchanged with the next one, or another. Never a digit. */
export function slip(random: Random, text: string): string {
  const letters = Array.from(text)
  const places = [...letters.keys()].filter((at) => /\p{L}/u.test(letters[at]!))
  const at = random.pick(places)
  const letter = letters[at]!
  const next = letters[at + 1]
  const kind = random.int(0, 3)
  if (kind === 0) letters.splice(at, 1)
  else if (kind === 1) letters.splice(at, 0, letter)
  else if (kind === 2 && next !== undefined && next !== ' ') letters.splice(at, 2, next, letter)
  else letters[at] = /\p{Script=Han}/u.test(letter) ? '华' : random.pick(words('a e i o r s t n'))
  return letters.join('')
}

const wide = (text: string): string =>
  Array.from(text, (letter) =>
    /[!-~]/.test(letter) ? String.fromCodePoint(letter.codePointAt(0)! + 0xfee0) : letter,
  ).join('')

/** Another spelling of a company's form, or none. */
function otherForm(random: Random, name: string): string {
  if (name.endsWith('有限公司'))
    return name.replace(/有限公司$/, random.pick(['', '股份有限公司', '（有限公司）']))
  const bare = name.replace(/ (?:Ltd|GmbH|Inc\.|B\.V\.|AB|S\.A\.|Co\., Ltd\.|Corp)$/, '')
  return random.pick([bare, `${bare} Limited`, `${bare.toUpperCase()} LTD.`, `The ${bare}, Inc`])
}

type Change = (deal: Seeded, random: Random) => Partial<Seeded>
const within = (deal: Seeded, random: Random, days: number) => ({
  closeDate: addCivilDays(deal.closeDate, random.int(-days, days)),
})

/** The same deal once more, in the ways people enter it once more. */
export const DUPLICATES: Record<string, Change> = {
  'same CRM ID, everything else typed anew': (deal, random) => ({
    name: projectName(random, isChinese(deal)),
    value: amount(random),
    crmId: random.pick([deal.crmId, deal.crmId.toLowerCase(), deal.crmId.replace('-', ' ')]),
    customer: otherForm(random, deal.customer),
    ...within(deal, random, 120),
  }),
  'other form of the company': (deal, random) => ({
    customer: otherForm(random, deal.customer),
    crmId: '',
    duns: null,
    ...within(deal, random, 40),
  }),
  'slip in the customer': (deal, random) => ({
    customer: slip(random, deal.customer),
    crmId: '',
    duns: null,
    ...within(deal, random, 30),
  }),
  'other case and width': (deal, random) => ({
    customer: random.pick([wide(deal.customer), deal.customer.toUpperCase(), deal.customer.toLowerCase()]),
    name: random.pick([wide(deal.name), deal.name.toUpperCase()]),
    crmId: '',
    ...within(deal, random, 30),
  }),
  'same D-U-N-S, customer called otherwise': (deal, random) => ({
    customer: `${Array.from(deal.customer).slice(0, 3).join('')} Holding ${random.pick(WHERE)}`,
    crmId: '',
    ...within(deal, random, 40),
  }),
  'slip in the name of the deal': (deal, random) => ({
    name: slip(random, deal.name),
    crmId: '',
    ...within(deal, random, 40),
  }),
  'name in other words, value rounded': (deal, random) => ({
    name: isChinese(deal)
      ? `${deal.customer.slice(0, 4)}${deal.name}项目`
      : `${deal.customer.split(' ')[0]}: ${deal.name.toLowerCase().split(' ').reverse().join(' ')} project`,
    value: Math.round(deal.value / 1000) * 1000,
    crmId: '',
    ...within(deal, random, 40),
  }),
  'other name, the same odd value': (deal, random) => ({
    name: projectName(random, isChinese(deal)),
    crmId: '',
    ...within(deal, random, 10),
  }),
}

/** What a deal must have to be entered once more in that way. */
export const NEEDS: Record<string, (deal: Seeded) => boolean> = {
  'same CRM ID, everything else typed anew': ({ crmId }) => crmId !== '',
  'same D-U-N-S, customer called otherwise': ({ duns }) => duns !== null,
  'other name, the same odd value': ({ value }) => value % 1000 !== 0,
  'same name, other number': ({ duns }) => duns !== null,
}

/** Other deals that only look a little like it. */
export const OTHERS: Record<string, Change> = {
  'same customer, other project': (deal, random) => ({
    name: otherProject(deal, random),
    value: amount(random),
    crmId: '',
    ...within(deal, random, 45),
  }),
  'same names, other country': (deal, random) => ({
    country: random.pick(['FR', 'BR', 'JP', 'KE']),
    duns: null,
    crmId: '',
    ...within(deal, random, 30),
  }),
  'renewal a year later': (deal, random) => ({
    closeDate: addCivilDays(deal.closeDate, 365 + random.int(-20, 20)),
    ...(random.percent(50) ? { crmId: '' } : {}),
  }),
  'next phase': (deal, random) => ({
    name: isChinese(deal) ? `${deal.name}二期` : `${deal.name} phase 2`,
    value: amount(random),
    crmId: '',
    closeDate: addCivilDays(deal.closeDate, random.int(20, 45)),
  }),
  'same name, other number': (deal, random) => ({
    duns: digits(random, 9),
    crmId: '',
    ...within(deal, random, 30),
  }),
  'other customer, same project': (deal, random) => ({
    customer: isChinese(deal)
      ? `${random.pick(PLACES_ZH)}天成${random.pick(TRADES_ZH)}有限公司`
      : `Zephyrine ${random.pick(SECOND)} Ltd`,
    duns: null,
    crmId: '',
    ...within(deal, random, 20),
  }),
  'CRM ID that says nothing': (deal, random) => ({
    name: otherProject(deal, random),
    value: amount(random),
    crmId: random.pick(['TBD', 'n/a', '-', '000']),
    ...within(deal, random, 40),
  }),
  'same deal, far apart': (deal, random) => ({
    closeDate: addCivilDays(deal.closeDate, far(random, 60, 300)),
    value: amount(random),
    crmId: '',
  }),
}

/** A project that shares at most a word with this one. */
function otherProject(deal: Seeded, random: Random): string {
  const said = new Set(deal.name.toLowerCase().split(' '))
  for (;;) {
    const name = projectName(random, isChinese(deal))
    const shared = isChinese(deal)
      ? Array.from(name).filter((letter) => deal.name.includes(letter)).length / 2
      : name
          .toLowerCase()
          .split(' ')
          .filter((word) => said.has(word)).length
    if (shared <= 1) return name
  }
}

const american = (date: CivilDate): string => `${date.slice(5, 7)}/${date.slice(8)}/${date.slice(0, 4)}`

/** A deal as a line of Partner Center's bulk CSV. */
export const lineOfSeeded = (deal: Seeded, referralId: string): Line =>
  line(referralId, {
    'Deal Name': deal.name,
    'Customer Name': deal.customer,
    'Customer Country': deal.country,
    'Customer D-U-N-S ID': deal.duns ?? '',
    'Estimated Deal Value': String(deal.value),
    Currency: deal.currency,
    'Estimated Close Date': american(deal.closeDate),
    'CRM ID': deal.crmId,
    ...(deal.status === 'lost'
      ? {
          'Partner Referral Status': 'Closed',
          'Partner Referral Substatus': 'Lost',
          'Declined/Lost reason': '1',
          'Sales Stage': '',
        }
      : {}),
  })
