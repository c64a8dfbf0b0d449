import { beforeEach, describe, expect, test } from 'vitest'
import { DAY_MS, type Instant, addMs, utcDateOf } from '#shared/domain/time.ts'
import { FakeClock, type TestApplication } from '../../../../tests/support/application.ts'
import {
  addPartner,
  addSolution,
  create,
  createDeal,
  execute,
  partnerInvite,
  person,
  receiveDeal,
} from '../../../../tests/support/deal-commands.ts'
import { openApplication } from '../../../../tests/support/open-application.ts'

/** 2026-11-22T09:00Z, where the calendar is that of UTC. */
let app: TestApplication
beforeEach(async () => {
  app = await openApplication()
})

const day = () => app.call('today.get', {})
const names = (rows: readonly { readonly name: string }[]) => rows.map(({ name }) => name)

test('nothing is there: nothing needs anybody, and nothing is next', async () => {
  const nothing = { count: 0, rows: [] }
  expect(await day()).toEqual({
    today: '2026-11-22',
    needs: 0,
    answers: { ...nothing, soon: 0 },
    invitations: nothing,
    registrations: nothing,
    overdue: nothing,
    still: nothing,
    days: [23, 24, 25, 26, 27, 28, 29].map((date) => ({ day: `2026-11-${date}`, closing: 0, answers: 0 })),
    next: null,
    away: { since: null, rows: [], more: 0 },
  })
})

describe('answers', () => {
  test('least time left first, those within three days counted, and gone once answered', async () => {
    const first = await receiveDeal(app, { name: 'First' })
    app.clock.advance(DAY_MS)
    await receiveDeal(app, { name: 'Second' })
    app.clock.set(addMs(first.expiresAt!, -3 * DAY_MS - 1))
    expect((await day()).answers).toMatchObject({ count: 2, soon: 0 })
    app.clock.advance(1)
    const { answers, needs } = await day()
    expect([names(answers.rows), answers.count, answers.soon, needs]).toEqual([['First', 'Second'], 2, 1, 2])
    await execute(app, first.id, { kind: 'accept', name: 'First', team: [person()] })
    expect((await day()).answers).toMatchObject({ count: 1, soon: 0 })
  })

  test('twenty are shown, or as many as asked for; all are counted', async () => {
    for (let made = 0; made < 22; made += 1) await receiveDeal(app, { name: `Deal ${made}` })
    const { answers } = await day()
    expect([answers.count, answers.rows.length, answers.rows[0]!.name]).toEqual([22, 20, 'Deal 0'])
    const { answers: all } = await app.call('today.get', { limits: { answers: 22 } })
    expect([all.count, all.rows.length]).toEqual([22, 22])
  })
})

describe('invitations', () => {
  const ASKED = { contact: person('Iris'), consent: true, microsoft: { help: 'general' as const } }

  test('each party by itself, from seven days before its end on', async () => {
    const deal = await createDeal(app, ASKED)
    app.clock.advance(DAY_MS)
    const solution = deal.solutions[0]!.id
    const invite = partnerInvite(await addPartner(app), solution)
    const both = await execute(app, deal.id, { kind: 'invite-partner', invite })
    app.clock.set(addMs(both.parties[0]!.expiresAt!, -7 * DAY_MS - 1))
    expect((await day()).invitations.count).toBe(0)
    app.clock.advance(1)
    const { invitations } = await day()
    expect(invitations.rows.map(({ party }) => party)).toEqual([
      {
        id: both.parties[0]!.id,
        kind: 'microsoft',
        organization: 'Microsoft',
        expiresAt: both.parties[0]!.expiresAt,
      },
    ])
    expect(invitations.rows[0]!.deal.id).toBe(deal.id)
    app.clock.advance(DAY_MS)
    expect((await day()).invitations.rows.map(({ party }) => party.organization)).toEqual([
      'Microsoft',
      'Brink & Daughters',
    ])
    const partyId = both.parties[0]!.id
    await execute(app, deal.id, { kind: 'record-answer', partyId, answer: 'accepted' })
    expect((await day()).invitations.rows.map(({ party }) => party.kind)).toEqual(['partner'])
  })

  test('a won deal still waits for an answer, a lost one does not', async () => {
    const won = await createDeal(app, ASKED)
    const lost = await createDeal(app, ASKED)
    await execute(app, won.id, { kind: 'win' })
    await execute(app, lost.id, { kind: 'lose', reason: 'budget' })
    app.clock.advance(8 * DAY_MS)
    expect((await day()).invitations.rows.map(({ deal }) => deal.id)).toEqual([won.id])
  })
})

describe('registrations', () => {
  /** A won deal whose registration the review gave back with these errors. */
  async function returned(errors: string[]) {
    const { id: solutionId } = await app.call('solutions.save', {
      name: `Earns ${errors.length}`,
      kind: 'own',
      incentive: 'ip-co-sell',
    })
    const asked = { contact: person('Iris'), consent: true, microsoft: { help: 'general' as const } }
    const deal = await execute(app, null, create(solutionId, asked))
    const partyId = deal.parties[0]!.id
    await execute(app, deal.id, { kind: 'record-answer', partyId, answer: 'accepted' })
    await execute(app, deal.id, { kind: 'win' })
    const form = {
      solutionId,
      contractType: 'new' as const,
      totalValue: { amount: 5_000_00, currency: 'EUR' },
      solutionValue: { amount: 2_000_00, currency: 'EUR' },
      deployedOn: 'azure' as const,
      tenant: 'customer' as const,
      signedDate: '2026-11-01',
      startDate: '2026-11-10',
      endDate: 'perpetual' as const,
      contact: person('Iris'),
      attested: true,
    }
    await execute(app, deal.id, { kind: 'register', form })
    return { deal, form, giveBack: () => review(deal.id, errors) }
  }
  const review = (dealId: string, errors: string[]) =>
    execute(app, dealId, { kind: 'record-review', outcome: 'action-required', errors })

  test('longest waiting first, with the first thing to correct and how many more there are', async () => {
    const one = await returned(['The contract number differs', 'No signature', 'No date'])
    const other = await returned(['Sign it'])
    await other.giveBack()
    app.clock.advance(1)
    await one.giveBack()
    const { registrations, needs } = await day()
    expect([registrations.count, needs]).toEqual([2, 2])
    expect(registrations.rows.map(({ deal, error, more }) => [deal.id, error, more])).toEqual([
      [other.deal.id, 'Sign it', 0],
      [one.deal.id, 'The contract number differs', 2],
    ])
    await execute(app, other.deal.id, { kind: 'resubmit', form: other.form })
    expect((await day()).registrations.rows.map(({ deal }) => deal.id)).toEqual([one.deal.id])
  })
})

