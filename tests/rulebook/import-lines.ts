import type { Line } from '../support/bulk-csv.ts'
import type { Action } from './actions.ts'
import type { Situation } from './situations.data.ts'
import { CONTACT_CELLS, helpCells, lineOf } from './world.ts'

/** How a line of a file asks for an action: the cells that differ, or null where no line can say it of a situation. */
type Saying = (situation: Situation) => Line | null

const closedAs = (substatus: string, more: Line = {}): Line => ({
  'Partner Referral Status': 'Closed',
  'Partner Referral Substatus': substatus,
  ...more,
})
const TEAM: Line = { 'Team member 1': 'Ana, Silva, +351 21 555 0101, ana@kestrel.example' }
const PERCENT = { qualified: 20, developed: 40, proposed: 60, negotiated: 80 } as const
const percentOf = ({ stage }: Situation): number => PERCENT[stage as keyof typeof PERCENT] ?? 10
const runs = ({ status }: Situation): boolean => status === 'accepted'
const isClosed = ({ status }: Situation): boolean => status !== 'accepted' && status !== 'received'

/** A changed cell: it can be said of any deal. */
const cells =
  (more: Line): Saying =>
  () =>
    more

/** The end of a deal: not where it has ended so already, and a line that ends an unanswered one accepts it first. */
const ends =
  (status: Situation['status'], more: Line): Saying =>
  (situation) =>
    situation.status === status || situation.status === 'received' ? null : more

/** Declining says of an expired deal no more than that it differs. */
const declines =
  (more: Line): Saying =>
  ({ status }) =>
    status === 'declined' || status === 'expired' ? null : { ...TEAM, ...more }

/** A stage ahead is a mark, a stage behind a correction; of a closed deal a line says with it that it runs. */
const stage =
  (way: 'mark' | 'correct', percent: number): Saying =>
  (situation) => {
    const running: Line = { 'Partner Referral Status': 'Active', 'Partner Referral Substatus': 'Accepted' }
    const more = { ...running, 'Sales Stage': String(percent) }
    if (isClosed(situation)) return situation.status === 'expired' ? null : { ...TEAM, ...more }
    if (!runs(situation)) return null
    const ahead = percent > percentOf(situation)
    const behind = percent < percentOf(situation)
    return (way === 'mark' ? ahead : behind) ? more : null
  }

/** An answer of Microsoft on a deal of ours that runs: files bring what is newer than what we have. */
const microsoft =
  (status: string, from: readonly Situation['microsoft'][]): Saying =>
  (situation) =>
    runs(situation) && situation.direction === 'outbound' && from.includes(situation.microsoft)
      ? helpCells(status)
      : null

export const SAYINGS: Partial<Record<Action, Saying>> = {
  accept: ({ status }) =>
    status === 'received'
      ? { ...TEAM, 'Partner Referral Status': 'Active', 'Partner Referral Substatus': 'Accepted' }
      : null,
  decline: declines(closedAs('Declined', { 'Declined/Lost reason': '1' })),
  'decline without reason': declines(closedAs('Declined')),
  win: ends('won', closedAs('Won')),
  lose: ends('lost', closedAs('Lost', { 'Declined/Lost reason': '3' })),
  'lose without reason': ends('lost', closedAs('Lost')),

  'edit name': cells({ 'Deal Name': 'Renamed' }),
  'edit value': cells({ 'Estimated Deal Value': '77' }),
  'edit close date': cells({ 'Estimated Close Date': '08/01/2027' }),
  'edit currency': cells({ Currency: 'USD' }),
  'edit notes': cells({ Notes: 'Met them' }),
  'edit CRM ID': cells({ 'CRM ID': 'CRM-7' }),
  'edit campaign ID': cells({ 'Marketing Campaign ID': 'SPRING' }),
  'edit contact': cells({ ...CONTACT_CELLS, 'Customer Contact First Name': 'Olga' }),
  'set team': cells({ 'Team member 1': 'Bea, Silva, +351 21 555 0101, bea@kestrel.example' }),
  'set solutions': cells({ 'Solution 1': 'SOL-MANY-0' }),

  'invite Microsoft': (situation) =>
    runs(situation) && situation.microsoft === null ? { ...CONTACT_CELLS, ...helpCells('') } : null,
  'Microsoft accepts': microsoft('Accepted', ['pending']),
  'Microsoft declines': microsoft('Declined', ['pending', 'accepted']),
  'Microsoft wins': microsoft('Won', ['accepted']),
  'Microsoft loses': microsoft('Lost', ['accepted']),

  'mark qualified': stage('mark', 20),
  'mark developed': stage('mark', 40),
  'mark proposed': stage('mark', 60),
  'mark negotiated': stage('mark', 80),
  'correct to qualified': stage('correct', 20),
  'correct to developed': stage('correct', 40),
  'correct to proposed': stage('correct', 60),
  'correct to created': stage('correct', 10),
}

/** The line that asks an action of the deal in a situation; null where none can. A file knows no assessments by command. */
export function lineFor(action: Action, index: number, situation: Situation): Line | null {
  if (situation.type === 'solution-assessment') return null
  const more = SAYINGS[action]!(situation)
  return more && lineOf(index, situation, more)
}
