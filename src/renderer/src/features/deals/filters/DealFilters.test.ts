import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { useApplication } from '../../../app/application.store.ts'
import { id } from '../../../testing/deals.ts'
import { FakeClient } from '../../../testing/fake-client.ts'
import { mountScreen } from '../../../testing/mount.ts'
import {
  button,
  click,
  field,
  hasButton,
  hasRole,
  press,
  role,
  wordsOf,
  write,
} from '../../../testing/page.ts'
import DealFilters from './DealFilters.vue'
import type { Filters } from '#shared/telling/deals/filter-fields.ts'

const [NORTHWIND, FABRIKAM] = [id(1), id(2)]
const CUSTOMERS = [
  { value: NORTHWIND, label: 'Northwind', deals: 7 },
  { value: FABRIKAM, label: 'Fabrikam', deals: 1 },
]

function open(filters: Filters = {}, props: object = {}) {
  const client = new FakeClient().answer('deals.values', ({ field: of, values, text }) => {
    const all =
      of === 'customer'
        ? CUSTOMERS
        : of === 'country'
          ? [{ value: 'DE', label: 'DE', deals: 3 }]
          : [{ value: 'CHF', label: 'CHF', deals: 2 }]
    const rows = all.filter(({ value, label }) =>
      values ? values.includes(value) : label.includes(text ?? ''),
    )
    return { rows }
  })
  const stage = mountScreen(DealFilters, {
    client,
    attach: true,
    props: {
      modelValue: filters,
      tab: 'inbound',
      'onUpdate:modelValue': (next: Filters) => void stage.setProps({ modelValue: next }),
      ...props,
    },
  })
  return { ...stage, client, told: () => stage.wrapper.emitted('update:modelValue')?.at(-1)?.[0] }
}
const line = () => role('combobox') as HTMLInputElement
const offered = () => wordsOf('[role="option"]')
const key = async (name: string) => {
  await press(document.activeElement as HTMLElement, name)
  await flushPromises()
}
/** What typing in the line and walking to an option does. */
async function pick(name: string) {
  await write(line(), name)
  await flushPromises()
  await key('Enter')
}
async function add(name: string) {
  await click(button('Filter'))
  await flushPromises()
  line().focus()
  await pick(name)
}

test('by keyboard alone: the menu narrows while typing, Enter opens the editor, and chooses there', async () => {
  const { told } = open()
  await add('stat')
  expect(document.activeElement).toBe(line())
  expect(offered()).toEqual(['Received', 'Accepted', 'Won', 'Lost', 'Declined', 'Expired'])
  await pick('wo')
  expect(told()).toEqual({ statuses: ['won'] })
  await pick('lo')
  expect(told()).toEqual({ statuses: ['won', 'lost'] })
  await key('Enter')
  expect(told()).toEqual({ statuses: ['won'] })
  await key('Escape')
  expect(hasRole('dialog')).toBe(false)
  expect(wordsOf('.chip')).toEqual(['Status: Won'])
})

test('a chip opens its own editor in place; one of a kind is chosen and done', async () => {
  const { told } = open({ microsoft: 'none' })
  await click(button('Microsoft: not invited'))
  await flushPromises()
  await click(role('option', 'Pending'))
  expect(told()).toEqual({ microsoft: 'pending' })
  expect(hasRole('dialog')).toBe(false)
})

test('customers come from the deals there are, with how many, and are named on the chip', async () => {
  const { told, client } = open({ customerIds: [FABRIKAM] })
  await flushPromises()
  expect(wordsOf('.chip')).toEqual(['Customer: Fabrikam'])
  await click(button('Customer: Fabrikam'))
  await flushPromises()
  expect(offered()).toEqual(['Northwind7', 'Fabrikam1'])
  await write(line(), 'North')
  await flushPromises()
  expect(client.inputsOf('deals.values').at(-1)).toMatchObject({
    tab: 'inbound',
    field: 'customer',
    text: 'North',
  })
  await click(role('option', 'Northwind7'))
  await flushPromises()
  expect(told()).toEqual({ customerIds: [FABRIKAM, NORTHWIND] })
  expect(wordsOf('.chip')).toEqual(['Customer: Fabrikam and Northwind'])
})

test('countries are looked for by the name they have here', async () => {
  const { told } = open()
  await add('country')
  await write(line(), 'germ')
  expect(offered()).toEqual(['Germany3'])
  await key('Enter')
  expect(told()).toEqual({ countries: ['DE'] })
})

