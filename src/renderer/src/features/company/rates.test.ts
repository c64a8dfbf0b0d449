import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { useApplication } from '../../app/application.store.ts'
import { FakeClient } from '../../testing/fake-client.ts'
import { mountScreen } from '../../testing/mount.ts'
import { button, click, field, pageWords, write } from '../../testing/page.ts'
import { profile } from '../../testing/profile.ts'
import RateSettings from './RateSettings.vue'
import WarningSettings from './WarningSettings.vue'

const USD = { currency: 'USD', perHome: 1.08, asOf: '2026-11-01' }

async function openRates() {
  const client = new FakeClient().answer('profile.save', profile()).answer('profile.get', profile())
  mountScreen(RateSettings, { client, attach: true })
  useApplication().profile = profile({ rates: [USD] } as never)
  await flushPromises()
  return { saved: () => client.inputsOf('profile.save') }
}

test('a rate is written with a comma as well as with a point, and saved with its day', async () => {
  const { saved } = await openRates()
  await write(field('Worth of one EUR'), '1,15')
  await click(button('Save rates'))
  await flushPromises()
  expect(saved()).toEqual([{ rates: [{ ...USD, perHome: 1.15 }] }])
})

test.each(['', '0', '-2', 'a lot', '1.2.3'])('"%s" is no rate: nothing is saved', async (text) => {
  const { saved } = await openRates()
  await write(field('Worth of one EUR'), text)
  await click(button('Save rates'))
  await flushPromises()
  expect(saved()).toEqual([])
  expect(pageWords()).toContain('Each rate needs a number above zero')
})

test('a new rate is one of a currency that has none yet, and waits for its number and day', async () => {
  const { saved } = await openRates()
  await click(button('Add a rate'))
  await click(button('Save rates'))
  await flushPromises()
  expect(saved()).toEqual([])
  await click(button('Remove GBP'))
  await click(button('Remove USD'))
  await click(button('Save rates'))
  await flushPromises()
  expect(saved()).toEqual([{ rates: [] }])
})

test('a new rate begins in its number; what was saved says so until something changes', async () => {
  const { saved } = await openRates()
  expect(pageWords()).toContain('No changes')
  await click(button('Add a rate'))
  await flushPromises()
  const numbers = [...document.querySelectorAll<HTMLInputElement>('.line > input, .line .control')]
  expect(document.activeElement?.closest('.line')?.getAttribute('aria-label')).toBe('GBP')
  expect(numbers).toContain(document.activeElement)
  await write(document.activeElement as HTMLInputElement, '0.85')
  await click(button('Save rates'))
  await flushPromises()
  expect(saved()).toHaveLength(1)
  expect(pageWords()).toContain('Saved')
  await click(button('Add a rate'))
  expect(pageWords()).not.toContain('Saved')
})

async function openWarnings() {
  const client = new FakeClient().answer('settings.save', (changes) => ({
    ...{ locale: 'system', theme: 'system', warnDaysBefore: [7, 3, 1], toasts: true, background: false },
    ...changes,
  }))
  mountScreen(WarningSettings, { client, attach: true })
  await flushPromises()
  const leave = async () => {
    field('Days before an answer is due').dispatchEvent(new Event('change', { bubbles: true }))
    await flushPromises()
  }
  return { leave, saved: () => client.inputsOf('settings.save') }
}

test.each([
  ['10 3', [10, 3]],
  ['1, 5，2', [5, 2, 1]],
  ['', []],
])('warnings "%s" are saved as %j', async (text, days) => {
  const { leave, saved } = await openWarnings()
  await write(field('Days before an answer is due'), text)
  await leave()
  expect(saved()).toEqual([{ warnDaysBefore: days }])
})

test.each(['0', '61', '2.5', 'soon', '1 2 3 4 5 6 7 8 9 10 11'])(
  'warnings "%s" are refused in words',
  async (text) => {
    const { leave, saved } = await openWarnings()
    await write(field('Days before an answer is due'), text)
    await leave()
    expect(saved()).toEqual([])
    expect(pageWords()).toContain('Up to ten whole numbers')
  },
)
