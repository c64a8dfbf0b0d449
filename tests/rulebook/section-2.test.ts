import { beforeEach, expect, test } from 'vitest'
import type { CommandInput } from '../support/deal-commands.ts'
import type { DealView } from './actions.ts'
import {
  ACCEPT,
  type Book,
  CONTACT,
  DAYS,
  DECLINE,
  HALF,
  LOSE,
  WIN,
  answer,
  edit,
  euros,
  inviteMicrosoft,
  invitePartner,
  mark,
  openBook,
  person,
  register,
} from './book.ts'

/** RULEBOOK 2.3 and 2.4 on a real core: every field in every situation a deal of ours can be in. */
let book: Book

beforeEach(async () => {
  book = await openBook()
})

/** A deal for each column of 2.4 that is a deal: our own and the invited partner's copy, answered, unanswered, closed. */
const COLUMNS = {
  'own active': () => book.own(),
  received: () => book.received('partner'),
  invitee: () => book.accepted('partner'),
  won: async () => book.give(await book.own(), WIN),
  lost: async () => book.give(await book.own(), LOSE),
  declined: async () => book.give(await book.received(), DECLINE),
  expired: async () => {
    const deal = await book.received()
    book.app.clock.advance(14 * DAYS)
    return book.get(deal)
  },
} satisfies Record<string, () => Promise<DealView>>

const CLOSED = {
  won: 'DEAL_TERMINAL',
  lost: 'DEAL_TERMINAL',
  declined: 'DEAL_TERMINAL',
  expired: 'DEAL_TERMINAL',
}
/** Y on our own running deal and on the invitee's own copy; on a received one only in the accept form. */
const EDITABLE = { 'own active': '', invitee: '', received: 'NOT_ACTIVE', ...CLOSED }

async function expectColumns(
  command: CommandInput,
  expected: Readonly<Record<keyof typeof COLUMNS, string>>,
): Promise<void> {
  const found: Record<string, string> = {}
  for (const [column, deal] of Object.entries(COLUMNS)) {
    found[column] = (await book.codes(await deal(), command)).join(' ')
  }
  expect(found).toEqual(expected)
}

const lockOf = (deal: DealView, field: string) => deal.locks.find((lock) => lock.field === field)

test('[2.3-contact] a contact is complete or none: each missing part is named', async () => {
  const [reason] = await book.reasons(await book.own(), edit({ contact: HALF }))
  expect(reason).toMatchObject({
    code: 'CONTACT_INCOMPLETE',
    params: { missing: ['lastName', 'phone', 'email'] },
    fix: { field: 'contact.lastName' },
  })
  expect(await book.codes(await book.own(), edit({ contact: { ...CONTACT, email: 'iris@' } }))).toEqual([
    'CONTACT_INCOMPLETE',
  ])
  expect((await book.give(await book.own(), edit({ contact: CONTACT }))).contact).toEqual(CONTACT)
})

test('[2.3-duns] a D-U-N-S number is nine digits as text: hyphens go, leading zeros stay, other lengths are refused', async () => {
  const customer = (duns: string) => ({
    name: `D ${duns}`,
    addressLine1: 'Kade 1',
    city: 'Delft',
    country: 'NL',
    duns,
  })
  expect((await book.app.call('customers.save', customer('01-234-5678'))).duns).toBe('012345678')
  for (const duns of ['12345678', '1234567890', '12345678a']) {
    expect((await book.app.fail('customers.save', customer(duns))).code).toBe('INVALID_INPUT')
  }
})

