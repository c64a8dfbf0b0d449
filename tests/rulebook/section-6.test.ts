import { beforeEach, expect, test } from 'vitest'
import type { CommandInput } from '../support/deal-commands.ts'
import {
  type Book,
  CONTACT,
  HALF,
  euros,
  invite,
  inviteMicrosoft,
  invitePartner,
  openBook,
  person,
} from './book.ts'

/** RULEBOOK 6: what a deal needs to be created, on a real core. Every fault is named at once, at its own field. */
let book: Book

beforeEach(async () => {
  book = await openBook()
})

type Create = Extract<CommandInput, { kind: 'create' }>
const command = (over: Partial<Create> = {}): Create => ({
  kind: 'create',
  customer: { name: 'Harborline Foods BV', city: 'Rotterdam', country: 'NL' },
  name: 'Cold chain',
  value: euros(100_00),
  closeDate: '2027-03-31',
  team: [person()],
  solutions: [{ id: book.directory.own }],
  ...over,
})
const codes = (over: Partial<Create>) => book.codes(null, command(over))
const faults = async (over: Partial<Create>) =>
  (await book.reasons(null, command(over))).map(({ code, fix }) => [
    code,
    (fix as { field?: string } | null)?.field,
  ])

test('[6.1-pick] several entities at one place are told apart by D-U-N-S and address, and an exact one is picked', async () => {
  const save = (addressLine1: string, duns: string) =>
    book.app.call('customers.save', { name: 'Contoso AG', addressLine1, city: 'Bern', country: 'CH', duns })
  const [first, second] = [await save('Gasse 1', '111111111'), await save('Gasse 2', '222222222')]
  const { rows } = await book.app.call('customers.search', { text: 'Contoso', country: 'CH' })
  expect(rows.map(({ duns }) => duns).sort()).toEqual(['111111111', '222222222'])
  expect((await book.own({ customer: { id: second.id } })).customer).toEqual(second)
  expect(first.id).not.toBe(second.id)
  expect(await codes({ customer: null })).toEqual(['CUSTOMER_REQUIRED'])
})

test('[6.1-contact] the contact is optional, and mandatory as soon as Microsoft is invited', async () => {
  expect(await codes({})).toEqual([])
  const microsoft = { help: 'general' as const }
  expect(await codes({ microsoft, consent: true })).toEqual(['CONTACT_REQUIRED'])
  expect(await codes({ microsoft, consent: true, contact: HALF })).toEqual(['CONTACT_INCOMPLETE'])
  expect(await codes({ contact: HALF })).toEqual(['CONTACT_INCOMPLETE'])
  expect(await codes({ contact: { firstName: '', lastName: ' ', phone: '', email: '' } })).toEqual([])
})

test('[6.2-consent] [B8] consent: for Microsoft and for assessments, who and when kept; not for private or partners', async () => {
  const microsoft = { help: 'general' as const }
  expect(await faults({ microsoft, contact: CONTACT })).toEqual([['CONSENT_REQUIRED', 'consent']])
  const { assessment, locationId } = book.directory
  const chosen = { assessment: { solutionId: assessment, locationId }, solutions: [] }
  expect(await codes(chosen)).toEqual(['CONSENT_REQUIRED'])
  expect(await codes({ partners: [invite(book)] })).toEqual([])
  expect((await book.coSell()).consent).toEqual({ at: book.app.clock.now(), by: 'Mara Silva' })
  expect((await book.p2p()).consent).toBeNull()
})

test('[6.3-name] [6.3-value] [6.3-date] name, value and date are there, each missing one at its field', async () => {
  expect(await faults({ name: ' ', value: null, closeDate: null })).toEqual([
    ['NAME_REQUIRED', 'name'],
    ['VALUE_REQUIRED', 'value'],
    ['CLOSE_DATE_REQUIRED', 'closeDate'],
  ])
})

test('[6.3-value] more than nothing, in whole minor units of a known currency', async () => {
  for (const amount of [0, -1]) expect(await codes({ value: euros(amount) })).toEqual(['VALUE_REQUIRED'])
  expect(await codes({ value: euros(1) })).toEqual([])
  const fails = async (value: unknown) =>
    (await book.app.fail('deals.check', { dealId: null, command: { ...command(), value } as never })).code
  expect(await fails({ amount: 1, currency: 'XXQ' })).toBe('INVALID_INPUT')
  expect(await fails({ amount: 0.5, currency: 'EUR' })).toBe('INVALID_INPUT')
})

test('[6.3-date] a real day, not before today at creation; a past one may stay later', async () => {
  expect(await codes({ closeDate: '2026-11-22' })).toEqual([])
  expect(await codes({ closeDate: '2026-11-21' })).toEqual(['CLOSE_DATE_PAST'])
  const unreal = { dealId: null, command: command({ closeDate: '2027-02-30' }) }
  expect((await book.app.fail('deals.check', unreal)).code).toBe('INVALID_INPUT')
  expect(await book.codes(await book.own(), { kind: 'edit', changes: { closeDate: '2026-11-01' } })).toEqual(
    [],
  )
})

