import { expect, test } from 'vitest'
import type { PartnerView } from '#shared/ipc/contract/directory.ts'
import { ANNA, dealView, day, id, refusal, solution } from '../../../testing/deals.ts'
import { FakeClient } from '../../../testing/fake-client.ts'
import { setUp } from '../../../testing/mount.ts'
import { NO_CUSTOMER } from '../form/customer-choice.ts'
import { NO_INVITE } from '../form/invite-entry.ts'
import { copyOf, type WholeForm } from './draft-form.ts'
import { useNewDeal } from './new-deal.ts'

const newDeal = (begun?: WholeForm) => setUp(() => useNewDeal(begun)).result
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
    partners: [],
    sourceDealId: null,
  })
})

test('what is typed is what is asked for', () => {
  const { draft, team, solutions, command } = newDeal()
  Object.assign(draft, { name: 'N', closeDate: '2026-06-30', crmId: 'C', campaignId: 'S', notes: 'n' })
  Object.assign(draft, { help: 'general', helpNotes: 'please', consent: true, contact: { ...ANNA } })
  draft.customer = { ...NO_CUSTOMER, picked: dealView().customer }
  draft.value = { text: '1.00', currency: 'EUR' }
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
  const over = { crmId: 'C', campaignId: 'S', notes: 'n', contact: ANNA, status: 'won' as const }
  const source = dealView({ ...over, help: { type: 'general', notes: null } })
  const { command } = newDeal(copyOf(source, day('2026-03-02')))
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
    partners: [],
    sourceDealId: id(1),
  })
})

test.each([
  ['2026-03-01', '2026-04-01'],
  ['2026-03-02', '2026-03-02'],
  ['2026-03-03', '2026-03-03'],
])('a copy of a deal that closes on %s closes on %s', (closeDate, expected) => {
  const copy = copyOf(dealView({ closeDate: day(closeDate) }), day('2026-03-02'))
  expect(copy.closeDate).toBe(expected)
})

test('writing in a copy leaves the deal it came from as it is', () => {
  const source = dealView({ contact: { ...ANNA } })
  const { draft, team } = newDeal(copyOf(source, day('2026-03-02')))
  draft.contact.firstName = 'Zoe'
  team.value.push(BLANK)
  expect([source.contact?.firstName, source.team.length]).toEqual(['Anna', 1])
})

const HARBOR: PartnerView = { id: id(62), name: 'Harbor Data', partnerId: '', country: 'SE', contact: null }
const NEW = {
  ...NO_INVITE,
  partner: {
    name: 'Harbor Data',
    choice: { kind: 'new' as const, name: 'Harbor Data', country: 'SE', partnerId: '' },
  },
}

test('partners are asked with the creation, each as far as it is written', () => {
  const { draft, command } = newDeal()
  const known = { name: 'harbor', choice: { kind: 'known' as const, partner: { ...HARBOR } } }
  draft.partners = [
    { ...NO_INVITE, partner: known, value: { text: '4k', currency: 'EUR' }, team: [ANNA], help: 'general' },
    NEW,
  ]
  const bare = { closeDate: null, value: null, notes: null, team: [], solutions: [], help: null }
  expect(command.value).toMatchObject({
    partners: [
      {
        ...bare,
        partnerId: id(62),
        value: { amount: 400_000, currency: 'EUR' },
        team: [ANNA],
        help: 'general',
      },
      { ...bare, partnerId: null },
    ],
  })
})

test('an assessment invites nobody; without it the partners count again', () => {
  const { draft, solutions, command } = newDeal()
  draft.partners = [NEW]
  solutions.value = [ASSESSMENT]
  expect(command.value.partners).toEqual([])
  solutions.value = []
  expect(command.value.partners).toHaveLength(1)
})

const NOBODY = refusal('PARTNER_REQUIRED', {}, { step: 'partners', field: 'partners.0.partnerId' })
const NAMELESS = refusal('NAME_REQUIRED')

test('a new partner is not missing once it has a country: it enters the directory with the deal', async () => {
  const reasons = [NOBODY]
  const client = new FakeClient()
    .answer('deals.check', { allowed: false, reasons })
    .answer('partners.save', HARBOR)
  const { draft, check, missing, settlePartners } = setUp(() => useNewDeal(), { client }).result
  draft.partners = [{ ...NEW, partner: { ...NEW.partner, choice: { ...NEW.partner.choice, country: '' } } }]
  await check()
  expect(missing.value).toEqual([NOBODY])
  draft.partners = [NEW]
  expect(missing.value).toEqual([])
  await settlePartners()
  await settlePartners()
  expect(client.inputsOf('partners.save')).toEqual([{ name: 'Harbor Data', country: 'SE', partnerId: '' }])
  expect(draft.partners[0]!.partner.choice).toEqual({ kind: 'known', partner: HARBOR })
})

test('a new partner is entered while a newer question is on its way, too', async () => {
  const newer = Promise.withResolvers<{ allowed: boolean; reasons: [] }>()
  const lacks = { allowed: false, reasons: [NOBODY] }
  const answers = [lacks, newer.promise]
  const client = new FakeClient()
    .answer('deals.check', () => answers.shift()!)
    .answer('partners.save', HARBOR)
  const { draft, check, settlePartners, reasons } = setUp(() => useNewDeal(), { client }).result
  draft.partners = [NEW]
  reasons.value = [NAMELESS]
  const settling = settlePartners()
  const asked = check()
  await settling
  expect(client.inputsOf('partners.save')).toHaveLength(1)
  newer.resolve({ allowed: true, reasons: [] })
  await asked
})

test('nobody enters the directory while the deal lacks something else', async () => {
  const client = new FakeClient().answer('deals.check', { allowed: false, reasons: [NAMELESS, NOBODY] })
  const { draft, settlePartners } = setUp(() => useNewDeal(), { client }).result
  draft.partners = [NEW]
  await settlePartners()
  expect(client.inputsOf('partners.save')).toEqual([])
})
