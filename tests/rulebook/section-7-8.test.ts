import { beforeEach, expect, test } from 'vitest'
import { REASONS } from '#shared/domain/deal.ts'
import {
  type Book,
  CONTACT,
  DAYS,
  HALF,
  WIN,
  answer,
  euros,
  invite,
  openBook,
  register,
  review,
} from './book.ts'
import { formFor } from './world.ts'

/** RULEBOOK 7 and 8: accepting, declining, reasons, and the registration, on a real core. */
let book: Book

beforeEach(async () => {
  book = await openBook()
})

test('[7-accept] accept: a name is required; value and date may be ours, and stay as sent where we say nothing', async () => {
  const deal = await book.received()
  expect(await book.codes(deal, { kind: 'accept', name: '  ' })).toEqual(['NAME_REQUIRED'])
  const after = await book.give(deal, { kind: 'accept', name: ' Ours ' })
  expect(after).toMatchObject({ name: 'Ours', value: deal.value, closeDate: deal.closeDate, team: [] })
})

test('[7-decline] decline: a reason is required, notes are not', async () => {
  const deal = await book.received()
  expect(await book.codes(deal, { kind: 'decline' })).toEqual(['REASON_REQUIRED'])
  expect(await book.codes(deal, { kind: 'decline', reason: 'abuse' })).toEqual([])
})

test('[7-expire] nobody can ask for an expiry: it only happens', async () => {
  const input = { dealId: (await book.received()).id, command: { kind: 'expire' } as never }
  expect((await book.app.fail('deals.check', input)).code).toBe('INVALID_INPUT')
})

test.each(REASONS.map((reason, index) => [index + 1, reason] as const))(
  '[7.1-%d] the reason %s: for lost and for declined, words needed with "other" only',
  async (_code, reason) => {
    const wanted = reason === 'other' ? ['NOTES_REQUIRED'] : []
    const [received, running] = [await book.received(), await book.own()]
    expect(await book.codes(received, { kind: 'decline', reason })).toEqual(wanted)
    expect(await book.codes(running, { kind: 'lose', reason, notes: ' ' })).toEqual(wanted)
    const notes = reason === 'other' ? 'Merged with another' : null
    expect(await book.give(received, { kind: 'decline', reason, notes })).toMatchObject({
      closedReason: reason,
      closedNotes: notes,
    })
    expect(await book.give(running, { kind: 'lose', reason, notes })).toMatchObject({
      closedReason: reason,
      closedNotes: notes,
    })
  },
)

test('[8.1-won] [8.1-lost] only from accepted, and for good; a loss says why', async () => {
  expect(await book.codes(await book.received(), WIN)).toEqual(['NOT_ACTIVE'])
  expect(await book.codes(await book.own(), { kind: 'lose' })).toEqual(['REASON_REQUIRED'])
  const won = await book.give(await book.own(), WIN)
  expect(await book.codes(won, { kind: 'lose', reason: 'budget' })).toEqual(['DEAL_TERMINAL'])
})

test('[8.3-run-ip] [B10] IP co-sell: won, registered, reviewed, action required, sent again, validated, approved', async () => {
  let deal = await book.earning('ip')
  const seen = [deal.registration]
  const steps = [
    register(book),
    review('action-required'),
    { kind: 'resubmit' as const, form: { ...formFor(book.directory.ip), contractType: 'renewal' as const } },
    review('final-validation'),
    review('approved'),
  ]
  for (const step of steps) {
    book.app.clock.advance(DAYS)
    deal = await book.give(deal, step)
    seen.push(deal.registration)
  }
  expect(seen).toEqual([
    'not-registered',
    'deal-review',
    'action-required',
    'deal-review',
    'final-validation',
    'approved',
  ])
  expect(deal.registrationRecord).toMatchObject({
    incentive: 'ip-co-sell',
    form: { contractType: 'renewal', solutionId: book.directory.ip, contact: CONTACT, attested: true },
    errors: [],
  })
  const { rows } = await book.app.call('deals.timeline', { dealId: deal.id })
  expect(rows.slice(0, 5).map(({ kind }) => kind)).toEqual([
    'registration-reviewed',
    'registration-reviewed',
    'registration-resubmitted',
    'registration-reviewed',
    'registered',
  ])
  for (const outcome of ['action-required', 'final-validation', 'approved', 'rejected'] as const) {
    expect(await book.codes(deal, review(outcome))).toEqual(['REGISTRATION_STATE'])
  }
})