test('[6.3-name] names are kept without the spaces around them', async () => {
  expect((await book.own({ name: '  Cold chain ' })).name).toBe('Cold chain')
})

test('[6.4-1] every member has name, phone and e-mail; the first missing part is where to mend it', async () => {
  const team = [person(), { ...HALF, lastName: 'Well', phone: '+1' }]
  const [reason] = await book.reasons(null, command({ team }))
  expect(reason).toEqual({
    code: 'TEAM_MEMBER_INCOMPLETE',
    params: { index: 1, missing: ['email'] },
    fix: { step: 'team', field: 'team.1.email' },
  })
})

test('[6.4-2] one complete member at least, and the last one stays', async () => {
  expect(await faults({ team: [] })).toEqual([['TEAM_REQUIRED', 'team']])
  expect(await book.codes(await book.own(), { kind: 'set-team', team: [] })).toEqual(['LAST_MEMBER'])
})

test('[6.4-3] the team may change after creation', async () => {
  const deal = await book.give(await book.own(), { kind: 'set-team', team: [person('Bea'), person('Cai')] })
  expect(deal.team.map(({ firstName }) => firstName)).toEqual(['Bea', 'Cai'])
})

test('[6.4-4] people of earlier deals are offered once each, the newest first', async () => {
  await book.own({ team: [person('Ana'), person('Bea')] })
  book.app.clock.advance(1000)
  await book.own({ team: [person('Cai'), person('Ana')] })
  const { rows } = await book.app.call('people.recent', {})
  expect(rows.map(({ firstName }) => firstName)).toEqual(expect.arrayContaining(['Ana', 'Bea', 'Cai']))
  expect(rows.map(({ firstName }) => firstName).at(-1)).toBe('Bea')
})

test('[6.4-6] fifty members are enough: of the deal, of an invitation, of a form', async () => {
  const many = (count: number) => Array.from({ length: count }, (_, index) => person(`Member${index}`))
  const [reason] = await book.reasons(null, command({ team: many(51) }))
  expect(reason).toMatchObject({ code: 'TOO_MANY', params: { limit: 50 }, fix: { field: 'team' } })
  expect(await codes({ team: many(50) })).toEqual([])
  expect(await codes({ partners: [invite(book, 'brink', { team: many(51) })] })).toEqual(['TOO_MANY'])
  const accept = { kind: 'accept' as const, name: 'x', team: many(51) }
  expect(await book.codes(await book.received(), accept)).toEqual(['TOO_MANY'])
})

test('[6.5-1] one solution at least, and the last one stays', async () => {
  expect(await faults({ solutions: [] })).toEqual([['SOLUTION_REQUIRED', 'solutions']])
  expect(await book.codes(await book.own(), { kind: 'set-solutions', solutions: [] })).toEqual([
    'LAST_SOLUTION',
  ])
})

test('[6.5-3] own, Microsoft’s and others’ solutions mix freely, up to fifty', async () => {
  const wide = await openBook(51)
  const save = async (kind: 'microsoft' | 'third-party') =>
    (await wide.app.call('solutions.save', { name: kind, kind })).id
  const mixed = [wide.directory.own, await save('microsoft'), await save('third-party')]
  expect((await wide.own({ solutions: mixed.map((id) => ({ id })) })).solutions).toHaveLength(3)
  const of = (count: number) => wide.directory.many.slice(0, count).map((id) => ({ id }))
  expect(await wide.codes(null, { ...command(), solutions: of(50) })).toEqual([])
  const [reason] = await wide.reasons(null, { ...command(), solutions: of(51) })
  expect(reason).toMatchObject({ code: 'TOO_MANY', params: { limit: 50 }, fix: { field: 'solutions' } })
  expect(await wide.codes(await wide.own(), { kind: 'set-solutions', solutions: of(51) })).toEqual([
    'TOO_MANY',
  ])
})

test('[6.5-4] quantity and price come with a solution and are kept', async () => {
  const { solutions } = await book.own({
    solutions: [{ id: book.directory.own, price: '10', quantity: '5', currency: 'EUR' }],
  })
  expect(solutions[0]).toMatchObject({ price: '10', quantity: '5', currency: 'EUR' })
})

