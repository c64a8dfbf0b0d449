import { mount } from '@vue/test-utils'
import { beforeEach, expect, test } from 'vitest'
import { defineComponent, h } from 'vue'
import { useKeptFocus } from './keep-focus.ts'

const byId = (id: string) => document.getElementById(id)!
const focused = () => document.activeElement?.id ?? ''
const settled = () => new Promise((resolve) => setTimeout(resolve))

const Screen = defineComponent(() => {
  useKeptFocus(() => document.getElementById('screen'))
  return () =>
    h('main', { id: 'screen', tabindex: -1 }, [h('button', { id: 'one' }), h('button', { id: 'two' })])
})

beforeEach(() => {
  document.body.replaceChildren()
  mount(Screen, { attachTo: document.body })
  byId('one').focus()
})

test('when what had the focus is removed, the screen has it', async () => {
  byId('one').remove()
  await settled()
  expect(focused()).toBe('screen')
})

test('while a dialog is open it is the dialog', async () => {
  document.body.insertAdjacentHTML('beforeend', '<div role="dialog" id="dialog" tabindex="-1"></div>')
  byId('one').remove()
  await settled()
  expect(focused()).toBe('dialog')
})

test('after a dialog it is what had the focus before, where that is still there', async () => {
  const dialog = document.createElement('div')
  dialog.role = 'dialog'
  dialog.innerHTML = '<button id="inside"></button>'
  document.body.append(dialog)
  byId('inside').focus()
  dialog.remove()
  await settled()
  expect(focused()).toBe('one')
})

test('what is disabled while it works gets the focus back afterwards', async () => {
  const one = byId('one') as HTMLButtonElement
  one.blur()
  one.disabled = true
  await settled()
  expect(focused()).toBe('')
  one.disabled = false
  await settled()
  expect(focused()).toBe('one')
})

test('a focus that moved on stays where it is', async () => {
  byId('two').focus()
  byId('one').remove()
  await settled()
  expect(focused()).toBe('two')
})

test('a click beside everything is respected', async () => {
  document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }))
  byId('one').blur()
  byId('one').remove()
  await settled()
  expect(focused()).toBe('')
})
