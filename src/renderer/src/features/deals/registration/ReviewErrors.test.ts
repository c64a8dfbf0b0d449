import { expect, test } from 'vitest'
import { registration } from '../../../testing/deals.ts'
import { mountScreen } from '../../../testing/mount.ts'
import { pageWords, wordsOf } from '../../../testing/page.ts'
import ReviewErrors from './ReviewErrors.vue'

test('corrections are listed only while they are asked for', async () => {
  const record = registration({ state: 'action-required', errors: ['No stamp'], notes: 'Page 2' })
  const { setProps } = mountScreen(ReviewErrors, { props: { record }, attach: true })
  expect(wordsOf('[role="alert"]')).toEqual(['The review asks for 1 correction.No stampPage 2'])
  await setProps({ record: { ...record, state: 'deal-review' } })
  expect(pageWords()).toBe('')
})
