import { expect, test } from 'vitest'
import { mountScreen } from '../../../testing/mount.ts'
import { button, click, field, hasButton, hasRole, wordsOf, write } from '../../../testing/page.ts'
import ListFilters from './ListFilters.vue'
import type { ListFilters as Filters } from './lists.store.ts'

function open(filters: Filters = {}, locale: 'en' | 'zh-CN' = 'en') {
  const stage = mountScreen(ListFilters, {
    props: {
      modelValue: filters,
      'onUpdate:modelValue': (next: Filters) => void stage.setProps({ modelValue: next }),
    },
    locale,
    attach: true,
  })
  return { ...stage, told: () => stage.wrapper.emitted('update:modelValue')?.at(-1)?.[0] }
}
const ALL: Filters = {
  statuses: ['won', 'lost'],
  types: ['partner-to-partner'],
  microsoft: 'none',
  closeFrom: '2026-03-01',
  closeTo: '2027-01-31',
  text: 'cold',
}
const chips = () => wordsOf('.chip')

test('every filter in force is a chip', () => {
  open(ALL)
  expect(chips()).toEqual([
    'Status: Won and Lost',
    'Type: P2P',
    'Microsoft: not invited',
    'Closes from: Mar 1',
    'Closes until: Jan 31, 2027',
    'Contains: cold',
  ])
})

test('in Chinese', () => {
  open({ statuses: ['won', 'lost'], closeFrom: '2026-03-01' }, 'zh-CN')
  expect(chips()[0]).toContain('赢单和丢单')
  expect(chips()[1]).toContain('3月1日')
})

test('a chip’s button takes that filter away and leaves the others', async () => {
  const { told } = open({ statuses: ['won'], text: 'cold' })
  await click(button('Remove the filter Status'))
  expect(told()).toEqual({ text: 'cold' })
})

test('several filters are cleared together; a single one has its own button', async () => {
  const { told, setProps } = open({ statuses: ['won'], text: 'cold' })
  await click(button('Clear all filters'))
  expect(told()).toEqual({})
  await setProps({ modelValue: { text: 'cold' } })
  expect(hasButton('Clear all filters')).toBe(false)
})

test('statuses and types are ticked one by one, and apply at once', async () => {
  const { told } = open()
  expect(hasRole('dialog')).toBe(false)
  await click(button('Filter'))
  await click(field('Won'))
  await click(field('Lost'))
  await click(field('Private'))
  expect(told()).toEqual({ statuses: ['won', 'lost'], types: ['private'] })
  await click(field('Private'))
  expect(told()).toEqual({ statuses: ['won', 'lost'] })
})

test('words and Microsoft’s answer narrow it; emptied, they do not', async () => {
  const { told } = open()
  await click(button('Filter'))
  await write(field('Contains'), 'cold')
  await write(field('Microsoft'), 'pending')
  expect(told()).toEqual({ text: 'cold', microsoft: 'pending' })
  await write(field('Contains'), '  ')
  await write(field('Microsoft'), '')
  expect(told()).toEqual({})
})
