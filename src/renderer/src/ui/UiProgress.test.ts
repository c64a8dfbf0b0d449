import { mount } from '@vue/test-utils'
import { expect, test } from 'vitest'
import UiProgress from './UiProgress.vue'

// Done, of how many: what is told, and how long the bar is.
test.each([
  [0, 200, '0', '0%'],
  [50, 200, '25', '25%'],
  [1, 3, '33', '33.33333333333333%'],
  [250, 200, '100', '100%'],
  [10, null, undefined, ''],
  [0, 0, undefined, ''],
])('%d of %s', (done, total, now, width) => {
  const bar = mount(UiProgress, { props: { done, total, label: 'Reading deals.csv' } })
  expect(bar.attributes('role')).toBe('progressbar')
  expect(bar.attributes('aria-label')).toBe('Reading deals.csv')
  expect(bar.attributes('aria-valuenow')).toBe(now)
  expect((bar.get('i').element as HTMLElement).style.width).toBe(width)
})
