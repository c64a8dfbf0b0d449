import { mount } from '@vue/test-utils'
import { expect, test } from 'vitest'
import LoadState from './LoadState.vue'

const open = (state: 'loading' | 'error' | 'ready') =>
  mount(LoadState, {
    props: { state, loading: 'Loading…', error: 'Tandem is not running.', retry: 'Try again' },
    slots: { default: '<p>60 deals</p>' },
  })

test.each([
  ['loading', 'Loading…'],
  ['error', 'Tandem is not running. Try again'],
  ['ready', '60 deals'],
] as const)('%s shows only: %s', (state, words) => {
  expect(open(state).element.textContent?.replace(/\s+/g, ' ').trim()).toBe(words)
})

test('a failure is said at once, and trying again is told', async () => {
  const failed = open('error')
  expect(failed.get('[role="alert"]').text()).toContain('Tandem is not running.')
  await failed.get('button').trigger('click')
  expect(failed.emitted('retry')).toEqual([[]])
})

test('loading is said without interrupting', () => {
  expect(open('loading').get('[role="status"]').text()).toBe('Loading…')
})
