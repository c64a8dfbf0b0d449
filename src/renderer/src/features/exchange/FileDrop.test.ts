import { expect, test } from 'vitest'
import { chooseFile } from '../../testing/jobs.ts'
import { mountScreen } from '../../testing/mount.ts'
import { button, click, pageWords, role } from '../../testing/page.ts'
import FileDrop from './FileDrop.vue'

const FILE = new File(['a,b'], 'deals.csv')
const open = (file: File | null = null) => mountScreen(FileDrop, { props: { file }, attach: true })

function dragged(type: string, files: File[] = [], items: object[] = []): Event {
  const event = new Event(type, { cancelable: true })
  Object.defineProperty(event, 'dataTransfer', { value: { files, items } })
  role('group', 'File').dispatchEvent(event)
  return event
}

test('the button opens the window of the system', async () => {
  open()
  const opened: string[] = []
  document.querySelector('input')!.addEventListener('click', () => opened.push('window'))
  await click(button('Choose a file…'))
  expect(opened).toEqual(['window'])
})

test('a chosen file is told, and the same one can be chosen again', () => {
  const { wrapper } = open()
  const input = chooseFile(FILE)
  const cleared: string[] = []
  Object.defineProperty(input, 'value', { set: (text: string) => cleared.push(text), configurable: true })
  chooseFile(FILE)
  expect(wrapper.emitted('bring')).toEqual([[FILE], [FILE]])
  expect(cleared).toEqual([''])
})

test('a dropped file is told, and the browser does not open it', () => {
  const { wrapper } = open()
  expect(dragged('dragover').defaultPrevented).toBe(true)
  expect(dragged('drop', [FILE]).defaultPrevented).toBe(true)
  expect(wrapper.emitted('bring')).toEqual([[FILE]])
})

test('a drop without a file tells nothing', () => {
  const { wrapper } = open()
  dragged('drop')
  expect(wrapper.emitted('bring')).toBeUndefined()
})

test('several files, or a folder, are told as what they are', () => {
  const { wrapper } = open()
  dragged('drop', [FILE, new File(['c'], 'more.csv')])
  dragged('drop', [FILE], [{ kind: 'file', webkitGetAsEntry: () => ({ isDirectory: true }) }])
  expect(wrapper.emitted('bring')).toEqual([[{ refused: 'several' }], [{ refused: 'folder' }]])
})

test('with dialogs of the system the button asks for one, and opens none of the page', async () => {
  const { wrapper } = mountScreen(FileDrop, { props: { file: null, native: true }, attach: true })
  const opened: string[] = []
  document.querySelector('input')!.addEventListener('click', () => opened.push('window'))
  await click(button('Choose a file…'))
  expect([wrapper.emitted('ask'), opened]).toEqual([[[]], []])
})

test('shows that it would take what is over it', async () => {
  const { wrapper } = open()
  dragged('dragover')
  await wrapper.vm.$nextTick()
  expect(wrapper.classes()).toContain('over')
  dragged('dragleave')
  await wrapper.vm.$nextTick()
  expect(wrapper.classes()).not.toContain('over')
})

test('names the file that was chosen', () => {
  open(FILE)
  expect(pageWords()).toBe('Choose a file…deals.csv')
})
