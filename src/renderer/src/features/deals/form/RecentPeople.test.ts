import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import type { Person } from '#shared/domain/person.ts'
import { ANNA } from '../../../testing/deals.ts'
import { FakeClient } from '../../../testing/fake-client.ts'
import { mountScreen } from '../../../testing/mount.ts'
import { button, click, hasButton, pageWords } from '../../../testing/page.ts'
import RecentPeople from './RecentPeople.vue'

async function open(team: Person[], rows: (Person & { dealName: string })[]) {
  const client = new FakeClient().answer('people.recent', { rows })
  const stage = mountScreen(RecentPeople, { client, props: { team }, attach: true })
  await flushPromises()
  return stage
}
const RECENT = { ...ANNA, dealName: 'Cold-chain telemetry' }

test('a person of an earlier deal is added with four fields and nothing else', async () => {
  const { wrapper, client } = await open([], [RECENT])
  expect(client.inputsOf('people.recent')).toEqual([{ limit: 8 }])
  expect(pageWords()).toContain('Anna BergCold-chain telemetryanna@fabrikam.example')
  await click(button('Add Anna Berg'))
  expect(wrapper.emitted('add')).toEqual([[ANNA]])
})

test('adding keeps the focus at the line, on the word that it is done', async () => {
  const client = new FakeClient().answer('people.recent', { rows: [RECENT] })
  const onAdd = () => void stage.setProps({ team: [ANNA] })
  const stage = mountScreen(RecentPeople, { client, props: { team: [], onAdd }, attach: true })
  await flushPromises()
  button('Add Anna Berg').focus()
  await click(button('Add Anna Berg'))
  expect((document.activeElement as HTMLElement).className).toBe('added')
})

test('somebody on the team, in whatever letters, is not offered again', async () => {
  await open([{ ...ANNA, email: 'ANNA@fabrikam.example' }], [RECENT])
  expect(hasButton('Add Anna Berg')).toBe(false)
  expect(pageWords()).toContain('Added')
})

test('without earlier deals it says what will stand here', async () => {
  await open([], [])
  expect(pageWords()).toBe('Recent peoplePeople of your earlier deals will be offered here.')
})
