import { expect, test, vi } from 'vitest'
import type { SolutionView } from '#shared/ipc/contract/deal-views.ts'
import { id, solution } from '../../../testing/deals.ts'
import { FakeClient } from '../../../testing/fake-client.ts'
import { mountScreen } from '../../../testing/mount.ts'
import { button, click, field, hasButton, pageWords, press, wordsOf, write } from '../../../testing/page.ts'
import SolutionPicker from './SolutionPicker.vue'

const SENSE = solution()
const AZURE = solution({
  id: id(51),
  name: 'Azure IoT',
  kind: 'microsoft',
  publisher: 'Microsoft',
  incentive: 'ip-co-sell',
})

async function open(chosen: SolutionView[], rows: SolutionView[], kinds?: SolutionView['kind'][]) {
  const client = new FakeClient().answer('solutions.search', { rows })
  const stage = mountScreen(SolutionPicker, {
    client,
    props: {
      modelValue: chosen,
      kinds,
      'onUpdate:modelValue': (next: SolutionView[]) => void stage.setProps({ modelValue: next }),
    },
    attach: true,
  })
  await write(field('Search solutions'), '')
  return { ...stage, told: () => stage.wrapper.emitted('update:modelValue')?.at(-1)?.[0] }
}
const offered = () => wordsOf('[role="option"]')

test('offers the directory before anything is typed, with what each one is', async () => {
  const { client } = await open([], [SENSE, AZURE])
  expect(client.inputsOf('solutions.search')).toEqual([{ text: '', limit: 30 }])
  expect(offered()).toEqual([
    'Fabrikam SenseMy company’s',
    'Azure IoTMicrosoft · Microsoft · Azure IP co-sell',
  ])
})

test('asks for the kinds it may offer only', async () => {
  const { client } = await open([], [], ['own', 'microsoft'])
  expect(client.inputsOf('solutions.search')).toEqual([{ text: '', limit: 30, kinds: ['own', 'microsoft'] }])
})

test('choosing one moves it up; it is not offered twice', async () => {
  const { told } = await open([SENSE], [SENSE, AZURE])
  expect(offered()).toEqual(['Azure IoTMicrosoft · Microsoft · Azure IP co-sell'])
  await click(button('Azure IoTMicrosoft · Microsoft · Azure IP co-sell'))
  expect(told()).toEqual([SENSE, AZURE])
  expect(wordsOf('.chosen .name')).toHaveLength(2)
})

test('removing one keeps the others', async () => {
  const { told } = await open([SENSE, AZURE], [])
  await click(button('Remove Fabrikam Sense'))
  expect(told()).toEqual([AZURE])
})

test('a name nobody has becomes a solution of ours, chosen at once', async () => {
  const fresh = solution({ id: id(52), name: 'Cold Chain' })
  const { client, told } = await open([], [])
  client.answer('solutions.save', fresh)
  await write(field('Search solutions'), ' Cold Chain ')
  await click(button('Add “Cold Chain” as a solution of your company'))
  expect(client.inputsOf('solutions.save')).toEqual([{ name: 'Cold Chain', kind: 'own' }])
  expect(told()).toEqual([fresh])
  expect(field('Search solutions').value).toBe('')
})

test('a name that is there is not offered as new', async () => {
  await open([], [SENSE])
  await write(field('Search solutions'), 'fabrikam SENSE')
  expect(hasButton('Add “fabrikam SENSE” as a solution of your company')).toBe(false)
})

test('says that the directory has none', async () => {
  await open([], [])
  expect(offered()).toEqual([])
  expect(pageWords()).toBe('No solution in the directory matches.')
})

test('walked and chosen by keyboard; the line is empty and ready for the next', async () => {
  Element.prototype.scrollIntoView = vi.fn<() => void>()
  const { told } = await open([], [SENSE, AZURE])
  await write(field('Search solutions'), 'a')
  await press(field('Search solutions'), 'ArrowDown')
  await press(field('Search solutions'), 'Enter')
  expect(told()).toEqual([AZURE])
  expect([field('Search solutions').value, document.activeElement]).toEqual(['', field('Search solutions')])
})

test('removing leads to the next that could be removed, and after the last to searching', async () => {
  await open([SENSE, AZURE], [])
  await click(button('Remove Fabrikam Sense'))
  expect(document.activeElement).toBe(button('Remove Azure IoT'))
  await click(button('Remove Azure IoT'))
  expect(document.activeElement).toBe(field('Search solutions'))
})
