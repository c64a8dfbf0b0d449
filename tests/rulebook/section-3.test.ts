import { beforeEach, expect, test } from 'vitest'
import { contentOf, rawOf } from '../support/database-content.ts'
import type { CommandInput } from '../support/deal-commands.ts'
import {
  ACCEPT,
  type Book,
  CONTACT,
  DAYS,
  DECLINE,
  LOSE,
  WIN,
  answer,
  correct,
  edit,
  euros,
  invite,
  inviteMicrosoft,
  invitePartner,
  mark,
  openBook,
  person,
  register,
} from './book.ts'
import { BEGUN, DEADLINE } from './world.ts'

/** RULEBOOK 3: the lifecycle of our own deal, of every other party, and the fourteen days, on a real core. */
let book: Book

beforeEach(async () => {
  book = await openBook()
})

const everything: CommandInput[] = [
  ACCEPT,
  DECLINE,
  edit({ name: 'Renamed' }),
  { kind: 'set-team', team: [person('Bea')] },
  inviteMicrosoft(),
  mark('qualified'),
  correct('created'),
  WIN,
  LOSE,
]

test('[D1] create: ours is accepted at once, on stage created at 10 %, with its invitations out', async () => {
  const deal = await book.coSell({ partners: [invite(book, 'brink'), invite(book, 'polar')] })
  expect(deal).toMatchObject({
    status: 'accepted',
    direction: 'outbound',
    stage: 'created',
    percent: 10,
    acceptedAt: deal.createdAt,
    expiresAt: null,
    origin: 'created',
  })
  expect(deal.parties.map(({ kind, status, expiresAt }) => [kind, status, expiresAt])).toEqual([
    ['microsoft', 'pending', DEADLINE],
    ['partner', 'pending', DEADLINE],
    ['partner', 'pending', DEADLINE],
  ])
})

test.each(['microsoft', 'partner'] as const)(
  '[D2] a deal arrives from a %s: received, without a stage, clock running',
  async (from) => {
    const deal = await book.received(from)
    expect(deal).toMatchObject({
      status: 'received',
      direction: 'inbound',
      stage: null,
      percent: 0,
      expiresAt: DEADLINE,
    })
    expect(deal.acceptedAt).toBeNull()
  },
)

test('[D3] accept: the stage is accepted at 10 %, the clock is gone, solutions and team open up', async () => {
  book.app.clock.advance(DAYS)
  const deal = await book.give(await book.received(), ACCEPT)
  expect(deal).toMatchObject({
    status: 'accepted',
    stage: 'accepted',
    percent: 10,
    name: 'Accepted',
    expiresAt: null,
  })
  expect(deal.acceptedAt).toBe(book.app.clock.now())
  expect(await book.codes(deal, { kind: 'set-solutions', solutions: [{ id: book.directory.ip }] })).toEqual(
    [],
  )
  expect(await book.codes(await book.received(), { kind: 'accept', name: '', value: euros(0) })).toEqual([
    'NAME_REQUIRED',
    'VALUE_REQUIRED',
  ])
})

test('[D4] decline: closed with its reason and notes', async () => {
  const deal = await book.give(await book.received(), {
    kind: 'decline',
    reason: 'timeline-too-short',
    notes: ' Full ',
  })
  expect(deal).toMatchObject({
    status: 'declined',
    closedReason: 'timeline-too-short',
    closedNotes: 'Full',
    closedAt: BEGUN,
    expiresAt: null,
  })
})

test('[D5] not answered in time: expired, closed at its deadline, whenever that is noticed', async () => {
  const deal = await book.received()
  book.app.clock.advance(40 * DAYS)
  expect(await book.get(deal)).toMatchObject({ status: 'expired', closedAt: DEADLINE, expiresAt: null })
  expect(await book.codes(deal, ACCEPT)).toEqual(['INVITATION_EXPIRED', 'DEAL_TERMINAL'])
})

test('[D6] edit: what changed is moved on in version and time, and nobody is asked again', async () => {
  const deal = await book.coSell()
  book.app.clock.advance(DAYS)
  const edited = await book.give(deal, edit({ notes: 'Called' }))
  expect(edited).toMatchObject({
    notes: 'Called',
    version: deal.version + 1,
    updatedAt: book.app.clock.now(),
  })
  expect(edited.parties).toEqual(deal.parties)
})