test('[6.5-7] an assessment: exactly one, nothing beside it, a location, a vetted company', async () => {
  const { own, assessment, locationId } = book.directory
  const other = (await book.app.call('solutions.save', { name: 'Second check', kind: 'assessment' })).id
  const chosen = (solutionId: string, more: Partial<Create> = {}) =>
    codes({ consent: true, assessment: { solutionId, locationId }, solutions: [], ...more })
  expect(await chosen(assessment)).toEqual([])
  expect(await chosen(assessment, { solutions: [{ id: other }] })).toEqual(['ASSESSMENT_EXACTLY_ONE'])
  expect(await chosen(own)).toEqual(['ASSESSMENT_EXACTLY_ONE'])
  expect(await chosen(assessment, { solutions: [{ id: own }] })).toEqual(['ASSESSMENT_EXCLUDES_OTHERS'])
  expect(await codes({ consent: true, solutions: [{ id: own }, { id: assessment }] })).toEqual([
    'ASSESSMENT_EXCLUDES_OTHERS',
    'LOCATION_REQUIRED',
  ])
  for (const location of [null, own]) {
    const without = {
      consent: true,
      assessment: { solutionId: assessment, locationId: location },
      solutions: [],
    }
    expect(await codes(without)).toEqual(['LOCATION_REQUIRED'])
  }
  const { companyName, partnerId, locations, user } = await book.app.call('profile.get', {})
  await book.app.call('profile.save', { companyName, partnerId, locations, user, assessmentEligible: false })
  expect(await chosen(assessment)).toEqual(['NOT_ELIGIBLE_FOR_ASSESSMENT'])
})

test('[6.6-list] the six kinds of help; no help is no question to Microsoft; the kind asked is kept', async () => {
  const helps = [
    'workload-value',
    'technical-architecture',
    'poc-demo',
    'quotes-licensing',
    'post-sales',
    'general',
  ] as const
  for (const help of helps) {
    expect((await book.coSell({ microsoft: { help, notes: ' Size it ' } })).help).toEqual({
      type: help,
      notes: 'Size it',
    })
  }
  expect((await book.own({ microsoft: null })).type).toBe('private')
  const error = await book.app.fail('deals.check', {
    dealId: (await book.own()).id,
    command: inviteMicrosoft({ help: 'coffee' as never }),
  })
  expect(error.code).toBe('INVALID_INPUT')
})

test('[6.7-partner] a partner of the directory, not ourselves; several at once, each with its own form', async () => {
  const unknown = {
    dealId: null,
    command: command({ partners: [{ ...invite(book), partnerId: book.directory.own }] }),
  }
  expect((await book.app.fail('deals.check', unknown)).code).toBe('INVALID_INPUT')
  expect(await faults({ partners: [invite(book), invite(book, 'self')] })).toEqual([
    ['PARTNER_IS_SELF', 'partners.1.partnerId'],
  ])
})

test('[6.7-date] [6.7-value] [6.7-team] [6.7-solutions] each invitation is complete, and each fault says where', async () => {
  const empty = { closeDate: null, value: null, team: [], solutions: [] }
  expect(await faults({ partners: [invite(book, 'polar'), invite(book, 'brink', empty)] })).toEqual([
    ['VALUE_REQUIRED', 'partners.1.value'],
    ['CLOSE_DATE_REQUIRED', 'partners.1.closeDate'],
    ['TEAM_REQUIRED', 'partners.1.team'],
    ['SOLUTION_REQUIRED', 'partners.1.solutions'],
  ])
  const deal = await book.own()
  const wrong: [object, string][] = [
    [{ closeDate: '2026-11-21' }, 'CLOSE_DATE_PAST'],
    [{ value: euros(0) }, 'VALUE_REQUIRED'],
    [{ team: [HALF] }, 'TEAM_MEMBER_INCOMPLETE'],
    [{ solutions: [{ id: book.directory.assessment }] }, 'ASSESSMENT_EXCLUDES_OTHERS'],
  ]
  for (const [over, code] of wrong)
    expect(await book.codes(deal, invitePartner(book, 'brink', over))).toEqual([code])
})

test('[6.7-notes] [6.7-help] notes are optional, help is one of the six', async () => {
  const { parties } = await book.p2p({
    partners: [invite(book, 'brink', { notes: ' Data move ', help: 'post-sales' })],
  })
  expect(parties[0]).toMatchObject({ notes: 'Data move', help: 'post-sales' })
  const help = { ...invite(book), help: undefined }
  const error = await book.app.fail('deals.check', {
    dealId: null,
    command: command({ partners: [help as never] }),
  })
  expect(error.code).toBe('INVALID_INPUT')
})

test('[6-all-at-once] an empty wizard hears of everything it lacks', async () => {
  expect(
    await book.codes(null, {
      kind: 'create',
      microsoft: { help: 'general' },
      partners: [{ ...invite(book), value: null }],
    }),
  ).toEqual([
    'CUSTOMER_REQUIRED',
    'CONTACT_REQUIRED',
    'NAME_REQUIRED',
    'VALUE_REQUIRED',
    'CLOSE_DATE_REQUIRED',
    'TEAM_REQUIRED',
    'SOLUTION_REQUIRED',
    'VALUE_REQUIRED',
    'CONSENT_REQUIRED',
  ])
})
