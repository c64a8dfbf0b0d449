import { expect, test } from 'vitest'
import { mountScreen } from '../../../testing/mount.ts'
import ContactLink from './ContactLink.vue'

const shown = (kind: 'email' | 'phone', text: string) =>
  mountScreen(ContactLink, { props: { kind, text } }).wrapper

test.each<['email' | 'phone', string, string]>([
  ['email', 'anna@fabrikam.example', 'mailto:anna@fabrikam.example'],
  ['phone', '+49 (30) 12-34', 'tel:+49301234'],
])('%s %s can be pressed', (kind, text, address) => {
  const link = shown(kind, text).get('a')
  expect([link.attributes('href'), link.text()]).toEqual([address, text])
})

test.each<['email' | 'phone', string]>([
  ['email', 'anna@fabrikam.example?bcc=everybody@evil.example'],
  ['email', 'anna at fabrikam'],
  ['phone', '+49 (0) 30 1234'],
  ['phone', '1234 ext. 5'],
])('%s %s is text: nobody can be sure what it would do', (kind, text) => {
  const wrapper = shown(kind, text)
  expect([wrapper.find('a').exists(), wrapper.text()]).toEqual([false, text])
})
