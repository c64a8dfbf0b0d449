import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { useApplication } from '../../app/application.store.ts'
import { FakeClient } from '../../testing/fake-client.ts'
import { mountScreen } from '../../testing/mount.ts'
import { button, click, field, pageWords, write } from '../../testing/page.ts'
import { profile } from '../../testing/profile.ts'
import StageSettings from './StageSettings.vue'

const QUOTED = { name: 'Quoted', stage: 'proposed' }

async function open(stageMapping: unknown[] = []) {
  const client = new FakeClient().answer('profile.save', profile()).answer('profile.get', profile())
  mountScreen(StageSettings, { client, attach: true })
  useApplication().profile = profile({ stageMapping } as never)
  await flushPromises()
  return () => client.inputsOf('profile.save')
}
const fields = (name: string) =>
  [...document.querySelectorAll<HTMLInputElement>('input')].filter(
    (input) => input.getAttribute('aria-label') === name,
  )

test('a name of the company is saved with the stage it means', async () => {
  const saved = await open()
  await click(button('Add a name'))
  await flushPromises()
  expect(document.activeElement).toBe(field('Name in your files'))
  await write(field('Name in your files'), ' Quoted ')
  await write(field('Stage'), 'proposed')
  await click(button('Save names'))
  await flushPromises()
  expect(saved()).toEqual([{ stageMapping: [QUOTED] }])
})

test('a name may be taken out again', async () => {
  const saved = await open([QUOTED])
  await click(button('Remove Quoted'))
  await click(button('Save names'))
  await flushPromises()
  expect(saved()).toEqual([{ stageMapping: [] }])
})

test('a line without a name, and a name that stands there twice, are said and not saved', async () => {
  const saved = await open([QUOTED])
  await click(button('Add a name'))
  await click(button('Save names'))
  expect(pageWords()).toContain('Each line needs the name')
  await write(fields('Name in your files')[1]!, 'QUOTED')
  await click(button('Save names'))
  await flushPromises()
  expect(pageWords()).toContain('“Quoted” stands here twice')
  expect(saved()).toEqual([])
})