test('a stretch of the calendar takes the place of days, and the other way round', async () => {
  const { told } = open({ closeFrom: '2026-03-01' })
  await click(button('Close date: from Mar 1'))
  await flushPromises()
  await click(role('option', 'this quarter'))
  expect(told()).toEqual({ closing: 'this-quarter' })
})

test('an amount is in ours over all currencies; one that is none is said to be', async () => {
  const { told } = open()
  useApplication().profile = { homeCurrency: 'SEK' } as never
  await add('value')
  await flushPromises()
  await write(field('At least, in SEK'), '100k')
  expect(told()).toEqual({ minHome: 10_000_000 })
  expect(wordsOf('.chip')).toEqual(['Value: SEK 100,000 or more, by your rates'])
  await write(field('At least, in SEK'), 'much')
  expect(told()).toEqual({})
  expect(wordsOf('.note.bad')).toEqual(['This is not an amount, such as 100,000 or 100k.'])
})

test('one currency keeps to itself, typed with the amount or chosen; any stays any once chosen', async () => {
  const { told } = open()
  useApplication().profile = { homeCurrency: 'SEK' } as never
  await add('value')
  await flushPromises()
  await write(field('At least, in SEK'), '100k CHF')
  expect(told()).toEqual({ currency: 'CHF', minAmount: 10_000_000 })
  await write(field('Deals in'), '')
  expect(told()).toEqual({ minHome: 10_000_000 })
  expect(field('At least, in SEK').value).toBe('100,000')
  await write(field('Deals in'), 'CHF')
  expect(told()).toEqual({ currency: 'CHF', minAmount: 10_000_000 })
})

test('a kept value opens as it was: by the rates, or in its currency', async () => {
  const { setProps } = open({ minHome: 500 })
  useApplication().profile = { homeCurrency: 'SEK' } as never
  await flushPromises()
  await click(button('Value: SEK 5 or more, by your rates'))
  await flushPromises()
  expect(field('At least, in SEK').value).toBe('5')
  await key('Escape')
  await setProps({ modelValue: { currency: 'CHF', minAmount: 700 } })
  await click(button('Value: CHF 7 or more'))
  await flushPromises()
  expect(field('At least, in CHF').value).toBe('7')
})

test('what a value by the rates leaves out is said in its editor, with the way to the rates', async () => {
  const unrated = [
    { currency: 'CHF', deals: 9 },
    { currency: 'JPY', deals: 1 },
    { currency: 'CNY', deals: 1 },
  ]
  open({ minHome: 500 }, { unrated })
  useApplication().profile = { homeCurrency: 'SEK' } as never
  await flushPromises()
  await click(button('Value: SEK 5 or more, by your rates'))
  await flushPromises()
  const said = '11 deals in CHF, JPY and 1 more have no rate and are left out. Add rates'
  expect(wordsOf('.unrated')).toEqual([said])
  expect(document.querySelector('.unrated a')?.getAttribute('href')).toBe('/settings#rates')
})

test('as many days as one types', async () => {
  const { told } = open()
  await add('runs')
  expect(offered()).toEqual(['within 1 day', 'within 3 days', 'within 7 days', 'within 14 days'])
  await pick('10')
  expect(told()).toEqual({ expiringWithinDays: 10 })
})

test('words narrow at once, and blanks not at all', async () => {
  const { told } = open()
  await add('contains')
  await write(field('Contains'), 'cold')
  expect(told()).toEqual({ text: 'cold' })
  await write(field('Contains'), '  ')
  expect(told()).toEqual({})
})

test('a chip’s cross takes that filter away; the focus stays among the filters', async () => {
  const { told } = open({ statuses: ['won'], text: 'cold' })
  await click(button('Remove the filter Status'))
  await flushPromises()
  expect([told(), document.activeElement]).toEqual([{ text: 'cold' }, button('Filter')])
})

test('several are cleared together; a single one has its own button', async () => {
  const { told, setProps } = open({ statuses: ['won'], text: 'cold' })
  await click(button('Clear all filters'))
  expect(told()).toEqual({})
  await setProps({ modelValue: { text: 'cold' } })
  expect(hasButton('Clear all filters')).toBe(false)
})

test('fields that make no sense somewhere are not offered there', async () => {
  open({}, { leaveOut: ['status', 'stage'] })
  await click(button('Filter'))
  await flushPromises()
  expect(offered().slice(0, 2)).toEqual(['Type', 'Close date'])
})
