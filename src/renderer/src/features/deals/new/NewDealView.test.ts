import { flushPromises } from '@vue/test-utils'
import { beforeEach, expect, test, vi } from 'vitest'
import { RouterView } from 'vue-router'
import type { DraftForm } from '#shared/ipc/contract/drafts.ts'
import { useApplication } from '../../../app/application.store.ts'
import { ANNA, dealView, id, refusal, solution } from '../../../testing/deals.ts'
import { FakeClient } from '../../../testing/fake-client.ts'
import { mountScreen } from '../../../testing/mount.ts'
import { button, click, field, pageWords, press, role, wordsOf, write } from '../../../testing/page.ts'
import { profile } from '../../../testing/profile.ts'
import { railWords, toStep } from '../../../testing/steps.ts'
import { useUndo } from '../../../app/undo.store.ts'
import NewDealView from './NewDealView.vue'

const NORTHWIND = dealView().customer
const AZURE = solution({ id: id(51), name: 'Azure IoT', kind: 'microsoft', incentive: 'ip-co-sell' })
const NAMELESS = refusal('NAME_REQUIRED', {}, { step: 'details', field: 'name' })
let client: FakeClient

beforeEach(() => {
  Element.prototype.scrollIntoView = vi.fn<() => void>()
  client = new FakeClient()
    .answer('customers.search', { rows: [NORTHWIND] })
    .answer('solutions.search', { rows: [solution(), AZURE] })
    .answer('people.recent', { rows: [{ ...ANNA, dealName: 'Cold-chain telemetry' }] })
    .answer('deals.check', { allowed: false, reasons: [NAMELESS] })
    .answer('deals.execute', { deal: dealView({ id: id(9) }), events: [] })
})

const UNREACHABLE = { ...profile().user, phone: '' }
async function open(path = '/new', of = profile({ user: UNREACHABLE })) {
  const stage = mountScreen(RouterView, { client, path: '/pipeline', attach: true })
  await stage.router.isReady()
  stage.router.addRoute({ path: '/new', name: 'new', component: NewDealView })
  useApplication().profile = { ...of, locations: [{ id: id(80), name: 'Hamburg', country: 'DE' }] }
  await stage.router.push(path)
  await flushPromises()
  return { ...stage, sent: () => client.inputsOf('deals.execute') }
}
async function fill() {
  await write(field('Company name'), 'north')
  await click(button('Northwind FoodsHafenstraße 12 · 20457 Hamburg · Germany'))
  await toStep('Details')
  await write(field('Deal name'), 'Cold chain')
  await write(field('Estimated value'), '145,000')
  for (const key of '12') await press(role('spinbutton', 'month'), key)
  for (const key of '31') await press(role('spinbutton', 'day'), key)
  for (const key of '2026') await press(role('spinbutton', 'year'), key)
  await toStep('Team')
  await click(button('Add Anna Berg'))
  await toStep('Solutions')
  await click(button('Fabrikam SenseMy company’s'))
}
const CONSENT = 'The customer agrees that their contact data and ours are shared with Microsoft.'
const CREATE = {
  kind: 'create',
  customer: { id: NORTHWIND.id },
  contact: null,
  consent: false,
  name: 'Cold chain',
  value: { amount: 14_500_000, currency: 'EUR' },
  closeDate: '2026-12-31',
  crmId: null,
  campaignId: null,
  notes: null,
  team: [ANNA],
  solutions: [{ id: id(50) }],
  assessment: null,
  microsoft: null,
  partners: [],
  sourceDealId: null,
}

test('what was typed, picked and added is created, and the deal opens', async () => {
  const { sent, router } = await open()
  await fill()
  await click(button('Create deal'))
  await flushPromises()
  expect(sent()).toEqual([{ dealId: null, expectedVersion: null, command: CREATE }])
  expect(router.currentRoute.value.fullPath).toBe(`/deal/${id(9)}`)
})

test('asking Microsoft for help asks for consent, and both are sent', async () => {
  const { sent } = await open()
  expect(pageWords()).toContain('This will be a private deal, because nobody else is on it.')
  await fill()
  await toStep('Help')
  await click(role('radio', 'Proof of concept / demo'))
  expect(pageWords()).toContain(
    'This will be a co-sell deal, because you ask Microsoft for a proof of concept.',
  )
  await write(field('Notes to Microsoftoptional'), 'A demo in May')
  await toStep('Review')
  await click(field(CONSENT))
  await toStep('Customer')
  await write(field('Contact person: First name'), 'Cara')
  await click(button('Create deal'))
  expect(sent()[0]?.command).toEqual({
    ...CREATE,
    consent: true,
    contact: { firstName: 'Cara', lastName: '', phone: '', email: '' },
    microsoft: { help: 'poc-demo', notes: 'A demo in May' },
  })
})

