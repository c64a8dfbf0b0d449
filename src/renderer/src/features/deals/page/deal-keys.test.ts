import { expect, test } from 'vitest'
import { setUp } from '../../../testing/mount.ts'
import { press } from '../../../testing/page.ts'
import { useDealKeys } from './deal-keys.ts'

function open(possible = true) {
  const did: string[] = []
  const tell = (what: string) => () => {
    if (possible) did.push(what)
    return possible
  }
  const deeds = {
    step: (steps: 1 | -1) => did.push(`step ${steps}`),
    edit: tell('edit'),
    favorite: tell('favorite'),
    markNext: tell('mark'),
    actions: () => did.push('actions'),
    asItWas: () => did.push('as it was'),
    backToNow: tell('back'),
  }
  setUp(() => useDealKeys(deeds))
  return did
}

test.each([
  [']', 'step 1'],
  ['j', 'step 1'],
  ['[', 'step -1'],
  ['k', 'step -1'],
  ['e', 'edit'],
  ['f', 'favorite'],
  ['m', 'mark'],
  ['.', 'actions'],
  ['t', 'as it was'],
  ['Escape', 'back'],
])('the key %s: %s', async (key, deed) => {
  const did = open()
  const event = await press(document.body, key)
  expect([did, event.defaultPrevented]).toEqual([[deed], true])
})

test('where there is nothing to do, a key is left to others', async () => {
  const did = open(false)
  const events = [await press(document.body, 'e'), await press(document.body, 'Escape')]
  expect([did, events.map(({ defaultPrevented }) => defaultPrevented)]).toEqual([[], [false, false]])
})

test('what is typed into a field is no key of the page', async () => {
  const did = open()
  document.body.innerHTML = '<input>'
  await press(document.querySelector('input')!, 'e')
  expect(did).toEqual([])
})
