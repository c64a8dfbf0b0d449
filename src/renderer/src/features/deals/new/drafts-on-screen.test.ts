import { flushPromises } from '@vue/test-utils'
import { beforeEach, expect, test, vi } from 'vitest'
import { RouterView } from 'vue-router'
import type { DraftForm } from '#shared/ipc/contract/drafts.ts'
import { ANNA, at, dealView, id, solution } from '../../../testing/deals.ts'
import { FakeClient } from '../../../testing/fake-client.ts'
import { mountScreen } from '../../../testing/mount.ts'
import {
  button,
  click,
  field,
  hasButton,
  hasRole,
  pageWords,
  press,
  role,
  wordsOf,
  write,
} from '../../../testing/page.ts'
import { toStep } from '../../../testing/steps.ts'
import { useUndo } from '../../../app/undo.store.ts'
import DraftsMenu from './DraftsMenu.vue'
import NewDealView from './NewDealView.vue'
import { NO_CUSTOMER } from '../form/customer-choice.ts'
import { NO_INVITE } from '../form/invite-entry.ts'

const SAVED = { draftId: id<'draft'>(90), savedAt: at('2026-03-02T11:42:00.000Z') }
const TYPED: DraftForm = {
  name: 'Harbour sensors',
  customer: { ...NO_CUSTOMER, country: 'NL', name: 'Harborline', adding: true },
  value: { text: 'about 125k', currency: 'EUR' },
  step: 'partners',
  closeDate: null,
  closeDateParts: { year: 2027, month: 12, day: null },
  team: [{ ...ANNA, phone: '' }],
  solutions: [solution()],
  help: 'poc-demo',
  helpNotes: 'A demo',
  partners: [
    {
      ...NO_INVITE,
      partner: { name: 'Brink', choice: { kind: 'new', name: 'Brink', country: 'NL', partnerId: '7' } },
      value: { text: '4o,000', currency: 'EUR' },
      notes: 'The edge part',
    },
  ],
}
let client: FakeClient

beforeEach(() => {
  Element.prototype.scrollIntoView = vi.fn<() => void>()
  client = new FakeClient()
    .answer('customers.search', { rows: [] })
    .answer('partners.search', { rows: [] })
    .answer('solutions.search', { rows: [] })
    .answer('people.recent', { rows: [] })
    .answer('deals.check', { allowed: true, reasons: [] })
    .answer('drafts.list', { rows: [{ ...SAVED, name: 'Harbour sensors', customerName: 'Harborline' }] })
    .answer('drafts.get', { ...SAVED, form: TYPED })
    .answer('drafts.save', SAVED)
    .answer('drafts.discard', {})
})

async function open(path = '/new') {
  const stage = mountScreen(RouterView, { client, path: '/pipeline', attach: true })
  await stage.router.isReady()
  stage.router.addRoute({ path: '/new', name: 'new', component: NewDealView })
  await stage.router.push(path)
  await flushPromises()
  return { ...stage, address: () => stage.router.currentRoute.value.fullPath }
}
const groups = () => [...document.querySelectorAll<HTMLElement>('fieldset')]
const DRAFT = `/new?draft=${SAVED.draftId}`

test('a draft opens by its address with everything that was typed', async () => {
  await open(DRAFT)
  expect(role('region').getAttribute('aria-label')).toBe('Partners')
  expect(pageWords()).toContain('Draft saved 11:42:00')
  expect([field('Country', groups()[0]).value, field('Partner IDoptional').value]).toEqual(['NL', '7'])
  expect(field('Their value').value).toBe('4o,000')
  expect(field('Notes to the partneroptional').value).toBe('The edge part')
  await toStep('Customer')
  expect(field('Company name').value).toBe('Harborline')
  await toStep('Details')
  expect(field('Deal name').value).toBe('Harbour sensors')
  expect(field('Estimated value').value).toBe('about 125k')
  expect(wordsOf('[role="spinbutton"]')).toEqual(['12', 'dd', '2027'])
  await toStep('Team')
  expect(field('Member 1: First name').value).toBe('Anna')
  await toStep('Help')
  expect(field('Notes to Microsoftoptional').value).toBe('A demo')
})

test('an address without a draft says so, and the page is empty', async () => {
  client.fail('drafts.get', { code: 'NOT_FOUND', details: { what: 'draft', id: null } })
  await open(DRAFT)
  expect(wordsOf('[role="alert"]')).toHaveLength(1)
  await toStep('Details')
  expect(field('Deal name').value).toBe('')
})

test('leaving keeps what was typed and asks nothing', async () => {
  const { router, address } = await open()
  await toStep('Details')
  await write(field('Deal name'), 'Cold chain')
  await router.push('/pipeline')
  await flushPromises()
  expect([address(), hasRole('dialog')]).toEqual(['/pipeline', false])
  expect(useUndo().shown).toMatchObject({ text: 'What you typed is kept as a draft.', way: null })
  expect(client.inputsOf('drafts.save')).toMatchObject([{ draftId: null, form: { name: 'Cold chain' } }])
})

