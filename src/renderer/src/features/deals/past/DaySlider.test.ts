import { expect, test } from 'vitest'
import { day } from '../../../testing/deals.ts'
import { mountScreen } from '../../../testing/mount.ts'
import { press, wordsOf } from '../../../testing/page.ts'
import DaySlider from './DaySlider.vue'

function open(at = '2026-02-20') {
  const stage = mountScreen(DaySlider, {
    attach: true,
    props: {
      first: day('2026-02-01'),
      last: day('2026-03-03'),
      day: day(at),
      events: new Map([
        [day('2026-01-05'), 3],
        [day('2026-02-01'), 100],
        [day('2026-02-11'), 1],
      ]),
      valueText: 'February 20, 2 events',
    },
  })
  const input = document.querySelector<HTMLInputElement>('input[type="range"]')!
  const told = (what: string) => stage.wrapper.emitted(what)?.map(([value]) => value)
  return { ...stage, input, told }
}

test('is as long as the history, stands at the day, and says it', () => {
  const { input } = open()
  expect([input.min, input.max, input.value]).toEqual(['0', '30', '19'])
  expect(input.getAttribute('aria-valuetext')).toBe('February 20, 2 events')
  expect(wordsOf('.end')).toEqual(['Feb 1', 'today'])
})

test('each day on which something happened has a mark, lower for less; a day before the history has none', () => {
  open()
  const marks = document.querySelector('path')!.getAttribute('d')!
  expect(marks.match(/M\d+/g)).toEqual(['M0', 'M10'])
  const [busy, quiet] = [...marks.matchAll(/V([\d.]+)/g)].map(([, top]) => Number(top))
  expect(busy).toBe(0)
  expect(quiet).toBeGreaterThan(busy!)
  expect(quiet).toBeLessThan(1)
})

test('a day under the hand is looked at, and chosen where the hand lets go', () => {
  const { input, told } = open()
  input.value = '10'
  input.dispatchEvent(new Event('input'))
  expect([told('look'), told('choose')]).toEqual([['2026-02-11'], undefined])
  input.dispatchEvent(new Event('change'))
  expect(told('choose')).toEqual(['2026-02-11'])
})

test('page keys leap by a week, and not past the ends', async () => {
  const { input, told, setProps } = open()
  await press(input, 'PageDown')
  await press(input, 'PageUp')
  await setProps({ day: day('2026-03-02') })
  await press(input, 'PageUp')
  await setProps({ day: day('2026-02-03') })
  await press(input, 'PageDown')
  expect(told('choose')).toEqual(['2026-02-13', '2026-02-27', '2026-03-03', '2026-02-01'])
})
