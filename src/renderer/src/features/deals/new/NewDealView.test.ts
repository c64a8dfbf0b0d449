import { flushPromises } from '@vue/test-utils'
import { beforeEach, expect, test, vi } from 'vitest'
import { RouterView } from 'vue-router'
import { useApplication } from '../../../app/application.store.ts'
import { ANNA, dealView, id, refusal, solution } from '../../../testing/deals.ts'
import { FakeClient } from '../../../testing/fake-client.ts'
import { mountScreen } from '../../../testing/mount.ts'
import { button, click, field, pageWords, press, role, wordsOf, write } from '../../../testing/page.ts'
import { profile } from '../../../testing/profile.ts'
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

async function open(path = '/new') {
  const stage = mountScreen(RouterView, { client, path: '/pipeline', attach: true })
  await stage.router.isReady()
  stage.router.addRoute({ path: '/new', name: 'new', component: NewDealView })
  await stage.router.push(path)
  useApplication().profile = profile({ locations: [{ id: id(80), name: 'Hamburg', country: 'DE' }] })
  await flushPromises()
  return { ...stage, sent: () => client.inputsOf('deals.execute') }
}
async function fill() {
  await write(field('Company name'), 'north')
  await click(button('Northwind FoodsHafenstraße 12 · 20457 Hamburg · Germany'))
  await write(field('Deal name'), 'Cold chain')
  await write(field('Estimated value'), '145,000')
  for (const key of '12') await press(role('spinbutton', 'month'), key)
  for (const key of '31') await press(role('spinbutton', 'day'), key)
  for (const key of '2026') await press(role('spinbutton', 'year'), key)
  await click(button('Add'))
  await click(button('Fabrikam SenseMy company’s'))
}
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
  await click(role('radio', 'Proof of concept / demo'))
  expect(pageWords()).toContain('This will be a co-sell deal, because you ask Microsoft for help.')
  await write(field('Notes to Microsoftoptional'), 'A demo in May')
  await click(field('The customer agrees that their contact data and ours are shared with Microsoft.'))
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
  await click(role('radio', 'Proof of concept / demo'))
  await click(field('The customer agrees that their contact data and ours are shared with Microsoft.'))
  await click(role('radio', 'No help needed now The deal stays private.'))
  await click(button('Create deal'))
  expect(sent()[0]?.command).toMatchObject({ consent: false, microsoft: null })
})

test('an assessment stands alone, asks for its location and for nobody’s help', async () => {
  client.answer('solutions.search', { rows: [solution({ kind: 'assessment' })] })
  const { sent } = await open()
  await click(button('Fabrikam SenseSolution assessment'))
  expect(pageWords()).toContain('An assessment asks nobody for help.')
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
  await click(button('Azure IoTMicrosoft · Azure IP co-sell'))
  const warning = '“Azure IoT” earns an incentive, but a private deal can never be registered.'
  expect(pageWords()).toContain(warning)
  await click(role('radio', 'Proof of concept / demo'))
  expect(pageWords()).not.toContain(warning)
})

test('what is missing is listed at once, but nothing is red before creating was tried', async () => {
  await open()
  expect(wordsOf('.side li')).toContain('Deal name is missing')
  expect(document.querySelectorAll('[aria-invalid]')).toHaveLength(0)
})

test('a line of what is missing leads to its field and says why', async () => {
  await open()
  await click(button('Deal name is missing'))
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
  await click(button('Add me'))
  expect(wordsOf('button')).not.toContain('Add me')
  expect(document.activeElement).toBe(button('Add a person'))
  await click(button('Create deal'))
  expect(sent()[0]?.command).toMatchObject({ team: [profile().user] })
})
