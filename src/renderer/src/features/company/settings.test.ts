import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import type { Output } from '#shared/ipc/contract.ts'
import { useApplication } from '../../app/application.store.ts'
import { useSpoken } from '../../app/announcer.ts'
import { id } from '../../testing/deals.ts'
import { FakeClient } from '../../testing/fake-client.ts'
import { mountScreen } from '../../testing/mount.ts'
import { button, click, field, pageWords, wordsOf, write } from '../../testing/page.ts'
import { info, profile } from '../../testing/profile.ts'
import SettingsView from './SettingsView.vue'

const SETTINGS: Output<'settings.get'> = {
  locale: 'system',
  theme: 'system',
  warnDaysBefore: [7, 3, 1],
  toasts: true,
  background: false,
}

async function open(sample = 0) {
  const client = new FakeClient()
    .answer('profile.save', profile())
    .answer('profile.get', profile())
    .answer('settings.save', (changes) => ({ ...SETTINGS, ...changes }))
    .answer('sample.load', { deals: 60 })
    .answer('app.info', info({ sample: 60 - sample }))
  const stage = mountScreen(SettingsView, { client, attach: true })
  useApplication().profile = profile({ locations: [{ id: id(80), name: 'Hamburg', country: 'DE' }] })
  useApplication().info = info({ sample })
  await flushPromises()
  return { ...stage, client, saved: () => client.inputsOf('profile.save').at(-1) }
}

test('shows what is known, and saves only once something changed', async () => {
  await open()
  expect([field('Company name').value, field('Days to answer an invitation').value]).toEqual([
    'Fabrikam',
    '14',
  ])
  expect(button('Save changes').disabled).toBe(true)
  expect(pageWords()).toContain('No changes')
  await write(field('Company name'), 'Fabrikam Nord')
  expect(button('Save changes').disabled).toBe(false)
})

test('saves the whole company as it stands, and says so', async () => {
  const { saved } = await open()
  await write(field('Company name'), 'Fabrikam Nord')
  await write(field('Days to answer an invitation'), '30')
  await click(field('Our company is vetted for solution assessments'))
  await write(field('E-mail'), 'ida@nord.example')
  await click(button('Save changes'))
  await flushPromises()
  expect(saved()).toEqual({
    companyName: 'Fabrikam Nord',
    partnerId: '4711',
    homeCurrency: 'EUR',
    invitationDays: 30,
    assessmentEligible: true,
    locations: [{ id: id(80), name: 'Hamburg', country: 'DE' }],
    user: { ...profile().user, email: 'ida@nord.example' },
  })
  expect(useSpoken().value.trim()).toBe('Saved')
})

test.each(['0', '366', '1.5', 'x', ''])(
  '“%s” days are refused at the field, and nothing is saved',
  async (text) => {
    const { saved } = await open()
    await write(field('Days to answer an invitation'), text)
    const note = field('Days to answer an invitation').getAttribute('aria-describedby')!
    expect(document.getElementById(note)?.textContent).toBe('Between 1 and 365 days.')
    await click(button('Save changes'))
    expect(saved()).toBeUndefined()
  },
)

test('locations are added in the country of the last, unnamed ones are left out, others removed by name', async () => {
  const { saved } = await open()
  await click(button('Add a location'))
  await click(button('Add a location'))
  const names = [...document.querySelectorAll<HTMLInputElement>('[aria-label="Name"]')]
  await write(names[1]!, 'Berlin')
  await click(button('Remove Hamburg'))
  await click(button('Save changes'))
  expect(saved()?.locations).toEqual([{ id: null, name: 'Berlin', country: 'DE' }])
})

test('a failure to save is said; what was typed stays', async () => {
  const { client } = await open()
  client.fail('profile.save', { code: 'READ_ONLY', details: { why: 'full' } })
  await write(field('Company name'), 'Other')
  await click(button('Save changes'))
  expect(wordsOf('[role="alert"]')).toEqual([
    'The data folder cannot be written. Check its permissions and the disk.',
  ])
  expect(field('Company name').value).toBe('Other')
})

test.each([
  ['Language', '简体中文', { locale: 'zh-CN' }],
  ['Theme', 'Dark', { theme: 'dark' }],
])('%s: %s applies at once', async (group, name, changes) => {
  const { client } = await open()
  const choices = document.querySelector(`[role="group"][aria-label="${group}"]`)!
  await click(button(name, choices))
  expect(client.inputsOf('settings.save')).toEqual([changes])
  expect(wordsOf('[aria-pressed="true"]', choices)).toEqual([name])
})

test('says what is kept here', async () => {
  await open()
  expect(wordsOf('dd.num').slice(0, 2)).toEqual(['12', '1,234'])
  expect(pageWords()).toContain('its own window')
})

test('without the sample it offers to load it', async () => {
  const { client } = await open()
  expect(wordsOf('dd.sample')[0]).toContain('not loaded')
  await click(button('Load the sample'))
  await flushPromises()
  expect(client.inputsOf('sample.load')).toEqual([{}])
  expect(wordsOf('dd.sample')[0]).toContain('60 sample deals')
})

test('with the sample it leads to clearing it', async () => {
  const { client, overlays } = await open(60)
  expect(wordsOf('dd.sample')[0]).toContain('60 sample deals')
  await click(button('Clear the sample'))
  expect(overlays.current.value).toEqual({ kind: 'clear-sample' })
  expect(client.inputsOf('sample.clear')).toEqual([])
})

test('the page is a region one can reach and scroll by keyboard', async () => {
  await open()
  expect(document.querySelector('[role="region"][aria-label="Settings"]')?.getAttribute('tabindex')).toBe('0')
})