test('consent given and then not needed is not sent', async () => {
  const { sent } = await open()
  await toStep('Help')
  await click(role('radio', 'Proof of concept / demo'))
  await toStep('Review')
  await click(field(CONSENT))
  await toStep('Help')
  await click(role('radio', 'No help needed now The deal stays private.'))
  await click(button('Create deal'))
  expect(sent()[0]?.command).toMatchObject({ consent: false, microsoft: null })
})

test('an assessment stands alone, asks for its location and for nobody’s help', async () => {
  client.answer('solutions.search', { rows: [solution({ kind: 'assessment' })] })
  const { sent } = await open()
  await toStep('Solutions')
  await click(button('Fabrikam SenseSolution assessment'))
  expect(railWords().slice(4, 6)).toEqual(['not needed for an assessment', 'not needed for an assessment'])
  await click(button('Next: Review and consentAlt →'))
  expect(role('region').getAttribute('aria-label')).toBe('Review and consent')
  await toStep('Help')
  expect(pageWords()).toContain('Not needed: an assessment asks nobody for help.')
  await toStep('Solutions')
  await write(field('Location that carries the assessment'), id(80))
  await click(button('Create deal'))
  expect(sent()[0]?.command).toMatchObject({
    solutions: [],
    assessment: { solutionId: id(50), locationId: id(80) },
    microsoft: null,
  })
})

test('a private deal with an incentive is warned about', async () => {
  await open()
  await toStep('Solutions')
  await click(button('Azure IoTMicrosoft · Azure IP co-sell'))
  const warning = '“Azure IoT” earns an incentive, but a private deal can never be registered.'
  expect(pageWords()).toContain(warning)
  await toStep('Review')
  expect(pageWords()).toContain(warning)
  await toStep('Help')
  await click(role('radio', 'Proof of concept / demo'))
  await toStep('Review')
  expect(pageWords()).not.toContain(warning)
})

test('what is missing is listed at once, but nothing is red before its step was left, or creating was tried', async () => {
  await open()
  expect(wordsOf('.side li')).toEqual(['Deal nameDetails'])
  await toStep('Details')
  expect([document.querySelectorAll('[aria-invalid]').length, railWords()[1]]).toEqual([0, 'nothing yet'])
  await write(field('Estimated value'), '145,000')
  expect(railWords()[1]).toBe('EUR 145,000')
  await toStep('Team')
  expect(railWords()[1]).toBe('! Deal name is missing')
  await toStep('Details')
  expect(field('Deal name').getAttribute('aria-invalid')).toBe('true')
})

test('creating is blocked and says why while something is missing; then the next step is the one filled button', async () => {
  await open()
  const filled = () => wordsOf('.btn.primary')
  expect([filled(), button('Create deal').getAttribute('aria-disabled')]).toEqual([
    ['Next: DetailsAlt →'],
    'true',
  ])
  button('Create deal').focus()
  await flushPromises()
  expect(pageWords()).toContain('1 thing is still missing')
  client.answer('deals.check', { allowed: true, reasons: [] })
  await toStep('Details')
  await write(field('Deal name'), 'Cold chain')
  await expect.poll(filled).toEqual(['Create dealCtrl Enter'])
})

test('Alt with the arrows walks the steps, Enter leads from field to field and on, Ctrl with Enter creates', async () => {
  const { sent } = await open()
  const here = () => role('region').getAttribute('aria-label')
  await press(document.body, 'ArrowRight', { altKey: true })
  expect([here(), document.activeElement]).toEqual(['Details', field('Deal name')])
  await press(field('Deal name'), 'Enter')
  expect(document.activeElement).toBe(field('Estimated value'))
  await press(field('Estimated value'), 'Enter')
  expect(document.activeElement).toBe(role('spinbutton', 'month'))
  await press(role('spinbutton', 'year'), 'Enter')
  expect([here(), document.activeElement]).toEqual(['Team', field('Member 1: First name')])
  await press(document.body, 'ArrowLeft', { altKey: true })
  expect([here(), document.activeElement]).toEqual(['Details', field('Deal name')])
  await press(field('Notesoptional'), 'Enter')
  expect(here()).toBe('Details')
  await press(document.body, 'Enter', { ctrlKey: true })
  await flushPromises()
  expect(sent()).toHaveLength(1)
})

