import { beforeEach, expect, test } from 'vitest'
import { expectConsistent } from '../../../../tests/support/consistency.ts'
import type { TestApplication } from '../../../../tests/support/application.ts'
import { rawOf, rowsOf } from '../../../../tests/support/database-content.ts'
import { addSolution, create, execute, person } from '../../../../tests/support/deal-commands.ts'
import { openApplication } from '../../../../tests/support/open-application.ts'

type IncentiveKind = 'ip-co-sell' | 'business-apps' | null

let app: TestApplication

beforeEach(async () => {
  app = await openApplication()
})

async function tagged(incentive: IncentiveKind): Promise<string> {
  const { id } = await app.call('solutions.save', { name: `Earns ${incentive}`, kind: 'own', incentive })
  return id
}

/** A co-sell deal that Microsoft accepted and that was won, and its solution. */
async function wonWith(incentive: IncentiveKind) {
  const solutionId = incentive ? await tagged(incentive) : await addSolution(app)
  const contact = person('Iris')
  const deal = await execute(
    app,
    null,
    create(solutionId, { contact, consent: true, microsoft: { help: 'general' } }),
  )
  await execute(app, deal.id, { kind: 'record-answer', partyId: deal.parties[0]!.id, answer: 'accepted' })
  return { deal: await execute(app, deal.id, { kind: 'win' }), solutionId }
}

const form = (solutionId: string) => ({
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
})

const stateOf = async (dealId: string) => (await app.call('deals.get', { dealId })).registration
const allowed = async (dealId: string) =>
  (await app.call('deals.actions', { dealId })).actions
    .filter((verdict) => verdict.allowed && /^(register|record-review|resubmit)$/.test(verdict.action))
    .map(({ action, target }) => [action, target].filter(Boolean).join(' '))

test('IP co-sell: registered, reviewed, corrected, sent again, validated, approved', async () => {
  const { deal, solutionId } = await wonWith('ip-co-sell')
  expect([deal.registration, await allowed(deal.id)]).toEqual(['not-registered', ['register']])
  await execute(app, deal.id, { kind: 'register', form: form(solutionId) })
  expect([await stateOf(deal.id), await allowed(deal.id)]).toEqual([
    'deal-review',
    ['record-review action-required', 'record-review final-validation', 'record-review rejected'],
  ])
  await execute(app, deal.id, { kind: 'record-review', outcome: 'action-required', errors: ['Sign it'] })
  expect([await stateOf(deal.id), await allowed(deal.id)]).toEqual(['action-required', ['resubmit']])
  await execute(app, deal.id, { kind: 'resubmit', form: { ...form(solutionId), contractType: 'renewal' } })
  await execute(app, deal.id, { kind: 'record-review', outcome: 'final-validation' })
  const approved = await execute(app, deal.id, { kind: 'record-review', outcome: 'approved', notes: 'Done' })
  expect([approved.registration, await allowed(deal.id)]).toEqual(['approved', []])
  expect(approved.registrationRecord).toMatchObject({
    incentive: 'ip-co-sell',
    form: { contractType: 'renewal', contact: person('Iris') },
    notes: 'Done',
  })
  await expectConsistent(app)
})

test('a business application is done with its submission', async () => {
  const { deal, solutionId } = await wonWith('business-apps')
  const done = await execute(app, deal.id, { kind: 'register', form: form(solutionId) })
  expect([done.registration, await allowed(deal.id)]).toEqual(['closed', []])
})

test('the checklist says what does not hold, and a tag given later mends it', async () => {
  const { deal, solutionId } = await wonWith(null)
  expect(deal.registration).toBeNull()
  const failing = (view: typeof deal) =>
    view.eligibility.filter(({ holds }) => !holds).map(({ condition }) => condition)
  expect(failing(deal)).toEqual(['E3'])
  await app.call('solutions.save', {
    id: solutionId,
    name: 'ColdTrace',
    kind: 'own',
    incentive: 'ip-co-sell',
  })
  expect(failing(await app.call('deals.get', { dealId: deal.id }))).toEqual([])
  const { registration } = await execute(app, deal.id, { kind: 'register', form: form(solutionId) })
  expect(registration).toBe('deal-review')
})

test('a won deal is found by where its registration stands', async () => {
  const { deal, solutionId } = await wonWith('ip-co-sell')
  const found = async (registration: 'not-registered' | 'deal-review') =>
    (await app.call('deals.list', { tab: 'all', filters: { registration } })).rows.map(({ id }) => id)
  expect([await found('not-registered'), await found('deal-review')]).toEqual([[deal.id], []])
  await execute(app, deal.id, { kind: 'register', form: form(solutionId) })
  expect([await found('not-registered'), await found('deal-review')]).toEqual([[], [deal.id]])
})

test('the contact of a registration is kept apart from the log like everybody else', async () => {
  const { deal, solutionId } = await wonWith('ip-co-sell')
  const contact = person('Canary')
  await execute(app, deal.id, { kind: 'register', form: { ...form(solutionId), contact } })
  const bodies = rowsOf(rawOf(app), `SELECT body FROM deal_events WHERE kind = 'registered'`)
  expect(JSON.stringify(bodies)).not.toContain('canary')
})
