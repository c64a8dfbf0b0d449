import { expect, test } from 'vitest'
import { ANNA, dealView, day, eur, id, solution } from '../../../testing/deals.ts'
import { setUp } from '../../../testing/mount.ts'
import { useNewDeal } from './new-deal.ts'

const newDeal = () => setUp(() => useNewDeal()).result
const ASSESSMENT = solution({ id: id(51), kind: 'assessment' })
const BLANK = { firstName: '', lastName: '', phone: '', email: '' }

test('a blank form is a command without anything: the rules say what is missing', () => {
  expect(newDeal().command.value).toEqual({
    kind: 'create',
    customer: null,
    contact: null,
    consent: false,
    name: '',
    value: null,
    closeDate: null,
    crmId: null,
    campaignId: null,
    notes: null,
    team: [],
    solutions: [],
    assessment: null,
    microsoft: null,
    sourceDealId: null,
  })
})

test('what is typed is what is asked for', () => {
  const { draft, customer, value, team, solutions, command } = newDeal()
  Object.assign(draft, { name: 'N', closeDate: '2026-06-30', crmId: 'C', campaignId: 'S', notes: 'n' })
  Object.assign(draft, { help: 'general', helpNotes: 'please', consent: true, contact: { ...ANNA } })
  customer.value = { id: id(40) }
  value.value = eur(100)
  team.value = [ANNA]
  solutions.value = [solution({ id: id(50) })]
  expect(command.value).toMatchObject({
    customer: { id: id(40) },
    contact: ANNA,
    consent: true,
    name: 'N',
    value: { amount: 100, currency: 'EUR' },
    closeDate: '2026-06-30',
    crmId: 'C',
    campaignId: 'S',
    notes: 'n',
    team: [ANNA],
    solutions: [{ id: id(50) }],
    microsoft: { help: 'general', notes: 'please' },
  })
})

test.each([
  [{ ...BLANK }, null],
  [{ ...BLANK, phone: '  ' }, null],
  [
    { ...BLANK, email: 'a@b.c' },
    { ...BLANK, email: 'a@b.c' },
  ],
])('a contact is one as soon as something is typed: %j', (contact, asked) => {
  const { draft, command } = newDeal()
  draft.contact = contact
  expect(command.value.contact).toEqual(asked)
})

test('consent counts only where somebody else will see the customer', () => {
  const { draft, solutions, needsConsent, command } = newDeal()
  draft.consent = true
  expect([needsConsent.value, command.value.consent]).toEqual([false, false])
  draft.help = 'general'
  expect([needsConsent.value, command.value.consent]).toEqual([true, true])
  draft.help = null
  solutions.value = [ASSESSMENT]
  expect([needsConsent.value, command.value.consent]).toEqual([true, true])
})

test('an assessment stands apart from the solutions, names its location and asks Microsoft for nothing', () => {
  const { draft, solutions, command } = newDeal()
  draft.help = 'general'
  solutions.value = [solution({ id: id(50) }), ASSESSMENT]
  expect(command.value).toMatchObject({
    solutions: [{ id: id(50) }],
    assessment: { solutionId: id(51), locationId: null },
    microsoft: null,
  })
  draft.locationId = id(80)
  expect(command.value.assessment).toEqual({ solutionId: id(51), locationId: id(80) })
})

test('B12: a copy has what the deal had, and nothing of its life', () => {
  const { copyFrom, command } = newDeal()
  const over = { crmId: 'C', campaignId: 'S', notes: 'n', contact: ANNA, status: 'won' as const }
  copyFrom(dealView({ ...over, help: { type: 'general', notes: null } }), day('2026-03-02'))
  expect(command.value).toEqual({
    kind: 'create',
    customer: { id: id(40) },
    contact: ANNA,
    consent: false,
    name: 'Cold-chain telemetry',
    value: { amount: 12_500_000, currency: 'EUR' },
    closeDate: '2026-06-30',
    crmId: 'C',
    campaignId: 'S',
    notes: 'n',
    team: [ANNA],
    solutions: [{ id: id(50) }],
    assessment: null,
    microsoft: null,
    sourceDealId: id(1),
  })
})

test.each([
  ['2026-03-01', '2026-04-01'],
  ['2026-03-02', '2026-03-02'],
  ['2026-03-03', '2026-03-03'],
])('a copy of a deal that closes on %s closes on %s', (closeDate, expected) => {
  const { copyFrom, draft } = newDeal()
  copyFrom(dealView({ closeDate: day(closeDate) }), day('2026-03-02'))
  expect(draft.closeDate).toBe(expected)
})

test('writing in a copy leaves the deal it came from as it is', () => {
  const { copyFrom, draft, team } = newDeal()
  const source = dealView({ contact: { ...ANNA } })
  copyFrom(source, day('2026-03-02'))
  draft.contact.firstName = 'Zoe'
  team.value.push(BLANK)
  expect([source.contact?.firstName, source.team.length]).toEqual(['Anna', 1])
})