describe('close dates', () => {
  test('a date has passed on the day after it, longest first; only running deals have one', async () => {
    await createDeal(app, { name: 'Later', closeDate: '2026-11-25' })
    const early = await createDeal(app, { name: 'Early', closeDate: '2026-11-24' })
    await receiveDeal(app, { name: 'Unanswered', closeDate: '2026-11-24' })
    app.clock.set('2026-11-24T23:59:59.999Z' as Instant)
    expect((await day()).overdue.count).toBe(0)
    app.clock.advance(1)
    expect(names((await day()).overdue.rows)).toEqual(['Early'])
    app.clock.advance(DAY_MS)
    expect(names((await day()).overdue.rows)).toEqual(['Early', 'Later'])
    await execute(app, early.id, { kind: 'edit', changes: { closeDate: '2026-12-24' } })
    expect((await day()).overdue).toMatchObject({ count: 1, rows: [{ name: 'Later' }] })
  })
})

describe('no movement', () => {
  test('more than thirty whole days in one stage; a mark ends it', async () => {
    const deal = await createDeal(app, { name: 'Stuck' })
    app.clock.advance(31 * DAY_MS - 1)
    expect((await day()).still.count).toBe(0)
    app.clock.advance(1)
    expect(names((await day()).still.rows)).toEqual(['Stuck'])
    await execute(app, deal.id, { kind: 'mark-stage', stage: 'qualified' })
    expect((await day()).still.count).toBe(0)
  })

  test('a deal that needs two things counts once', async () => {
    await createDeal(app, { closeDate: '2026-11-23' })
    app.clock.advance(31 * DAY_MS)
    const { needs, overdue, still } = await day()
    expect([needs, overdue.count, still.count]).toEqual([1, 1, 1])
  })
})

describe('the days ahead', () => {
  test('tomorrow to the seventh day: deals that close, and answers of ours that fall due', async () => {
    for (const closeDate of ['2026-11-22', '2026-11-23', '2026-11-29', '2026-11-29', '2026-11-30']) {
      await createDeal(app, { closeDate })
    }
    const { expiresAt } = await receiveDeal(app)
    const before = await day()
    expect(before.days.map(({ closing }) => closing)).toEqual([1, 0, 0, 0, 0, 0, 2])
    expect(before.days.map(({ answers }) => answers)).toEqual([0, 0, 0, 0, 0, 0, 0])
    app.clock.set(addMs(expiresAt!, -DAY_MS))
    const { today, days } = await day()
    expect(today).toBe('2026-12-05')
    expect(days[0]).toEqual({ day: '2026-12-06', closing: 0, answers: 1 })
  })

  test('the calendar is that of where the person is', async () => {
    class Auckland extends FakeClock {
      override dayOf(instant: Instant) {
        return utcDateOf(addMs(instant, 13 * 3_600_000))
      }
    }
    app = await openApplication({ clock: new Auckland() })
    await receiveDeal(app)
    await createDeal(app, { closeDate: '2026-11-22' })
    // The deadline, nine in the morning by UTC, is ten at night of the same day there.
    app.clock.set('2026-12-05T08:00:00.000Z' as Instant)
    const evening = await day()
    expect([evening.today, evening.overdue.count]).toEqual(['2026-12-05', 1])
    expect(evening.days[0]).toEqual({ day: '2026-12-06', closing: 0, answers: 1 })
    app.clock.set('2026-12-05T11:00:00.000Z' as Instant)
    const { today, days } = await day()
    expect([today, days[0]]).toEqual(['2026-12-06', { day: '2026-12-07', closing: 0, answers: 0 }])
  })
})

describe('what is next', () => {
  test('the first close date, or the first of our invitations to run out, where nothing needs anybody', async () => {
    const asked = { contact: person('Iris'), consent: true, microsoft: { help: 'general' as const } }
    const closing = await createDeal(app, { name: 'Closing', closeDate: '2027-01-01' })
    expect((await day()).next).toEqual({
      kind: 'closes',
      dealId: closing.id,
      name: 'Closing',
      organization: null,
      day: '2027-01-01',
    })
    const deal = await createDeal(app, { name: 'Asked', ...asked })
    expect((await day()).next).toEqual({
      kind: 'expires',
      dealId: deal.id,
      name: 'Asked',
      organization: 'Microsoft',
      day: '2026-12-06',
    })
    await receiveDeal(app)
    expect((await day()).next).toBeNull()
  })

  test('a close date of today is still to come', async () => {
    await execute(app, null, create(await addSolution(app), { closeDate: '2026-11-22', name: 'Tonight' }))
    expect((await day()).next).toMatchObject({ kind: 'closes', name: 'Tonight', day: '2026-11-22' })
  })
})