test('[D7] mark a stage: one more mark, with when and by whom', async () => {
  book.app.clock.advance(DAYS)
  const deal = await book.give(await book.own(), mark('qualified'))
  expect(deal).toMatchObject({ stage: 'qualified', percent: 20 })
  expect(deal.stageMarks.at(-1)).toEqual({ stage: 'qualified', at: book.app.clock.now(), by: 'Mara Silva' })
})

test('[D8] invite while it runs: the party is there, the type may rise', async () => {
  const deal = await book.give(await book.own(), invitePartner(book), inviteMicrosoft())
  expect(deal.parties.map(({ organization, status }) => [organization, status])).toEqual([
    ['Brink', 'pending'],
    ['Microsoft', 'pending'],
  ])
  expect(deal.type).toBe('co-sell')
})

test('[D9] won: closed at 100 %, with the registration ahead where it is eligible', async () => {
  expect(await book.give(await book.own(), WIN)).toMatchObject({
    status: 'won',
    stage: 'won',
    percent: 100,
    closedAt: BEGUN,
    registration: null,
  })
  expect((await book.earning()).registration).toBe('not-registered')
})

test('[D10] lost: closed with a reason, the last stage kept', async () => {
  const deal = await book.give(await book.own(), mark('proposed'), { kind: 'lose', reason: 'other-vendor' })
  expect(deal).toMatchObject({ status: 'lost', closedReason: 'other-vendor', stage: 'proposed', percent: 60 })
  expect(await book.codes(await book.own(), { kind: 'lose' })).toEqual(['REASON_REQUIRED'])
})

test('[D11] [B4] [B7] a closed deal refuses everything about itself, and not a byte of it changes', async () => {
  const received = await book.received()
  const closed = [
    await book.give(await book.own(), WIN),
    await book.give(await book.own(), LOSE),
    await book.give(await book.received(), DECLINE),
  ]
  book.app.clock.advance(14 * DAYS)
  closed.push(await book.get(received))
  const before = contentOf(rawOf(book.app))
  for (const deal of closed) {
    for (const command of everything) expect(await book.codes(deal, command)).toContain('DEAL_TERMINAL')
  }
  expect(contentOf(rawOf(book.app))).toEqual(before)
})

test('[D11] [B7] nor can a row of a closed deal be written around the rules: the database refuses it', async () => {
  const deal = await book.give(await book.own(), WIN)
  const raw = rawOf(book.app)
  expect(() => raw.prepare(`UPDATE deals SET name = 'x' WHERE id = ?`).run(deal.id)).toThrow()
  expect(() => raw.prepare(`DELETE FROM deals WHERE id = ?`).run(deal.id)).toThrow()
  expect((await book.get(deal)).name).toBe(deal.name)
})

test('[B7] what a closed deal still takes: other parties’ answers and lapses, the registration, the favourite', async () => {
  const solutions = [{ id: book.directory.ip }]
  const deal = await book.coSell({ solutions, partners: [invite(book)] })
  const won = await book.give(
    deal,
    WIN,
    answer(deal, 'accepted'),
    { kind: 'set-favorite', favorite: true },
    register(book),
  )
  expect(won).toMatchObject({
    microsoft: 'accepted',
    favorite: true,
    registration: 'deal-review',
    updatedAt: won.closedAt,
  })
  book.app.clock.advance(14 * DAYS)
  const later = await book.get(won)
  expect(later.parties[1]).toMatchObject({ status: 'expired' })
  expect([later.status, later.updatedAt]).toEqual(['won', won.updatedAt])
})

test('[3.2-unavailable] no decline once accepted, no win or loss before, no way back from closed', async () => {
  const [own, received] = [await book.own(), await book.received()]
  expect(await book.codes(own, DECLINE)).toEqual(['NOT_RECEIVED'])
  expect(await book.codes(own, ACCEPT)).toEqual(['NOT_RECEIVED'])
  expect(await book.codes(received, WIN)).toEqual(['NOT_ACTIVE'])
  expect(await book.codes(received, LOSE)).toEqual(['NOT_ACTIVE'])
})

