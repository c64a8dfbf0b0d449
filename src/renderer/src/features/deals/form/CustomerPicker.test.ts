import { flushPromises } from '@vue/test-utils'
import { beforeEach, expect, test, vi } from 'vitest'
import type { DealView } from '#shared/ipc/contract/deal-views.ts'
import type { CustomerEntry } from '#shared/ipc/contract/drafts.ts'
import { dealView, id } from '../../../testing/deals.ts'
import { FakeClient } from '../../../testing/fake-client.ts'
import { mountScreen, type Stage } from '../../../testing/mount.ts'
import {
  button,
  click,
  field,
  hasButton,
  pageWords,
  press,
  role,
  wordsOf,
  write,
} from '../../../testing/page.ts'
import CustomerPicker from './CustomerPicker.vue'
import { customerOf, NO_CUSTOMER } from './customer-choice.ts'

type Customer = DealView['customer']
const HAMBURG: Customer = dealView().customer
const BERLIN: Customer = {
  ...HAMBURG,
  id: id(41),
  addressLine1: '',
  postalCode: null,
  city: 'Berlin',
  duns: '315067890',
}

beforeEach(() => void (Element.prototype.scrollIntoView = vi.fn<() => void>()))

function open(rows: Customer[], props: { fault?: string; modelValue?: CustomerEntry } = {}) {
  const client = new FakeClient().answer('customers.search', { rows })
  const stage: Stage = mountScreen(CustomerPicker, {
    client,
    props: {
      modelValue: NO_CUSTOMER,
      fault: null,
      ...props,
      'onUpdate:modelValue': (modelValue: CustomerEntry) => void stage.setProps({ modelValue }),
    },
    attach: true,
  })
  const entry = () => stage.wrapper.emitted<[CustomerEntry]>('update:modelValue')?.at(-1)?.[0]
  return {
    ...stage,
    entry,
    told: () => customerOf(entry() ?? NO_CUSTOMER),
    asked: () => client.inputsOf('customers.search').at(-1),
  }
}

test('typing a name asks the directory, within the place that was given', async () => {
  const { asked } = open([HAMBURG])
  await write(field('Country'), 'DE')
  await write(field('City'), 'Hamburg')
  await write(field('Company name'), 'north')
  expect(asked()).toEqual({ text: 'north', limit: 8, country: 'DE', city: 'Hamburg' })
  expect(wordsOf('li')).toEqual([
    'Northwind FoodsHafenstraße 12 · 20457 Hamburg · Germany',
    'Add “north” as a new customer',
  ])
})

test('without a name nothing is asked', async () => {
  const { client } = open([HAMBURG])
  await write(field('Country'), 'DE')
  await write(field('Company name'), '  ')
  expect(client.calls).toEqual([])
  expect(hasButton('Add “” as a new customer')).toBe(false)
})

test('equal names are told apart by address and number', async () => {
  open([HAMBURG, BERLIN])
  await write(field('Company name'), 'northwind')
  expect(pageWords()).toContain('Several entries carry this name. Choose by address or D-U-N-S.')
  expect(wordsOf('li').slice(0, 2)).toEqual([
    'Northwind FoodsHafenstraße 12 · 20457 Hamburg · Germany',
    'Northwind FoodsBerlin · Germany · D‑U‑N‑S 315067890',
  ])
})

test('picking one is exactly that one, and shows it', async () => {
  const { told } = open([HAMBURG, BERLIN])
  await write(field('Company name'), 'northwind')
  await click(button('Northwind FoodsBerlin · Germany · D‑U‑N‑S 315067890'))
  expect(told()).toEqual({ id: BERLIN.id })
  expect(pageWords()).toBe('Northwind FoodsBerlin · Germany · D‑U‑N‑S 315067890Change')
})

test('changing it is choosing again', async () => {
  const { told } = open([], { modelValue: { ...NO_CUSTOMER, picked: HAMBURG } })
  expect(pageWords()).toContain('Northwind Foods')
  await click(button('Change'))
  expect(told()).toBeNull()
  expect(field('Company name').value).toBe('')
})

test('a new customer counts once it has a name and a country', async () => {
  const { told } = open([])
  await write(field('Company name'), ' Contoso ')
  await click(button('Add “Contoso” as a new customer'))
  expect(told()).toBeNull()
  await write(field('Country'), 'FR')
  await write(field('City'), 'Lyon')
  await write(field('D-U-N-S numberoptional'), ' 315067890 ')
  expect(told()).toEqual({
    name: 'Contoso',
    addressLine1: '',
    city: 'Lyon',
    postalCode: null,
    state: null,
    country: 'FR',
    duns: '315067890',
  })
  expect(pageWords()).toContain('New in your directory.')
})

test('an answer that comes late does not replace a newer one', async () => {
  const { client } = open([])
  const answers: ((rows: Customer[]) => void)[] = []
  client.answer('customers.search', () => new Promise((resolve) => answers.push((rows) => resolve({ rows }))))
  await write(field('Company name'), 'n')
  await write(field('Company name'), 'no')
  answers[1]!([BERLIN])
  answers[0]!([HAMBURG])
  await flushPromises()
  expect(wordsOf('li b')).toEqual(['Northwind Foods'])
  expect(wordsOf('li')[0]).toContain('Berlin')
})

test('a missing customer is said at the name', () => {
  open([], { fault: 'Choose a customer or add a new one.' })
  const note = document.getElementById(field('Company name').getAttribute('aria-describedby')!)
  expect(note?.textContent).toBe('Choose a customer or add a new one.')
})