test('[2.4-1] the customer never changes: no command can, and the lock names the field and why', async () => {
  for (const column of ['own active', 'invitee'] as const) {
    expect(lockOf(await COLUMNS[column](), 'customer')).toMatchObject({
      code: 'FIELD_LOCKED',
      params: { field: 'customer', why: 'since-creation' },
    })
  }
  expect(lockOf(await COLUMNS.received(), 'customer')!.code).toBe('NOT_ACTIVE')
  expect(lockOf(await COLUMNS.won(), 'customer')!.code).toBe('DEAL_TERMINAL')
  const command = { kind: 'edit', changes: { customer: { id: book.directory.own } } } as never
  const error = await book.app.fail('deals.check', { dealId: (await book.own()).id, command })
  expect(error.code).toBe('INVALID_INPUT')
})

test('[2.4-2] the customer contact: ours until Microsoft has seen it, never the invitee’s', async () => {
  await expectColumns(edit({ contact: person('Olga') }), { ...EDITABLE, invitee: 'FIELD_LOCKED' })
  const shared = await book.give(await book.own(), inviteMicrosoft())
  const [reason] = await book.reasons(shared, edit({ contact: person('Olga') }))
  expect(reason).toMatchObject({
    code: 'FIELD_LOCKED',
    params: { field: 'contact', why: 'shared-with-microsoft', since: shared.parties[0]!.invitedAt },
  })
  const answered = await book.give(shared, answer(shared, 'declined'))
  expect(await book.codes(answered, edit({ contact: null }))).toEqual(['FIELD_LOCKED'])
})

test('[2.4-3] consent: locked once given, with when and by whom kept; a second asking changes nothing', async () => {
  expect(lockOf(await book.own(), 'consent')).toBeUndefined()
  const given = await book.own({ consent: true })
  expect(given.consent).toEqual({ at: given.createdAt, by: 'Mara Silva' })
  expect(lockOf(given, 'consent')).toMatchObject({ code: 'FIELD_LOCKED', params: { why: 'already-given' } })
  book.app.clock.advance(DAYS)
  const asked = await book.give(given, inviteMicrosoft({ consent: false }))
  expect(asked.consent).toEqual(given.consent)
  for (const [column, code] of [
    ['received', 'NOT_ACTIVE'],
    ['invitee', 'FIELD_LOCKED'],
    ['won', 'DEAL_TERMINAL'],
  ] as const) {
    expect(lockOf(await COLUMNS[column](), 'consent')!.code).toBe(code)
  }
})

test('[2.4-4] the location is chosen at creation and stays', async () => {
  const deal = await book.assessment()
  expect(deal.location).toMatchObject({ id: book.directory.locationId, name: 'Stockholm' })
  expect(lockOf(deal, 'location')).toMatchObject({ code: 'FIELD_LOCKED', params: { why: 'since-creation' } })
  expect(lockOf(await COLUMNS.received(), 'location')!.code).toBe('NOT_ACTIVE')
  expect(lockOf(await COLUMNS.lost(), 'location')!.code).toBe('DEAL_TERMINAL')
})

test.each([
  ['[2.4-5] the deal name', edit({ name: 'Renamed' })],
  ['[2.4-6] the estimated value', edit({ value: euros(77_00) })],
  ['[2.4-7] the estimated close date', edit({ closeDate: '2027-08-01' })],
  ['[2.4-8] the currency', edit({ value: { amount: 12_000_00, currency: 'USD' } })],
  ['[2.4-9] the notes', edit({ notes: 'Met them' })],
  ['[2.4-10] CRM ID and campaign ID', edit({ crmId: 'CRM-7', campaignId: 'SPRING' })],
  ['[2.4-11] our own team', { kind: 'set-team', team: [person('Bea')] }],
] as const)(
  '%s: while it runs, on the invitee’s copy too; not unanswered, not closed',
  async (_row, command) => {
    await expectColumns(command as CommandInput, EDITABLE)
  },
)

test('[2.4-5] [2.4-6] [2.4-7] [2.4-9] [2.4-10] [2.4-11] the accept form takes name, value, date, notes, ids and team', async () => {
  const form = {
    name: 'Ours now',
    value: { amount: 88_00, currency: 'USD' },
    closeDate: '2027-09-01',
    notes: 'Called',
    crmId: 'CRM-1',
    campaignId: 'AUTUMN',
    team: [person('Bea')],
  }
  expect(await book.give(await book.received('partner'), { kind: 'accept', ...form })).toMatchObject(form)
})

