import { mount } from '@vue/test-utils'
import { afterEach, expect, test } from 'vitest'
import { nextTick } from 'vue'
import { button, field, hasRole, pageWords, press, role, write } from '../testing/page.ts'
import UiDialog from './UiDialog.vue'
import { DISCARD_WORDS } from './discard-words.ts'

const FOOT = '<button type="button">Cancel</button><button type="submit">Save</button>'
let dialog: ReturnType<typeof open>

const words = { ask: 'Discard what you wrote?', keep: 'Keep writing', discard: 'Discard' }

function open(
  slots: Record<string, string>,
  props: { description?: string; busy?: boolean; final?: boolean; careful?: boolean } = {},
) {
  return mount(UiDialog, {
    props: { title: 'Close the deal?', closeLabel: 'Close', ...props },
    slots,
    attachTo: document.body,
    global: { provide: { [DISCARD_WORDS as symbol]: () => words } },
  })
}
async function shown(slots: Record<string, string>, props = {}) {
  dialog = open(slots, props)
  await nextTick()
  await nextTick()
  return role('dialog')
}
afterEach(() => dialog.unmount())

test('is named by its title and described by its sentence', async () => {
  const element = await shown({}, { description: 'It freezes.' })
  const text = (attribute: string) => document.getElementById(element.getAttribute(attribute)!)?.textContent
  expect([text('aria-labelledby'), text('aria-describedby')]).toEqual(['Close the deal?', 'It freezes.'])
})

test('is described by its title where there is no sentence', async () => {
  const element = await shown({})
  const described = document.getElementById(element.getAttribute('aria-describedby')!)
  expect(described?.textContent).toBe('Close the deal?')
})

test.each([
  ['the first field', '<input tabindex="-1" /><input aria-label="Name" />', FOOT, () => field('Name')],
  ['the first choice', '<button role="radio" aria-label="Budget"></button>', FOOT, () => role('radio')],
  ['the safe button', '<p>Words only</p>', FOOT, () => button('Cancel')],
])('gives the focus to %s, never to the cross', async (_what, body, actions, expected) => {
  await shown({ default: body, actions })
  expect(document.activeElement).toBe(expected())
})

test('what is final gives the focus to the safe button, whatever else there is', async () => {
  await shown({ default: '<input aria-label="Name" />', actions: FOOT }, { final: true })
  expect(document.activeElement).toBe(button('Cancel'))
})

test('Escape closes it', async () => {
  await press(await shown({}), 'Escape')
  expect(dialog.emitted('close')).toEqual([[]])
})

test('the cross closes it', async () => {
  await shown({})
  button('Close').click()
  expect(dialog.emitted('close')).toEqual([[]])
})

test('while something is under way, neither Escape nor the cross closes it', async () => {
  await press(await shown({}, { busy: true }), 'Escape')
  expect(button('Close').disabled).toBe(true)
  expect(dialog.emitted('close')).toBeUndefined()
})

test('a click beside it does not close it', async () => {
  await shown({})
  await new Promise((resolve) => setTimeout(resolve))
  const scrim = document.querySelector('.scrim')!
  scrim.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, pointerType: 'mouse' }))
  await new Promise((resolve) => setTimeout(resolve))
  expect(dialog.emitted('close')).toBeUndefined()
  expect(pageWords()).toContain('Close the deal?')
})

test('submitting its form is told once and leaves the page', async () => {
  await shown({ actions: FOOT })
  button('Save').click()
  expect(dialog.emitted('submit')).toEqual([[]])
  expect(dialog.emitted('close')).toBeUndefined()
})

test('gives the focus back when it goes', async () => {
  const opener = document.body.appendChild(document.createElement('button'))
  opener.focus()
  await shown({ default: '<input aria-label="Name" />' })
  expect(document.activeElement).toBe(field('Name'))
  dialog.unmount()
  await new Promise((resolve) => setTimeout(resolve))
  expect(document.activeElement).toBe(opener)
  opener.remove()
})