test('picked by keyboard: arrows and Enter among equal names, and that is told', async () => {
  const { told, wrapper } = open([HAMBURG, BERLIN])
  await write(field('Company name'), 'north')
  await press(field('Company name'), 'Enter')
  expect(told()).toBeNull()
  await press(field('Company name'), 'ArrowDown')
  await press(field('Company name'), 'ArrowDown')
  await press(field('Company name'), 'Enter')
  expect(told()).toEqual({ id: BERLIN.id })
  expect(wrapper.emitted('picked')).toEqual([[BERLIN]])
})

test('Enter picks the first one where no other carries its name', async () => {
  const { told } = open([HAMBURG])
  await write(field('Company name'), 'north')
  await press(field('Company name'), 'Enter')
  expect(told()).toEqual({ id: HAMBURG.id })
})

test('changing it leads back to the name', async () => {
  open([], { modelValue: { ...NO_CUSTOMER, picked: HAMBURG } })
  await click(button('Change'))
  expect(document.activeElement).toBe(field('Company name'))
})

test('adding one leads to its country, or past it where that is known', async () => {
  open([])
  await write(field('Company name'), 'Contoso')
  await press(field('Company name'), 'ArrowUp')
  await press(field('Company name'), 'Enter')
  expect(document.activeElement).toBe(field('Country'))
})

test('adding one in a country that is known leads to its address', async () => {
  open([])
  await write(field('Country'), 'FR')
  await write(field('Company name'), 'Contoso')
  await click(button('Add “Contoso” as a new customer'))
  expect(document.activeElement).toBe(field('Addressoptional'))
})

test('a new customer that lacks only its country says so there', async () => {
  open([], { fault: 'Choose a customer or add a new one.' })
  await write(field('Company name'), 'Contoso')
  await click(button('Add “Contoso” as a new customer'))
  const note = document.getElementById(field('Country').getAttribute('aria-describedby')!)
  expect(note?.textContent).toBe('Choose the country of the new customer.')
  expect(field('Company name').getAttribute('aria-invalid')).toBeNull()
})

test('what was typed stays typed: the place, the name, and that it is a new one', async () => {
  const { entry } = open([])
  await write(field('Country'), 'FR')
  await write(field('Company name'), 'Contoso')
  await click(button('Add “Contoso” as a new customer'))
  await write(field('Addressoptional'), '1 rue du Lac')
  const typed = entry()!
  expect(typed).toEqual({
    ...NO_CUSTOMER,
    country: 'FR',
    name: 'Contoso',
    addressLine1: '1 rue du Lac',
    adding: true,
  })
  document.body.replaceChildren()
  open([], { modelValue: typed })
  expect([field('Country').value, field('Company name').value, field('Addressoptional').value]).toEqual([
    'FR',
    'Contoso',
    '1 rue du Lac',
  ])
})

test('while a new one is added, what the directory has to its name is offered still', async () => {
  const { told, entry, asked } = open([HAMBURG])
  await write(field('Company name'), 'Northwind')
  await click(role('option', 'Add “Northwind” as a new customer'))
  await write(field('Country'), 'FR')
  await write(field('Company name'), 'Northwin')
  expect(asked()).toEqual({ text: 'Northwin', limit: 8 })
  expect(wordsOf('li')[0]).toBe('Add “Northwin” as a new customer')
  await click(role('option', 'Northwind FoodsHafenstraße 12 · 20457 Hamburg · Germany'))
  expect(told()).toEqual({ id: HAMBURG.id })
  expect(entry()?.adding).toBe(false)
})

test('Enter goes on with the new one whatever the directory offers beside it', async () => {
  const { entry } = open([HAMBURG])
  await write(field('Company name'), 'Northwind')
  await click(role('option', 'Add “Northwind” as a new customer'))
  await write(field('Company name'), 'Northwind Foods 2')
  await press(field('Company name'), 'Enter')
  expect(entry()).toMatchObject({ adding: true, picked: null, name: 'Northwind Foods 2' })
  expect(document.activeElement).toBe(field('Country'))
})

test('without its name a new one is none any more', async () => {
  const { entry } = open([])
  await write(field('Company name'), 'Contoso')
  await click(button('Add “Contoso” as a new customer'))
  await write(field('Company name'), '')
  expect(entry()).toEqual(NO_CUSTOMER)
  expect(pageWords()).not.toContain('New in your directory.')
})

test('from a new one back to the directory: the name stays and is looked up', async () => {
  const { entry } = open([HAMBURG])
  await write(field('Company name'), 'Northwind')
  await click(role('option', 'Add “Northwind” as a new customer'))
  await click(button('Choose from the directory'))
  expect(entry()).toMatchObject({ adding: false, name: 'Northwind' })
  expect(document.activeElement).toBe(field('Company name'))
  await click(role('option', 'Northwind FoodsHafenstraße 12 · 20457 Hamburg · Germany'))
  expect(entry()?.picked).toEqual(HAMBURG)
})

test('digits are looked up as a D-U-N-S number', async () => {
  const { asked } = open([BERLIN])
  await write(field('Company name'), '31-506')
  expect(asked()).toEqual({ duns: '31-506', limit: 8 })
  await write(field('Company name'), '3M')
  expect(asked()).toEqual({ text: '3M', limit: 8 })
})
