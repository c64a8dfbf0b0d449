import { expect, test } from 'vitest'
import { mailAddress, phoneAddress } from './contact-address.ts'

test('a letter goes to one plain address', () => {
  expect(mailAddress('ana.silva+deals@mail.example.org')).toBe('mailto:ana.silva+deals@mail.example.org')
  for (const email of [
    '',
    'ana',
    'ana@example',
    'a@b.org,c@d.org',
    'a@b.org?cc=c@d.org',
    'a b@c.org',
    'a@b.org\n',
  ]) {
    expect(mailAddress(email), email).toBeNull()
  }
})

test('a call takes the digits of what people write', () => {
  expect(phoneAddress('+351 21 000-00.00')).toBe('tel:+351210000000')
  expect(phoneAddress('(425) 555-0100')).toBe('tel:4255550100')
  expect(phoneAddress('010 8888\u20118888')).toBe('tel:01088888888')
})

test('digits that may be others are left alone', () => {
  for (const phone of [
    '',
    '-',
    '12',
    '+44 (0)20 7946 0000',
    '555 0100 ext. 5',
    '555 0100, 5',
    '555 or 556',
    '*21*1#',
    '+1 +2',
    '\u0661\u0662\u0663',
  ]) {
    expect(phoneAddress(phone), phone).toBeNull()
  }
})