test('[8.3-run-apps] a business application finishes with its submission: no review, nothing to send again', async () => {
  const deal = await book.give(await book.earning('apps'), register(book, {}, 'apps'))
  expect([deal.registration, deal.registrationRecord!.incentive]).toEqual(['closed', 'business-apps'])
  for (const outcome of ['action-required', 'final-validation', 'approved', 'rejected'] as const) {
    expect(await book.codes(deal, review(outcome))).toEqual(['REGISTRATION_STATE'])
  }
  expect(await book.codes(deal, { kind: 'resubmit', form: formFor(book.directory.apps) })).toEqual([
    'REGISTRATION_STATE',
  ])
})

test('[8.3-rejected] rejected is final: sent again only from action required', async () => {
  const deal = await book.give(await book.earning(), register(book), review('rejected'))
  expect(deal.registration).toBe('rejected')
  expect(await book.codes(deal, { kind: 'resubmit', form: formFor(book.directory.ip) })).toEqual([
    'REGISTRATION_STATE',
  ])
  expect(await book.codes(deal, register(book))).toEqual(['REGISTRATION_STATE'])
})

test('[8.3-review] what must be corrected is said in errors or in notes', async () => {
  const deal = await book.give(await book.earning(), register(book))
  const silent = {
    kind: 'record-review' as const,
    outcome: 'action-required' as const,
    errors: [' '],
    notes: ' ',
  }
  expect(await book.codes(deal, silent)).toEqual(['NOTES_REQUIRED'])
  const after = await book.give(deal, { ...silent, errors: [' Sign it ', ''] })
  expect(after.registrationRecord!.errors).toEqual(['Sign it'])
})

test('[8.3-later] Microsoft accepting after the win makes it eligible, and a late registration is as good', async () => {
  const deal = await book.coSell({ solutions: [{ id: book.directory.ip }] })
  const won = await book.give(deal, WIN)
  expect([won.registration, await book.codes(won, register(book))]).toEqual([
    null,
    ['MICROSOFT_NOT_ACCEPTED'],
  ])
  book.app.clock.advance(10 * DAYS)
  const late = await book.give(won, answer(deal, 'accepted'), register(book))
  expect(late.registration).toBe('deal-review')
})

test('[8.3-inbound] a co-sell deal Microsoft sent us counts as invited and accepted', async () => {
  const deal = await book.received('microsoft', { solutions: [{ id: book.directory.ip }] })
  const won = await book.give(deal, { kind: 'accept', name: 'Ours' }, WIN)
  expect(won.registration).toBe('not-registered')
})

test.each<[string, object, string, string]>([
  ['[8.3-solution] no solution', { solutionId: null }, 'NO_INCENTIVE_SOLUTION', 'solutionId'],
  ['[8.3-total] no total', { totalValue: null }, 'VALUE_REQUIRED', 'totalValue'],
  ['[8.3-value] no solution value', { solutionValue: null }, 'VALUE_REQUIRED', 'solutionValue'],
  [
    '[8.3-value] solution value above the total',
    { solutionValue: euros(5_000_01) },
    'CONTRACT_VALUE',
    'solutionValue',
  ],
  ['[8.3-start] no start', { startDate: null }, 'CONTRACT_DATES', 'startDate'],
  ['[8.3-start] a start before the signature', { startDate: '2026-10-31' }, 'CONTRACT_DATES', 'startDate'],
  ['[8.3-end] no end', { endDate: null }, 'CONTRACT_DATES', 'endDate'],
  ['[8.3-end] an end before the start', { endDate: '2026-11-09' }, 'CONTRACT_DATES', 'endDate'],
  ['[8.3-signed] no signature', { signedDate: null }, 'CONTRACT_DATES', 'signedDate'],
  [
    '[8.3-signed] a signature tomorrow',
    { signedDate: '2026-11-23', startDate: '2026-11-23' },
    'CONTRACT_DATES',
    'signedDate',
  ],
  ['[8.3-contact] no contact', { contact: null }, 'CONTACT_REQUIRED', 'contact'],
  ['[8.3-contact] half a contact', { contact: HALF }, 'CONTACT_INCOMPLETE', 'contact.lastName'],
  ['[8.3-attest] not attested', { attested: false }, 'ATTESTATION_REQUIRED', 'attested'],
])('%s: refused at its field, when registering and when sending again', async (_row, over, code, field) => {
  const refused = [expect.objectContaining({ code, fix: { step: 'register', field: `form.${field}` } })]
  const won = await book.earning()
  expect(await book.reasons(won, register(book, over))).toEqual(refused)
  const required = await book.give(won, register(book), review('action-required'))
  const form = { ...formFor(book.directory.ip), ...over }
  expect(await book.reasons(required, { kind: 'resubmit', form })).toEqual(refused)
})