test('only what could not be kept asks before it is lost', async () => {
  client.fail('drafts.save', { code: 'BUSY', details: { what: 'database' } })
  const { router, address } = await open()
  await toStep('Details')
  await write(field('Deal name'), 'Cold chain')
  void router.push('/pipeline')
  await flushPromises()
  expect(pageWords(role('dialog'))).toContain(
    'It could not be saved as a draft. Another program holds the data.',
  )
  await click(button('Stay'))
  expect([address(), hasRole('dialog')]).toEqual(['/new', false])
  void router.push('/pipeline')
  await flushPromises()
  await click(button('Leave'))
  await flushPromises()
  expect(address()).toBe('/pipeline')
})

test('another draft, or a new deal, begins another page', async () => {
  const { router } = await open(DRAFT)
  await router.push('/new')
  await flushPromises()
  await toStep('Details')
  expect(field('Deal name').value).toBe('')
  await router.push(DRAFT)
  await flushPromises()
  await toStep('Details')
  expect(field('Deal name').value).toBe('Harbour sensors')
})

test('discarding asks, deletes, and leaves an empty page', async () => {
  const { address } = await open(DRAFT)
  await click(button('Discard draft…'))
  await click(button('Keep it'))
  expect(client.inputsOf('drafts.discard')).toEqual([])
  await click(button('Discard draft…'))
  await click(button('Discard draft', role('dialog')))
  await flushPromises()
  expect(client.inputsOf('drafts.discard')).toEqual([{ draftId: SAVED.draftId }])
  await toStep('Details')
  expect([address(), field('Deal name').value]).toEqual(['/new', ''])
})

test('the draft goes once its deal is created', async () => {
  client.answer('partners.save', {
    id: id<'partner'>(62),
    name: 'Brink',
    country: 'NL',
    partnerId: '7',
    contact: null,
  })
  client.answer('deals.execute', { deal: dealView({ id: id(9) }), events: [] })
  const { address } = await open(DRAFT)
  await click(button('Create dealCtrl Enter'))
  await flushPromises()
  expect(client.inputsOf('deals.execute')[0]!.command).toMatchObject({ partners: [{ partnerId: id(62) }] })
  expect(client.inputsOf('drafts.discard')).toEqual([{ draftId: SAVED.draftId }])
  expect([address(), client.inputsOf('drafts.save')]).toEqual([`/deal/${id(9)}`, []])
})

test('partners come and go, each keeping its own', async () => {
  await open()
  await toStep('Details')
  await write(field('Deal name'), 'Cold chain')
  await toStep('Partners')
  await click(button('Invite a partner'))
  expect(document.activeElement).toBe(field('Partner'))
  await write(field('Their value'), '10')
  await click(button('Invite a partner'))
  await write(field('Their value', groups()[1]), '20')
  await click(button('Remove Partner 1'))
  expect(groups().map((group) => field('Their value', group).value)).toEqual(['20'])
  expect(document.activeElement).toBe(button('Remove Partner 1'))
  expect(pageWords()).toContain('This will be a partner-to-partner deal')
  await click(button('Remove Partner 1'))
  expect(document.activeElement).toBe(button('Invite a partner'))
  expect(pageWords()).toContain('This will be a private deal')
})

test('shares that add up to more than the deal are pointed out, nothing more', async () => {
  await open()
  await toStep('Details')
  await write(field('Estimated value'), '100')
  await toStep('Partners')
  await click(button('Invite a partner'))
  await write(field('Their value'), '100')
  expect(pageWords()).not.toContain('add up to more')
  await write(field('Their value'), '101')
  expect(pageWords()).toContain('Your partners’ values add up to more than the deal.')
})

async function menu(locale: 'en' | 'zh-CN' = 'en', openDraft?: string) {
  const stage = mountScreen(DraftsMenu, { client, locale, props: { open: openDraft }, attach: true })
  await flushPromises()
  return stage
}

test('drafts are offered by name, customer and time, and lead to their address', async () => {
  const { router } = await menu()
  await press(button('1 draft'), 'Enter')
  await flushPromises()
  expect(wordsOf('[role="menuitem"]')).toEqual(['Harbour sensors Harborline · Draft saved 11:42'])
  await click(role('menuitem'))
  await flushPromises()
  expect(router.currentRoute.value.fullPath).toBe(DRAFT)
})

test('a nameless draft has a name here; the one that is open is not offered', async () => {
  const other = { ...SAVED, draftId: id<'draft'>(91), name: '', customerName: '' }
  client.answer('drafts.list', { rows: [{ ...SAVED, name: 'A', customerName: '' }, other] })
  await menu('zh-CN', SAVED.draftId)
  await press(button('1 份草稿'), 'Enter')
  await flushPromises()
  expect(wordsOf('[role="menuitem"]')).toEqual(['未命名的交易 草稿已保存 11:42'])
})

test('without drafts there is nothing; what is begun elsewhere comes up', async () => {
  client.answer('drafts.list', { rows: [] })
  await menu()
  expect(wordsOf('button')).toEqual([])
  client.answer('drafts.list', { rows: [{ ...SAVED, name: 'A', customerName: '' }] })
  client.tell('drafts.changed', {})
  await flushPromises()
  expect(hasButton('1 draft')).toBe(true)
})
