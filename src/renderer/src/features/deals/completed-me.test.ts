import { expect, test } from 'vitest'
import { completedMe } from './completed-me.ts'

const person = (firstName: string, phone: string, email: string) => ({
  firstName,
  lastName: 'Lind',
  phone,
  email,
})

test('a phone and an address typed on a deal complete the profile', () => {
  const whole = person('Mara', '+46 8 555', 'mara@x.example')
  expect(completedMe(person('Mara', '', ''), [person('Bo', '1', 'b@x'), whole])).toEqual(whole)
  expect(completedMe(person('Mara', '', 'mara@x.example'), [whole])).toEqual(whole)
})

test('nothing that the profile says is overwritten, and nobody is guessed', () => {
  const whole = person('Mara', '+46 8 555', 'mara@x.example')
  expect(completedMe(person('Mara', '+46 8 556', ''), [whole])).toBeNull()
  expect(completedMe(whole, [whole])).toBeNull()
  expect(completedMe(person('Mara', '', ''), [whole, { ...whole, email: 'other@x.example' }])).toBeNull()
  expect(completedMe(person('Mara', '', ''), [person('Mara', '', '')])).toBeNull()
  expect(completedMe({ firstName: '', lastName: '', phone: '', email: '' }, [whole])).toBeNull()
  expect(completedMe(undefined, [whole])).toBeNull()
})
