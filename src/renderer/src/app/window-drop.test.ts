import { expect, test } from 'vitest'
import { setUp } from '../testing/mount.ts'
import { useOverlays } from './overlays.ts'
import { useWindowDrop } from './window-drop.ts'

const FILE = new File(['a,b'], 'deals.csv')
interface Dragged {
  readonly types?: string[]
  readonly files?: File[]
  readonly items?: object[]
}
const ITEM = { kind: 'file', webkitGetAsEntry: () => ({ isDirectory: false }) }
const FOLDER = { kind: 'file', webkitGetAsEntry: () => ({ isDirectory: true }) }

function drag(
  type: string,
  { types = ['Files'], files = [FILE], items = files.map(() => ITEM) }: Dragged = {},
) {
  const event = new Event(type, { cancelable: true, bubbles: true })
  const dataTransfer = { types, files, items, dropEffect: 'move' }
  Object.defineProperty(event, 'dataTransfer', { value: dataTransfer })
  Object.defineProperty(event, 'relatedTarget', { value: null })
  document.body.dispatchEvent(event)
  return { prevented: event.defaultPrevented, effect: dataTransfer.dropEffect }
}
function stage(isReady = true) {
  const { result, overlays } = setUp(() => useWindowDrop(() => isReady, useOverlays()))
  return { over: result.over, overlays }
}

test('a file held over the window is welcome, and imported where it is dropped', () => {
  const { over, overlays } = stage()
  expect(drag('dragenter')).toEqual({ prevented: true, effect: 'copy' })
  expect(over.value).toBe('one')
  expect(drag('drop').prevented).toBe(true)
  expect(over.value).toBeNull()
  expect(overlays.current.value).toEqual({ kind: 'import', brought: FILE })
})

test('it is gone when the file leaves the window', () => {
  const { over } = stage()
  drag('dragover')
  drag('dragleave')
  expect(over.value).toBeNull()
})

test('several files and folders are said to be so, before and after', () => {
  const { over, overlays } = stage()
  drag('dragover', { files: [FILE, FILE] })
  expect(over.value).toBe('several')
  drag('drop', { files: [FILE, FILE] })
  expect(overlays.current.value).toEqual({ kind: 'import', brought: { refused: 'several' } })
  overlays.current.value = null
  drag('drop', { items: [FOLDER] })
  expect(overlays.current.value).toEqual({ kind: 'import', brought: { refused: 'folder' } })
})

test('text and cards are no files: what they do is left alone', () => {
  const { over, overlays } = stage()
  expect(drag('dragover', { types: ['text/plain'], files: [] }).prevented).toBe(false)
  drag('dragstart')
  // A picture of the page carries a file as well.
  expect(drag('dragover')).toEqual({ prevented: true, effect: 'none' })
  drag('drop')
  expect([over.value, overlays.current.value]).toEqual([null, null])
  drag('dragend')
  drag('dragover')
  expect(over.value).toBe('one')
})

test('an address is never dropped onto the page, but into a field', () => {
  stage()
  const address = { types: ['text/uri-list', 'text/plain'], files: [] }
  expect(drag('drop', address).prevented).toBe(true)
  const field = document.body.appendChild(document.createElement('input'))
  const event = new Event('drop', { cancelable: true, bubbles: true })
  Object.defineProperty(event, 'dataTransfer', { value: { ...address, items: [] } })
  field.dispatchEvent(event)
  field.remove()
  expect(event.defaultPrevented).toBe(false)
})

test.for(['overlay', 'dialog', 'start'])(
  'while there is a %s nothing is taken, and nothing navigates',
  (what) => {
    const { over, overlays } = stage(what !== 'start')
    const dialog = document.createElement('div')
    if (what === 'overlay') overlays.current.value = { kind: 'palette' }
    if (what === 'dialog') {
      dialog.setAttribute('role', 'dialog')
      document.body.append(dialog)
    }
    const before = overlays.current.value
    expect(drag('dragover')).toEqual({ prevented: true, effect: 'none' })
    expect(drag('drop').prevented).toBe(true)
    dialog.remove()
    expect([over.value, overlays.current.value]).toEqual([null, before])
  },
)

test('a place that takes the drop itself goes first', () => {
  const { over, overlays } = stage()
  const zone = (event: Event) => event.preventDefault()
  document.body.addEventListener('dragover', zone)
  document.body.addEventListener('drop', zone)
  expect(drag('dragover').effect).toBe('move')
  drag('drop')
  document.body.removeEventListener('dragover', zone)
  document.body.removeEventListener('drop', zone)
  expect([over.value, overlays.current.value]).toEqual([null, null])
})