test('[P1] we invite: pending, with a clock of its own from the moment it was sent', async () => {
  const deal = await book.give(await book.own(), inviteMicrosoft())
  book.app.clock.advance(3 * DAYS)
  const both = await book.give(deal, invitePartner(book))
  expect(both.parties.map(({ expiresAt }) => expiresAt)).toEqual([DEADLINE, '2026-12-09T09:00:00.000Z'])
})

test('[P2] they accept: ours stands as it was, and only now Microsoft’s people are known', async () => {
  const deal = await book.coSell({ partners: [invite(book)] })
  const sellers = [person('Mina')]
  expect(
    await book.codes(deal, answer(deal, 'accepted', { sellers: [{ ...sellers[0], email: '' }] })),
  ).toEqual(['TEAM_MEMBER_INCOMPLETE'])
  const declined = await book.coSell()
  const refused = await book.give(declined, answer(declined, 'declined', { sellers }))
  expect(refused.parties[0]!.sellers).toEqual([])
  const after = await book.give(
    deal,
    answer(deal, 'accepted', { sellers }),
    answer(deal, 'accepted', { sellers: [person('Bo')] }, 1),
  )
  expect(after.parties.map((party) => [party.status, party.sellers, party.expiresAt !== null])).toEqual([
    ['accepted', sellers, true],
    ['accepted', [person('Bo')], true],
  ])
  expect([after.status, after.stage]).toEqual([deal.status, deal.stage])
})

test('[P3] they decline, with reason and words: ours goes on, its type stays', async () => {
  const deal = await book.coSell()
  const after = await book.give(
    deal,
    answer(deal, 'declined', { reason: 'not-a-customer', notes: 'No seller' }),
  )
  expect(after).toMatchObject({ status: 'accepted', type: 'co-sell', microsoft: 'declined' })
  expect(after.parties[0]).toMatchObject({
    reason: 'not-a-customer',
    answerNotes: 'No seller',
    answeredAt: BEGUN,
  })
})

test('[P4] fourteen days without an answer: expired, ours goes on', async () => {
  const deal = await book.coSell()
  book.app.clock.advance(14 * DAYS)
  expect(await book.get(deal)).toMatchObject({ status: 'accepted', type: 'co-sell', microsoft: 'expired' })
})

test('[P5] they win or lose after accepting, not before; ours goes on', async () => {
  const deal = await book.coSell({ partners: [invite(book)] })
  for (const said of ['won', 'lost'] as const) {
    expect(await book.codes(deal, answer(deal, said))).toEqual(['PARTY_NOT_ACCEPTED'])
  }
  const both = [
    answer(deal, 'accepted'),
    answer(deal, 'won'),
    answer(deal, 'accepted', {}, 1),
    answer(deal, 'lost', {}, 1),
  ]
  const after = await book.give(deal, ...both)
  expect([after.status, ...after.parties.map(({ status }) => status)]).toEqual(['accepted', 'won', 'lost'])
})

test('[P5] the sender of a deal counts as accepted, and may win or lose its side', async () => {
  const deal = await book.received('microsoft')
  expect(deal.microsoft).toBe('accepted')
  expect((await book.give(deal, answer(deal, 'won'))).microsoft).toBe('won')
})

test('[P6] a party that has answered has answered: nothing more, no second asking, a copy instead', async () => {
  const deal = await book.coSell()
  const after = await book.give(deal, answer(deal, 'declined'))
  for (const said of ['accepted', 'declined'] as const) {
    expect(await book.codes(after, answer(after, said))).toEqual(['PARTY_NOT_PENDING'])
  }
  const [reason] = await book.reasons(after, inviteMicrosoft())
  expect(reason).toMatchObject({ code: 'MICROSOFT_ALREADY_INVITED', fix: { action: 'copy' } })
  expect((await book.coSell({ sourceDealId: deal.id })).microsoft).toBe('pending')
})

