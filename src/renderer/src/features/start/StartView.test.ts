import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { FakeClient } from '../../testing/fake-client.ts'
import { mountScreen } from '../../testing/mount.ts'
import { click, field, pageWords, press, wordsOf, write } from '../../testing/page.ts'
import { profile } from '../../testing/profile.ts'
import StartView from './StartView.vue'

function open(locale: 'en' | 'zh-CN' = 'en') {
  const client = new FakeClient().answer('profile.save', profile()).answer('sample.load', { deals: 60 })
  const stage = mountScreen(StartView, { client, locale, attach: true })
  return { ...stage, client, called: () => client.calls.map(({ name }) => name) }
}
const choice = (name: string) =>
  [...document.querySelectorAll<HTMLButtonElement>('.choices button')].find(
    (element) => element.querySelector('b')?.textContent === name,
  )!

test.each([
  ['Explore with the sample pipeline', ['sample.load', 'profile.save'], 'today'],
  ['Import from Partner Center', ['profile.save'], 'import'],
  ['Start empty', ['profile.save'], 'today'],
])('%s', async (name, calls, next) => {
  const { called, client, wrapper } = open()
  await write(field('Your company'), ' Fabrikam ')
  await write(field('Home currency'), 'EUR')
  await write(field('Your first nameoptional'), 'Ida')
  await write(field('Your last nameoptional'), 'Lund')
  await click(choice(name))
  await flushPromises()
  expect(called()).toEqual(calls)
  expect(client.inputsOf('profile.save')).toEqual([
    {
      companyName: 'Fabrikam',
      homeCurrency: 'EUR',
      user: { firstName: 'Ida', lastName: 'Lund', phone: '', email: '' },
    },
  ])
  expect(wrapper.emitted('started')).toEqual([[next]])
})

test('Enter in a field begins with what is offered first', async () => {
  const { called, wrapper } = open()
  await write(field('Your company'), 'Fabrikam')
  await press(field('Your company'), 'Enter')
  await flushPromises()
  expect(called()).toEqual(['sample.load', 'profile.save'])
  expect(wrapper.emitted('started')).toEqual([['today']])
})

test('without the company’s name nothing begins, and the field says why', async () => {
  const { called, wrapper } = open()
  expect(pageWords()).not.toContain('Enter your company’s name.')
  expect(document.activeElement).toBe(field('Your company'))
  field('Home currency').focus()
  await click(choice('Start empty'))
  expect(document.activeElement).toBe(field('Your company'))
  expect(document.getElementById(field('Your company').getAttribute('aria-describedby')!)?.textContent).toBe(
    'Enter your company’s name.',
  )
  expect([called(), wrapper.emitted('started')]).toEqual([[], undefined])
})

test.each([
  ['en', 'Home currency', 'USD'],
  ['zh-CN', '本位货币', 'CNY'],
] as const)('in %s the proposed %s is %s', (locale, label, code) => {
  open(locale)
  expect(field(label).value).toBe(code)
})

test('a failure is said, and one may try again', async () => {
  const { client, wrapper } = open()
  client.fail('profile.save', { code: 'READ_ONLY', details: { why: 'full' } })
  await write(field('Your company'), 'Fabrikam')
  await click(choice('Start empty'))
  await flushPromises()
  expect(wordsOf('[role="alert"]')).toEqual([
    'The data folder cannot be written. Check its permissions and the disk.',
  ])
  expect([choice('Start empty').disabled, wrapper.emitted('started')]).toEqual([false, undefined])
})

test('begins once, however often it is pressed', async () => {
  const { client } = open()
  client.answer('profile.save', () => new Promise(() => undefined))
  await write(field('Your company'), 'Fabrikam')
  await click(choice('Start empty'))
  await click(choice('Start empty'))
  expect(client.inputsOf('profile.save')).toHaveLength(1)
  expect(choice('Start empty').disabled).toBe(true)
})

test('says that nothing leaves this computer', () => {
  open()
  expect(pageWords()).toContain('Everything stays on this computer. Tandem never uses the network.')
})