test.each([{ ctrlKey: true }, { metaKey: true }])(
  'Enter with %j sends it from anywhere in it',
  async (held) => {
    await shown({ default: '<textarea aria-label="Notes"></textarea>', actions: FOOT })
    await press(field('Notes'), 'Enter')
    expect(dialog.emitted('submit')).toBeUndefined()
    await press(field('Notes'), 'Enter', held)
    expect(dialog.emitted('submit')).toEqual([[]])
  },
)

test('after what was under way the first field that is wrong has the focus', async () => {
  const fields = '<input aria-label="Name" /><input aria-label="Value" aria-invalid="true" />'
  await shown({ default: fields, actions: FOOT }, { busy: true })
  expect(document.activeElement).toBe(field('Name'))
  await dialog.setProps({ busy: false })
  await nextTick()
  expect(document.activeElement).toBe(field('Value'))
})

test.each([
  ['a line of text', '<input aria-label="Name" />', () => field('Name')],
  ['a list', '<select aria-label="Name"></select>', () => field('Name')],
  ['a choice', '<button type="button" role="radio">One</button>', () => role('radio')],
  ['a part of a date', '<div role="spinbutton" tabindex="0"></div>', () => role('spinbutton')],
])('Enter in %s sends it', async (_what, body, control) => {
  await shown({ default: body, actions: FOOT })
  await press(control(), 'Enter')
  expect(dialog.emitted('submit')).toEqual([[]])
})

test('Enter in several lines of text, or on a button, is theirs', async () => {
  await shown({ default: '<textarea aria-label="Notes"></textarea>', actions: FOOT })
  await press(field('Notes'), 'Enter')
  await press(button('Cancel'), 'Enter')
  expect(dialog.emitted('submit')).toBeUndefined()
})

test.each([{ final: true }, { careful: true }])('with %j Enter only leads to the button', async (props) => {
  await shown({ default: '<input aria-label="Name" />', actions: FOOT }, props)
  field('Name').focus()
  await press(field('Name'), 'Enter')
  expect(dialog.emitted('submit')).toBeUndefined()
  expect(document.activeElement).toBe(button('Save'))
  await press(field('Name'), 'Enter', { ctrlKey: true })
  expect(dialog.emitted('submit')).toEqual([[]])
})

test('a key that is held down sends it once', async () => {
  await shown({ default: '<input aria-label="Name" />', actions: FOOT })
  await press(field('Name'), 'Enter')
  await press(field('Name'), 'Enter', { repeat: true })
  expect(dialog.emitted('submit')).toHaveLength(1)
})

test('what was typed goes only after a question, and asked twice it stays', async () => {
  const element = await shown({ default: '<input aria-label="Name" />', actions: FOOT })
  await write(field('Name'), 'A')
  await press(element, 'Escape')
  expect(dialog.emitted('close')).toBeUndefined()
  expect(role('alertdialog').textContent).toContain('Discard what you wrote?')
  expect(document.activeElement).toBe(button('Keep writing'))
  await press(element, 'Escape')
  expect(hasRole('alertdialog')).toBe(false)
  expect(document.activeElement).toBe(field('Name'))
  button('Close').click()
  await nextTick()
  button('Discard').click()
  expect(dialog.emitted('close')).toEqual([[]])
})

test('who goes back to the fields goes on', async () => {
  const element = await shown({ default: '<input aria-label="Name" />', actions: FOOT })
  await write(field('Name'), 'A')
  await press(element, 'Escape')
  field('Name').focus()
  await nextTick()
  expect(button('Save').isConnected).toBe(true)
})

test('a part of a date is typed too', async () => {
  const element = await shown({ default: '<div role="spinbutton" tabindex="0"></div>', actions: FOOT })
  await press(role('spinbutton'), '3')
  await press(element, 'Escape')
  expect(dialog.emitted('close')).toBeUndefined()
})

test('what was typed only to look for something goes without asking', async () => {
  const element = await shown({ default: '<input type="search" aria-label="Find" />', actions: FOOT })
  await write(field('Find'), 'A')
  await press(element, 'Escape')
  expect(dialog.emitted('close')).toEqual([[]])
})