test('[8.3-end] [8.3-start] [8.3-signed] [8.3-value] the limits themselves pass', async () => {
  const won = await book.earning()
  for (const over of [
    { signedDate: '2026-11-22', startDate: '2026-11-22' },
    { endDate: '2026-11-10' },
    { endDate: 'perpetual' },
    { solutionValue: euros(5_000_00) },
    { solutionValue: { amount: 9_999_999, currency: 'JPY' } },
  ]) {
    expect(await book.codes(won, register(book, over))).toEqual([])
  }
})

test('[8.3-contract] [8.3-deployed] [8.3-tenant] new or renewal, Azure or other, customer or partner: nothing else', async () => {
  const won = await book.earning()
  for (const over of [{ contractType: 'rental' }, { deployedOn: 'moon' }, { tenant: 'nobody' }]) {
    const input = { dealId: won.id, command: register(book, over) }
    expect((await book.app.fail('deals.check', input)).code).toBe('INVALID_INPUT')
  }
  for (const over of [{ contractType: 'renewal' }, { deployedOn: 'other' }, { tenant: 'partner' }]) {
    expect(await book.codes(won, register(book, over))).toEqual([])
  }
})

test('[8.3-form] an empty form hears of everything at once', async () => {
  const form = { contractType: 'new' as const, deployedOn: 'azure' as const, tenant: 'customer' as const }
  expect(await book.codes(await book.earning(), { kind: 'register', form })).toEqual([
    'NO_INCENTIVE_SOLUTION',
    'VALUE_REQUIRED',
    'VALUE_REQUIRED',
    'CONTRACT_DATES',
    'CONTRACT_DATES',
    'CONTRACT_DATES',
    'CONTACT_REQUIRED',
    'ATTESTATION_REQUIRED',
  ])
})

test('[8.3-states] what a review may say in each state, and where a form is sent again', async () => {
  const ways: [Parameters<typeof review>[0][], string[]][] = [
    [[], ['action-required', 'final-validation', 'rejected']],
    [['action-required'], ['resubmit']],
    [['final-validation'], ['action-required', 'approved', 'rejected']],
    [['final-validation', 'action-required'], ['resubmit']],
    [['final-validation', 'approved'], []],
    [['final-validation', 'rejected'], []],
    [['rejected'], []],
  ]
  for (const [outcomes, open] of ways) {
    const deal = await book.give(await book.earning(), register(book), ...outcomes.map(review))
    const { actions } = await book.app.call('deals.actions', { dealId: deal.id })
    const allowed = actions.filter(
      (verdict) => verdict.allowed && /^(record-review|resubmit)$/.test(verdict.action),
    )
    expect(allowed.map(({ action, target }) => target ?? action)).toEqual(open)
  }
})

test('[8.3-solution] of two that earn, the one chosen decides the way', async () => {
  const { ip, apps } = book.directory
  const deal = await book.coSell({ solutions: [{ id: ip }, { id: apps }], partners: [invite(book)] })
  const won = await book.give(deal, answer(deal, 'accepted'), WIN, register(book, {}, 'apps'))
  expect(won.registration).toBe('closed')
})
