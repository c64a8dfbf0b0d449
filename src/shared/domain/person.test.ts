import { expect, test } from 'vitest'
import { PERSON_FIELDS, fullName, isEmail, tidyPerson } from './person.ts'

test.each([
  'ana@example.org',
  'ana.silva+deals@mail.example.org',
  "o'neil@example.co.uk",
  '王芳@例子.公司',
  'a@b.c',
])('RULEBOOK 2.3: "%s" is an e-mail address', (text) => {
  expect(isEmail(text)).toBe(true)
})

test.each([
  ['', 'nothing'],
  ['ana', 'no @'],
  ['ana@', 'no host'],
  ['@example.org', 'nobody'],
  ['ana@example', 'a host without a dot'],
  ['ana@example.', 'nothing after the dot'],
  ['ana@.org', 'nothing before the dot'],
  ['ana@example..org', 'two dots'],
  ['ana@@example.org', 'two @'],
  ['ana silva@example.org', 'a space'],
  ['ana@example.org\n', 'a line end'],
])('RULEBOOK 2.3: "%s" is no e-mail address: %s', (text) => {
  expect(isEmail(text)).toBe(false)
})

test('RULEBOOK 6.4: first and last name, phone and e-mail make a person', () => {
  expect(PERSON_FIELDS).toEqual(['firstName', 'lastName', 'phone', 'email'])
})

test('RULEBOOK 6.4: a person is kept without white space around any field', () => {
  const typed = { firstName: ' Ana', lastName: 'Silva ', phone: '\t+351 21', email: ' ana@example.org ' }
  const kept = { firstName: 'Ana', lastName: 'Silva', phone: '+351 21', email: 'ana@example.org' }
  expect(tidyPerson(typed)).toEqual(kept)
})

test('RULEBOOK 6.4: a full name has one space, none where a part is missing', () => {
  const name = (firstName: string, lastName: string) =>
    fullName({ firstName, lastName, phone: '', email: '' })
  expect([name('Ana', 'Silva'), name('Ana', ''), name('', 'Silva'), name('', '')]).toEqual([
    'Ana Silva',
    'Ana',
    'Silva',
    '',
  ])
})

test('RULEBOOK 1: a Chinese name is written as such, family name first and without a space', () => {
  const name = (firstName: string, lastName: string) =>
    fullName({ firstName, lastName, phone: '', email: '' })
  expect([name('芳', '王'), name('明远', '欧阳')]).toEqual(['王芳', '欧阳明远'])
  expect([name('Fang', '王'), name('芳', 'Wang'), name('芳', '')]).toEqual(['Fang 王', '芳 Wang', '芳'])
})
