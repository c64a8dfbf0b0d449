import { mount } from '@vue/test-utils'
import { afterEach, expect, test } from 'vitest'
import type { CivilDate } from '#shared/domain/time.ts'
import { day } from '../../testing/deals.ts'
import { button, click, hasRole, press, role, wordsOf } from '../../testing/page.ts'
import DateInput from './DateInput.vue'

const open = (modelValue: CivilDate | null, locale = 'en', more = {}) =>
  mount(DateInput, {
    props: {
      id: 'date',
      modelValue,
      locale,
      openLabel: 'Open the calendar',
      previousLabel: 'Previous month',
      nextLabel: 'Next month',
      'onUpdate:modelValue': (next: CivilDate | null) => input.setProps({ modelValue: next }),
      ...more,
    },
    attachTo: document.body,
  })
let input: ReturnType<typeof open>
afterEach(() => input.unmount())

const told = () => input.emitted('update:modelValue')?.map(([value]) => value)
const parts = () => wordsOf('.part')
const part = (name: string) => role('spinbutton', name)
const type = async (element: HTMLElement, keys: string) => {
  for (const key of keys) await press(element, key)
}

test.each([
  ['en', '2026-03-09', ['3', '9', '2026'], ['month', 'day', 'year']],
  ['zh-CN', '2026-03-09', ['2026', '3', '9'], ['年', '月', '日']],
])('in %s its parts stand in the order of the language, named in it', (locale, date, shown, names) => {
  input = open(day(date), locale)
  expect(parts()).toEqual(shown)
  expect(
    [...document.querySelectorAll('.part')].map((element) => element.getAttribute('aria-label')),
  ).toEqual(names)
})

test('typed part by part, it is a day once all three are there', async () => {
  input = open(null)
  await type(part('month'), '12')
  await type(part('day'), '31')
  expect(told()).toBeUndefined()
  await type(part('year'), '2026')
  expect(told()?.at(-1)).toBe('2026-12-31')
})

test('typing a part moves on to the next', async () => {
  input = open(null)
  part('month').focus()
  await type(part('month'), '12')
  expect(document.activeElement).toBe(part('day'))
})

test('arrows turn a part up and down', async () => {
  input = open(day('2026-02-28'))
  await press(part('day'), 'ArrowDown')
  await press(part('month'), 'ArrowUp')
  expect(told()).toEqual(['2026-02-27', '2026-03-27'])
})

test('a part that is emptied makes it no day', async () => {
  input = open(day('2026-02-28'))
  for (let digits = 4; digits > 0; digits -= 1) await press(part('year'), 'Backspace')
  expect(told()?.at(-1)).toBeNull()
  expect(parts()).toEqual(['2', '28', 'yyyy'])
})

test('a letter changes nothing', async () => {
  input = open(day('2026-02-28'))
  await type(part('day'), 'x')
  expect(told()).toBeUndefined()
  expect(parts()).toEqual(['2', '28', '2026'])
})

test('a day that does not exist cannot be typed', async () => {
  input = open(day('2026-02-10'))
  await type(part('day'), '31')
  expect(told()).toEqual(['2026-02-03', '2026-02-01'])
})

test('a day is picked from the calendar', async () => {
  input = open(day('2026-03-09'))
  expect(hasRole('dialog')).toBe(false)
  await click(button('Open the calendar'))
  expect(wordsOf('.month')).toEqual(['March 2026'])
  await click(button('Next month'))
  expect(wordsOf('.month')).toEqual(['April 2026'])
  await click(role('button', 'Wednesday, April 15, 2026'))
  expect(told()).toEqual(['2026-04-15'])
  expect(parts()).toEqual(['4', '15', '2026'])
})

test('what is typed before it is a day is told, and stands there again', async () => {
  input = open(null)
  await type(part('month'), '12')
  expect(input.emitted('update:typed')?.at(-1)).toEqual([{ year: null, month: 12, day: null }])
  input.unmount()
  input = open(null, 'en', { typed: { year: 2027, month: null, day: 3 } })
  await input.vm.$nextTick()
  expect(parts()).toEqual(['mm', '3', '2027'])
  await type(part('month'), '12')
  expect([told()?.at(-1), input.emitted('update:typed')?.at(-1)]).toEqual(['2027-12-03', [null]])
})

test('keys held with Ctrl or Alt are for whoever is around, and the kit does nothing with them', async () => {
  input = open(day('2026-02-28'))
  const heard: string[] = []
  const listen = (event: KeyboardEvent) => heard.push(`${event.ctrlKey} ${event.altKey} ${event.key}`)
  document.body.addEventListener('keydown', listen)
  part('day').focus()
  await press(part('day'), 'Enter', { ctrlKey: true })
  await press(part('day'), 'ArrowRight', { altKey: true })
  document.body.removeEventListener('keydown', listen)
  expect(heard).toEqual(['true false Enter', 'false true ArrowRight'])
  expect([document.activeElement, told()]).toEqual([part('day'), undefined])
})

test('says where it is wrong and what', () => {
  input = open(null, 'en', { describedBy: 'note', invalid: true })
  expect(role('group').getAttribute('aria-describedby')).toBe('note')
  expect(document.querySelector('.control')!.classList).toContain('invalid')
  expect(part('month').getAttribute('aria-invalid')).toBe('true')
})

test('is not wrong by itself', () => {
  input = open(null)
  expect(document.querySelector('.control')!.classList).not.toContain('invalid')
  expect(part('month').getAttribute('aria-invalid')).toBeNull()
})

test('the label of its field leads to its first part', () => {
  input = open(null)
  document.getElementById('date')!.focus()
  expect(document.activeElement).toBe(part('month'))
})