test('[B12] any deal is copied: the new one says from which, and an unknown source is an error', async () => {
  const won = await book.give(await book.own(), WIN)
  const copy = await book.own({ sourceDealId: won.id })
  const { rows } = await book.app.call('deals.timeline', { dealId: copy.id })
  expect(rows[0]).toMatchObject({ kind: 'created', params: { sourceDealId: won.id } })
  const command = { ...createOf(book), sourceDealId: '01890000-0000-7000-8000-000000000000' }
  const error = await book.app.fail('deals.execute', { dealId: null, expectedVersion: null, command })
  expect(error).toMatchObject({ code: 'NOT_FOUND', details: { what: 'deal' } })
})

const createOf = ({ directory }: Book) => ({
  kind: 'create' as const,
  customer: { name: 'Harborline Foods BV', city: 'Rotterdam', country: 'NL' },
  name: 'Copy',
  value: euros(1_00),
  closeDate: '2027-03-31',
  team: [person()],
  solutions: [{ id: directory.own }],
})

test('[3.4-length] [B6] the length is the company’s, and changes only clocks that start later', async () => {
  const before = await book.received()
  const profile = await book.app.call('profile.get', {})
  const { companyName, partnerId, locations, user } = profile
  await book.app.call('profile.save', {
    companyName,
    partnerId,
    locations,
    user,
    assessmentEligible: true,
    invitationDays: 5,
  })
  expect((await book.get(before)).expiresAt).toBe(DEADLINE)
  expect((await book.received()).expiresAt).toBe('2026-11-27T09:00:00.000Z')
  expect((await book.coSell()).parties[0]!.expiresAt).toBe('2026-11-27T09:00:00.000Z')
})

test('[3.4-start] the clock starts with the arrival; a deadline the sender names wins', async () => {
  expect((await book.received('microsoft', { receivedAt: '2026-11-12T08:00:00.000Z' })).expiresAt).toBe(
    '2026-11-26T08:00:00.000Z',
  )
  expect((await book.received('microsoft', { expiresAt: '2026-11-30T00:00:00.000Z' })).expiresAt).toBe(
    '2026-11-30T00:00:00.000Z',
  )
})

test('[3.4-edge] [B6] answering is allowed one millisecond before the deadline and refused at it, for deals and parties', async () => {
  const deals = [
    await book.received(),
    await book.received(),
    await book.coSell(),
    await book.coSell(),
  ] as const
  book.app.clock.advance(14 * DAYS - 1)
  expect(await book.codes(deals[0], ACCEPT)).toEqual([])
  expect((await book.give(deals[0], ACCEPT)).status).toBe('accepted')
  expect((await book.give(deals[2], answer(deals[2], 'accepted'))).microsoft).toBe('accepted')
  book.app.clock.advance(1)
  expect(await book.codes(deals[1], ACCEPT)).toContain('INVITATION_EXPIRED')
  expect(await book.codes(deals[1], DECLINE)).toContain('INVITATION_EXPIRED')
  expect(await book.codes(deals[3], answer(deals[3], 'accepted'))).toEqual(['PARTY_NOT_PENDING'])
})

test('[3.4-offline] a sweep twice closes once, and a clock turned back un-expires nothing', async () => {
  const deal = await book.received()
  book.app.clock.advance(20 * DAYS)
  const expired = await book.get(deal)
  await book.app.app.resume()
  await book.app.app.resume()
  expect(await book.get(deal)).toEqual(expired)
  book.app.clock.advance(-15 * DAYS)
  expect((await book.get(deal)).status).toBe('expired')
  const input = { dealId: deal.id, expectedVersion: null, command: ACCEPT }
  expect((await book.app.fail('deals.execute', input)).code).toBe('CLOCK_UNCERTAIN')
  await book.app.call('app.confirm-clock', { today: book.app.clock.today() })
  expect((await book.app.fail('deals.execute', input)).code).toBe('REFUSED')
})

test('[3.4-nothing-extends] neither editing nor marking moves a deadline', async () => {
  const deal = await book.coSell()
  book.app.clock.advance(DAYS)
  const after = await book.give(deal, edit({ notes: 'x' }), mark('developed'), edit({ contact: CONTACT }))
  expect(after.parties[0]!.expiresAt).toBe(DEADLINE)
})