test('[2.4-6] [2.4-7] [2.4-12] [2.4-13] an invitation stays as it was sent, whatever becomes of our own deal', async () => {
  const deal = await book.p2p()
  const [sent] = deal.parties
  const moved = await book.give(
    deal,
    edit({ value: euros(1_00), closeDate: '2028-01-01', notes: 'Changed' }),
    { kind: 'set-team', team: [person('Bea')] },
    { kind: 'set-solutions', solutions: [{ id: book.directory.ip }] },
    mark('proposed'),
  )
  expect(moved.parties).toEqual([sent])
  const answered = await book.give(moved, answer(moved, 'accepted'))
  expect(answered.parties[0]).toMatchObject({
    value: sent!.value,
    closeDate: sent!.closeDate,
    team: sent!.team,
  })
})

test('[2.4-14] standard solutions: while it runs, and for the invitee only after accepting', async () => {
  const command: CommandInput = { kind: 'set-solutions', solutions: [{ id: book.directory.ip }] }
  await expectColumns(command, EDITABLE)
})

test('[2.4-15] the assessment and its location are not editable after creation', async () => {
  const deal = await book.assessment()
  const [reason] = await book.reasons(deal, {
    kind: 'set-solutions',
    solutions: [{ id: book.directory.own }],
  })
  expect(reason).toMatchObject({
    code: 'FIELD_LOCKED',
    params: { field: 'solutions', why: 'since-creation' },
    fix: { action: 'copy' },
  })
})

test('[2.4-16] help and notes to Microsoft are set once, when inviting', async () => {
  const free = await book.own()
  expect(lockOf(free, 'help')).toBeUndefined()
  const asked = await book.give(free, inviteMicrosoft({ help: 'quotes-licensing', notes: 'Price list' }))
  expect(asked.help).toEqual({ type: 'quotes-licensing', notes: 'Price list' })
  expect(lockOf(asked, 'help')).toMatchObject({ code: 'FIELD_LOCKED', params: { field: 'help' } })
  expect(await book.codes(asked, inviteMicrosoft({ help: 'general' }))).toEqual(['MICROSOFT_ALREADY_INVITED'])
})

test('[2.4-17] the sales stage: while it runs, on the invitee’s copy too', async () => {
  await expectColumns(mark('qualified'), EDITABLE)
})

test('[2.4-18] a favourite is a person’s own mark: in every situation, and it moves nothing else', async () => {
  for (const deal of Object.values(COLUMNS)) {
    const before = await deal()
    const after = await book.give(before, { kind: 'set-favorite', favorite: true })
    expect(after).toEqual({ ...before, favorite: true, version: before.version + 1 })
  }
})

test('[2.4-19] a registration changes only by its own commands, and leaves the won deal as it is', async () => {
  const won = await book.earning()
  const after = await book.give(won, register(book))
  const { version: _v, registration: _r, registrationRecord: _s, ...before } = won
  expect(after).toMatchObject(before)
  expect(await book.codes(await book.own(), register(book))).toContain('NOT_WON')
})

test('[2.4-invitee] what a partner asked of us is ours to answer: accepting takes our own value and date', async () => {
  const deal = await book.received('partner')
  const offered = { value: deal.value, closeDate: deal.closeDate }
  const ours = await book.give(deal, {
    ...ACCEPT,
    value: euros(5_00),
    closeDate: '2028-02-02',
  } as CommandInput)
  expect(ours).toMatchObject({ value: euros(5_00), closeDate: '2028-02-02' })
  expect(ours.parties[0]).toMatchObject(offered)
  expect(await book.codes(ours, invitePartner(book))).toEqual(['INBOUND_CANNOT_INVITE_PARTNER'])
})