test('the summary says everything, and each line leads back to its field', async () => {
  await open()
  await fill()
  await toStep('Review')
  expect(wordsOf('.lines li')).toEqual([
    'CustomerNorthwind Foods · Hamburg · Germany',
    'Contact personnone',
    'Deal nameCold chainDeal name is missing',
    'Estimated valueEUR 145,000',
    'Estimated close dateDec 31, 2026',
    'TeamAnna Berg · +49 30 1234 · anna@fabrikam.example',
    'SolutionsFabrikam Sense',
    'Help from MicrosoftNo help needed now',
    'Partnersnone',
  ])
  expect(pageWords()).toContain('You can still invite Microsoft or partners later.')
  await click(button('Deal nameCold chainDeal name is missing'))
  expect(document.activeElement).toBe(field('Deal name'))
})

test('who takes the creation back goes on writing where they were', async () => {
  client
    .answer('deals.execute', { deal: dealView({ id: id(9) }), events: [id<'event'>(70)] })
    .answer('deals.undo', { undone: 1, refused: [], redo: null })
    .answer('drafts.save', { draftId: id<'draft'>(90), savedAt: dealView().createdAt })
    .answer('drafts.discard', {})
    .answer('drafts.get', () => {
      const { form } = client.inputsOf('drafts.save').at(-1)!
      return { draftId: id<'draft'>(90), savedAt: dealView().createdAt, form: form as DraftForm }
    })
  const { router } = await open()
  await toStep('Details')
  await write(field('Deal name'), 'Cold chain')
  await click(button('Create deal'))
  await flushPromises()
  expect(useUndo().shown?.text).toBe('Cold-chain telemetry created.')
  await useUndo().undo()
  await flushPromises()
  expect(client.inputsOf('deals.undo')).toEqual([{ eventId: id(70) }])
  expect(router.currentRoute.value.fullPath).toBe(`/new?draft=${id(90)}`)
  expect(field('Deal name').value).toBe('Cold chain')
})

test('a line of what is missing leads to its field and says why', async () => {
  await open()
  await click(button('Deal name'))
  expect(document.activeElement).toBe(field('Deal name'))
  expect(document.getElementById(field('Deal name').getAttribute('aria-describedby')!)?.textContent).toBe(
    'Give the deal a name.',
  )
})

test('a refusal leads to the first field it names, and nothing is created', async () => {
  client.refuse('deals.execute', NAMELESS)
  const { router } = await open()
  await click(button('Create deal'))
  expect(document.activeElement).toBe(field('Deal name'))
  expect(router.currentRoute.value.path).toBe('/new')
})

test('any other failure is said; what was typed stays', async () => {
  client.fail('deals.execute', { code: 'BUSY', details: { what: 'x' } })
  await open()
  await toStep('Details')
  await write(field('Deal name'), 'Cold chain')
  await click(button('Create deal'))
  expect(wordsOf('[role="alert"]')).toEqual(['Another program holds the data. Wait a moment and try again.'])
  expect(field('Deal name').value).toBe('Cold chain')
})

test('is created once, however often it is pressed', async () => {
  client.answer('deals.execute', () => new Promise(() => undefined))
  const { sent } = await open()
  await click(button('Create deal'))
  await click(button('Create deal'))
  expect(sent()).toHaveLength(1)
})

test('leaving an untouched page asks nothing', async () => {
  const { router } = await open()
  await router.push('/pipeline')
  expect(router.currentRoute.value.path).toBe('/pipeline')
})

test('a copy begins with what the other deal had, with a date still to come', async () => {
  const source = dealView({ closeDate: '2026-01-31' as never, notes: 'Second try', status: 'lost' })
  client.answer('deals.get', source)
  const { sent } = await open(`/new?from=${source.id}`)
  expect(pageWords()).toContain('Copy of “Cold-chain telemetry”')
  await click(button('Create deal'))
  expect(sent()[0]?.command).toEqual({
    ...CREATE,
    name: 'Cold-chain telemetry',
    value: { amount: 12_500_000, currency: 'EUR' },
    closeDate: '2026-04-01',
    notes: 'Second try',
    sourceDealId: source.id,
  })
})

test('I am added with one press, and not twice', async () => {
  const { sent } = await open()
  useApplication().profile = profile()
  await toStep('Team')
  await click(button('Add me'))
  expect(wordsOf('button')).not.toContain('Add me')
  expect(document.activeElement).toBe(field('Member 2: First name'))
  await click(button('Create deal'))
  expect(sent()[0]?.command).toMatchObject({ team: [profile().user] })
})

test('whoever writes is on the team from the start, once they are known by name and number', async () => {
  await open('/new', profile())
  expect(railWords()[2]).toBe('Ida Lund')
  await toStep('Team')
  expect(document.activeElement).toBe(field('Member 2: First name'))
})
