import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import type { Person } from '#shared/domain/person.ts'
import type { Refusal } from '#shared/errors.ts'
import { ANNA, refusal } from '../../../testing/deals.ts'
import { FakeClient } from '../../../testing/fake-client.ts'
import { mountScreen } from '../../../testing/mount.ts'
import { button, click, field, press, wordsOf, write } from '../../../testing/page.ts'
import { useApplication } from '../../../app/application.store.ts'
import { profile } from '../../../testing/profile.ts'
import TeamEditor from './TeamEditor.vue'

const BEN: Person = { firstName: 'Ben', lastName: 'Roth', phone: '1', email: 'ben@fabrikam.example' }
const BLANK: Person = { firstName: '', lastName: '', phone: '', email: '' }

function open(
  team: Person[],
  reasons: Refusal[] = [],
  more: { client?: FakeClient; suggest?: boolean } = {},
) {
  const { client = new FakeClient(), suggest = false } = more
  const stage = mountScreen(TeamEditor, {
    client,
    props: {
      suggest,
      modelValue: team,
      reasons,
      'onUpdate:modelValue': (next: Person[]) => void stage.setProps({ modelValue: next }),
    },
    attach: true,
  })
  return { ...stage, told: () => stage.wrapper.emitted('update:modelValue')?.at(-1)?.[0] }
}

test('shows a line for each person, four named fields a line', () => {
  open([ANNA, BEN])
  expect([
    field('Member 1: First name').value,
    field('Member 1: Last name').value,
    field('Member 1: Phone').value,
    field('Member 1: E-mail').value,
    field('Member 2: First name').value,
  ]).toEqual(['Anna', 'Berg', '+49 30 1234', 'anna@fabrikam.example', 'Ben'])
})

test('without anybody there is a line for the first, and it is not on the team before something is typed', async () => {
  const { told } = open([])
  expect(wordsOf('button')).toEqual([])
  await write(field('Member 1: Last name'), 'Ek')
  expect(told()).toEqual([{ ...BLANK, lastName: 'Ek' }])
  expect(field('Member 2: Last name').value).toBe('')
  await write(field('Member 1: Last name'), '')
  expect(told()).toEqual([])
})

test('typing changes that person and nobody else', async () => {
  const { told } = open([ANNA, BEN])
  await write(field('Member 2: Phone'), '+49 40 99')
  expect(told()).toEqual([ANNA, { ...BEN, phone: '+49 40 99' }])
})

test('a person is removed by name', async () => {
  const { told } = open([ANNA, BEN])
  await click(button('Remove Anna Berg'))
  expect(told()).toEqual([BEN])
})

test('Tab leads from the last field of a person to the first of the next; whom one could remove comes after all', () => {
  open([ANNA, BEN])
  const stops = [...document.querySelectorAll('input, button')].map((stop) => stop.getAttribute('aria-label'))
  const fields = ['First name', 'Last name', 'Phone', 'E-mail']
  const people = ['Member 1', 'Member 2', 'Member 3'].flatMap((who) =>
    fields.map((name) => `${who}: ${name}`),
  )
  expect(stops).toEqual([...people, 'Remove Anna Berg', 'Remove Ben Roth'])
})

test('a person without a name is removed by number', async () => {
  const { told } = open([ANNA, BLANK])
  await click(button('Remove Member 2'))
  expect(told()).toEqual([ANNA])
})

const RECENT = { ...BEN, dealName: 'Ward communication' }

test('people of earlier deals are offered while one types; who is picked fills the line, and the next is at hand', async () => {
  const client = new FakeClient().answer('people.recent', {
    rows: [{ ...ANNA, dealName: 'Ward communication' }, RECENT],
  })
  const { told } = open([ANNA], [], { client, suggest: true })
  await write(field('Member 2: First name'), ' b')
  await flushPromises()
  expect(client.inputsOf('people.recent')).toEqual([{ text: 'b', limit: 6 }])
  expect(wordsOf('[role="option"]')).toEqual(['Ben RothWard communication · ben@fabrikam.example'])
  await press(field('Member 2: First name'), 'Enter')
  await flushPromises()
  expect(told()).toEqual([ANNA, BEN])
  expect(document.activeElement).toBe(field('Member 3: First name'))
})

test('where nobody is to be offered, nobody is asked for', async () => {
  const { client } = open([])
  await write(field('Member 1: First name'), 'b')
  expect(client.calls).toEqual([])
})

test('what is missing in a person is said under that person, at the fields', () => {
  open(
    [ANNA, { ...BEN, phone: '', email: '' }],
    [refusal('TEAM_MEMBER_INCOMPLETE', { index: 1, missing: ['phone', 'email'] })],
  )
  expect(wordsOf('.fault')).toEqual(['Fill in Phone and E-mail. Or remove the person.'])
  expect(
    [...document.querySelectorAll('[aria-invalid="true"]')].map((input) => input.getAttribute('aria-label')),
  ).toEqual(['Member 2: Phone', 'Member 2: E-mail'])
})

test('what is wrong with the whole team is said under it', () => {
  open([], [refusal('TEAM_REQUIRED')])
  expect(wordsOf('.fault')).toEqual(['Add at least one person with phone and e-mail.'])
})

test('speaks Chinese', async () => {
  const { setLocale } = open([ANNA], [refusal('TEAM_MEMBER_INCOMPLETE', { index: 0, missing: ['phone'] })])
  await setLocale('zh-CN')
  expect(wordsOf('.heads span')).toEqual(['名', '姓', '电话', '电子邮件'])
  expect(wordsOf('.fault')[0]).toContain('电话')
})

test('removing leads to the next person that could be removed, and after the last to the empty line', async () => {
  open([ANNA, BEN])
  await click(button('Remove Anna Berg'))
  expect(document.activeElement).toBe(button('Remove Ben Roth'))
  await click(button('Remove Ben Roth'))
  expect(document.activeElement).toBe(field('Member 1: First name'))
})

test('an e-mail address that is none is to be checked, not to be filled in', () => {
  open(
    [{ ...BEN, phone: '', email: 'jb@castanho' }],
    [refusal('TEAM_MEMBER_INCOMPLETE', { index: 0, missing: ['phone', 'email'] })],
  )
  expect(wordsOf('.fault')).toEqual([
    'Fill in Phone. Check the e-mail address: “jb@castanho” is not complete. Or remove the person.',
  ])
  const described = field('Member 1: E-mail').getAttribute('aria-describedby')!
  expect(document.getElementById(described)?.className).toBe('fault')
})

test('whoever sits here is one click away, while not on the team', async () => {
  const { told } = open([BEN], [], { suggest: true })
  useApplication().profile = profile()
  await flushPromises()
  await click(button('Add me'))
  expect(told()).toEqual([BEN, profile().user])
  expect(wordsOf('button')).not.toContain('Add me')
  expect(document.activeElement).toBe(field('Member 3: First name'))
})

test('what is unknown of whoever sits here is asked next', async () => {
  open([], [], { suggest: true })
  useApplication().profile = profile({ user: { ...profile().user, phone: '', email: '' } })
  await flushPromises()
  await click(button('Add me'))
  expect(field('Member 1: First name').value).toBe('Ida')
  expect(document.activeElement).toBe(field('Member 1: Phone'))
  await write(field('Member 1: E-mail'), 'ida@fabrikam.example')
  expect(wordsOf('button')).not.toContain('Add me')
})

test('where nobody is offered, neither is whoever sits here', async () => {
  open([])
  useApplication().profile = profile()
  await flushPromises()
  expect(wordsOf('button')).not.toContain('Add me')
})
