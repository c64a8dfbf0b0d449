import { beforeEach, expect, test } from 'vitest'
import { isForPage } from './page-keys.ts'

beforeEach(() => {
  document.body.innerHTML = '<button></button><input><div role="spinbutton"></div>'
})
const heard = (selector: string, prevented = false): boolean => {
  let answer = false
  const listen = (event: Event) => (answer = isForPage(event as KeyboardEvent))
  window.addEventListener('keydown', listen)
  const event = new KeyboardEvent('keydown', { key: 'j', bubbles: true, cancelable: true })
  if (prevented) event.preventDefault()
  document.querySelector(selector)!.dispatchEvent(event)
  window.removeEventListener('keydown', listen)
  return answer
}

test('a key on the page is for it; one that is typed, or taken already, is not', () => {
  expect([heard('button'), heard('body'), heard('input'), heard('[role="spinbutton"]')]).toEqual([
    true,
    true,
    false,
    false,
  ])
  expect(heard('button', true)).toBe(false)
})

test.each(['dialog', 'alertdialog', 'menu'])('under a %s no key is for the page', (role) => {
  document.body.insertAdjacentHTML('beforeend', `<div role="${role}"></div>`)
  expect(heard('button')).toBe(false)
})
