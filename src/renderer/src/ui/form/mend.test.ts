import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { controlToMend, goToField, goToFirstFault } from './mend.ts'

beforeEach(() => {
  Element.prototype.scrollIntoView = vi.fn<() => void>()
})
afterEach(() => (document.body.innerHTML = ''))

function form(html: string): HTMLElement {
  document.body.innerHTML = `<form>${html}</form>`
  return document.querySelector('form')!
}
const focused = () => document.activeElement?.id

// Which control of a part is turned to: id, out of what stands there.
test.each([
  ['empty', '<button id="button"></button><input id="full" value="x"><input id="empty">'],
  ['wrong', '<input id="empty"><input id="wrong" value="x" aria-invalid="true">'],
  ['both', '<input id="wrong" value="x" aria-invalid="true"><input id="both" aria-invalid="true">'],
  ['first', '<input id="first" value="x"><select id="second"><option>y</option></select>'],
  ['button', '<button id="button"></button>'],
  [
    'day',
    '<i id="month" tabindex="0" role="spinbutton">3</i><i id="day" tabindex="0" role="spinbutton" data-placeholder></i>',
  ],
  [
    'one',
    '<div aria-invalid="true"><button id="one" role="radio" tabindex="-1"></button></div><textarea id="b">x</textarea>',
  ],
  ['open', '<input id="hidden" tabindex="-1"><input id="open" value="x">'],
])('turns to what is %s', (id, html) => {
  expect(controlToMend(form(html))?.id).toBe(id)
})

test('where there is nothing to turn to, there is nothing', () => {
  expect(controlToMend(form('<p>Words</p>'))).toBeNull()
})

const TEAM = `
  <input id="other">
  <div data-field="team">
    <div data-field="team.0"><input id="a0" data-field="team.0.phone"></div>
    <div data-field="team.1"><input id="b0" value="x"><input id="b1" data-field="team.1.phone" value="x"></div>
  </div>`
test.each([
  ['team.1.phone', 'b1'],
  ['team.1.unknown', 'b0'],
  ['team.7.phone', 'a0'],
  ['team', 'a0'],
])('%s leads to %s', (field, id) => {
  expect([goToField(form(TEAM), field), focused()]).toEqual([true, id])
})

test('a field the form does not have leads nowhere', () => {
  expect(goToField(form(TEAM), 'partners.0.value')).toBe(false)
})

test('the first fault in the order of the form; without one, where one would begin', () => {
  goToFirstFault(
    form('<input id="a"><input id="b" value="x" aria-invalid="true"><input id="c" aria-invalid="true">'),
  )
  expect(focused()).toBe('b')
  goToFirstFault(form('<button id="a"></button><input id="b">'))
  expect(focused()).toBe('b')
})
