import type { Command, CommandKind, CommandOf } from '#shared/domain/command.ts'
import type { DealId, Id, PartyId } from '#shared/domain/ids.ts'
import type { Currency, Money } from '#shared/domain/money.ts'
import type { CivilDate, Instant } from '#shared/domain/time.ts'
import type { Envelope, ErrorShape, Json, Refusal } from '#shared/errors.ts'
import type { Input, Output, Parsed, ProcedureName } from './contract.ts'
import type { AppEvent } from './events.ts'

/*
 * Checked by the type checker, never run: each misuse stands under @ts-expect-error, so that a contract which starts
 * to allow it no longer compiles. What is right stands beside it without one.
 */

type Call = <N extends ProcedureName>(name: N, input: Input<N>) => Output<N>
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
const holds = <T extends true>(): T | null => null

const dealId = '01890000-0000-7000-8000-000000000001'

export function procedures(call: Call): void {
  call('deals.get', { dealId })
  call('app.info', {})
  // @ts-expect-error no procedure has this name
  call('deals.gte', { dealId })
  // @ts-expect-error a name of every object is no procedure
  call('constructor', {})
  // @ts-expect-error the id is missing
  call('deals.get', {})
  // @ts-expect-error an id is a text
  call('deals.get', { dealId: 7 })
  // @ts-expect-error no such field
  call('deals.get', { dealId, version: 1 })
  // @ts-expect-error a moment is a text, not a Date of this runtime
  call('deals.get', { dealId, asOf: new Date(0) })
  // @ts-expect-error null is no moment
  call('deals.get', { dealId, asOf: null })
  // @ts-expect-error there is no such tab
  call('deals.list', { tab: 'archive' })
  // @ts-expect-error a list is not sorted by what it does not show
  call('deals.list', { tab: 'all', sort: { by: 'phone', direction: 'asc' } })
  // @ts-expect-error the input of one procedure is not that of another
  call('deals.list', { dealId })
  // @ts-expect-error a board is of one of the two ladders
  call('deals.board', { family: 'co-sell' })
}

export function commands(call: Call): void {
  const execute = { dealId, expectedVersion: 3 }
  const value = { amount: 100, currency: 'EUR' }
  call('deals.execute', { ...execute, command: { kind: 'win' } })
  call('deals.execute', { ...execute, command: { kind: 'edit', changes: { value } } })
  call('deals.check', { dealId: null, command: { kind: 'create', name: '' } })
  // @ts-expect-error no command is called so
  call('deals.execute', { ...execute, command: { kind: 'winn' } })
  // @ts-expect-error nobody but the scheduler lets a deal expire
  call('deals.execute', { ...execute, command: { kind: 'expire' } })
  // @ts-expect-error a field of another command
  call('deals.execute', { ...execute, command: { kind: 'win', reason: 'budget' } })
  // @ts-expect-error the version is a number
  call('deals.execute', { ...execute, expectedVersion: '3', command: { kind: 'win' } })
  // @ts-expect-error the version is said, or said to be skipped
  call('deals.execute', { dealId, command: { kind: 'win' } })
  // @ts-expect-error not a reason of the rulebook
  call('deals.execute', { ...execute, command: { kind: 'lose', reason: 'too-expensive' } })
  // @ts-expect-error not a stage of either ladder
  call('deals.execute', { ...execute, command: { kind: 'mark-stage', stage: 'fruit' } })
  // @ts-expect-error the type of a deal is derived, never picked (B1)
  call('deals.execute', { ...execute, command: { kind: 'edit', changes: { type: 'co-sell' } } })
  // @ts-expect-error the customer is locked after creation (2.4)
  call('deals.execute', { ...execute, command: { kind: 'edit', changes: { customer: { id: dealId } } } })
  const pounds = { amount: '1.00', currency: 'GBP' }
  // @ts-expect-error an amount counts minor units
  call('deals.execute', { ...execute, command: { kind: 'edit', changes: { value: pounds } } })
  const pending = { kind: 'record-answer', partyId: dealId, answer: 'pending' } as const
  // @ts-expect-error a party does not answer so
  call('deals.execute', { ...execute, command: pending })
}

export function answers(call: Call): void {
  const { deal, events } = call('deals.execute', { dealId, expectedVersion: null, command: { kind: 'win' } })
  const first: string | undefined = events[0]
  const closedAt: string | null = deal.closedAt
  // @ts-expect-error nobody may take a nullable field for granted
  const sure: string = deal.closedAt
  // @ts-expect-error the version of a deal is a number
  const version: string = deal.version
  // @ts-expect-error the answer has no such field
  const profit: unknown = deal.profit
  const started = call('exports.start', { format: 'deals-csv', selection: { tab: 'all' } })
  // @ts-expect-error what is under way has no file yet, only a job
  const file: unknown = started.fileId
  void [first, closedAt, sure, version, profit, file]
}

export function values(deal: DealId, party: PartyId, now: Instant, today: CivilDate): void {
  const sameKind: Id<'deal'> = deal
  // @ts-expect-error ids of different things do not mix
  const wrongId: DealId = party
  // @ts-expect-error a text is no id until it was checked
  const unchecked: DealId = 'deal-1'
  // @ts-expect-error a day is no moment
  const wrongTime: Instant = today
  // @ts-expect-error a moment is no day
  const wrongDay: CivilDate = now
  // @ts-expect-error a text is no currency until it was checked
  const wrongMoney: Money = { amount: 1, currency: 'EUR' }
  const currency = 'EUR' as Currency
  const money: Money = { amount: 1, currency }
  // @ts-expect-error an amount is fixed
  money.amount = 2
  void [sameKind, wrongId, unchecked, wrongTime, wrongDay, wrongMoney]
}

export function shapes(): void {
  const refused: ErrorShape = { code: 'REFUSED', details: { reasons: [] } }
  // @ts-expect-error each code carries its own details
  const mismatched: ErrorShape = { code: 'CONFLICT', details: { reasons: [] } }
  // @ts-expect-error no reason is called so
  const unknownReason: Refusal = { code: 'BECAUSE', params: {}, fix: null }
  // @ts-expect-error a success carries a value
  const empty: Envelope = { ok: true }
  // @ts-expect-error only JSON crosses: no functions
  const callback: Json = { then: () => 1 }
  // @ts-expect-error main tells which deals changed, never how
  const event: AppEvent = { name: 'deals.changed', payload: { deals: [] } }
  // @ts-expect-error a command needs its fields
  const bare: CommandOf<'lose'> = { kind: 'lose' }
  // @ts-expect-error no command has this kind
  const kind: CommandKind = 'reopen'
  void [refused, mismatched, unknownReason, empty, callback, event, bare, kind]
}

type Statuses = 'received' | 'accepted' | 'won' | 'lost' | 'declined' | 'expired'

/** What handlers get is exactly what the rules judge: the schemas and the domain cannot drift apart. */
export const drift = [
  holds<Same<Parsed<'deals.check'>['command']['kind'], CommandKind>>(),
  holds<Parsed<'deals.execute'>['command'] extends Command ? true : false>(),
  holds<Same<Parsed<'deals.get'>['dealId'], DealId>>(),
  holds<Same<Output<'deals.get'>['status'], Statuses>>(),
  // @ts-expect-error proof that this list can fail
  holds<Same<CommandKind, string>>(),
]
