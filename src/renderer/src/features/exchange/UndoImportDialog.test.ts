import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import type { Json } from '#shared/errors.ts'
import type { ImportUndo } from '#shared/ipc/contract/exchange.ts'
import { useUndo } from '../../app/undo.store.ts'
import { id, refusal } from '../../testing/deals.ts'
import { FakeClient } from '../../testing/fake-client.ts'
import { job } from '../../testing/jobs.ts'
import { mountScreen } from '../../testing/mount.ts'
import { button, click, pageWords, wordsOf } from '../../testing/page.ts'
import JobTray from './JobTray.vue'
import UndoImportDialog from './UndoImportDialog.vue'
import { useJobs } from './jobs.store.ts'

const BATCH = id<'batch'>(22)
const overtaken = refusal('UNDO_OVERTAKEN', { fields: ['name'] })
const staying = (at: number, name: string) => ({ dealId: id<'deal'>(at), name, reasons: [overtaken] })
const WOULD: ImportUndo = {
  batchId: BATCH,
  leave: 1200,
  back: 1,
  stay: {
    count: 5,
    because: [{ reason: overtaken, deals: 5 }],
    rows: [staying(1, 'Harbour'), staying(2, 'Quay'), staying(3, 'Mole'), staying(4, 'Pier')],
  },
  entries: {
    leave: 40,
    back: 0,
    stay: { count: 1, rows: [{ table: 'customers', id: id(50), name: 'Kade BV', why: 'used' }] },
  },
}
const NOTHING: ImportUndo = {
  ...WOULD,
  leave: 0,
  back: 0,
  stay: { count: 0, because: [], rows: [] },
  entries: { leave: 0, back: 0, stay: { count: 0, rows: [] } },
}

async function open(would: ImportUndo, ended: Partial<ReturnType<typeof job>> = {}) {
  const client = new FakeClient()
    .answer('imports.undoPreview', would)
    .answer('imports.undo', { jobId: id(20) })
    .answer('jobs.get', job({ kind: 'import-undo', result: would as unknown as Json, ...ended }))
  const props = { batchId: BATCH, name: 'deals.csv' }
  const stage = mountScreen(UndoImportDialog, { client, props, attach: true })
  await flushPromises()
  return { ...stage, client }
}
const submit = async () => {
  await click(button('Undo import'))
  await flushPromises()
}

test('names what leaves, what goes back and what stays, with the reason and the first few names', async () => {
  const { client } = await open(WOULD)
  expect(client.inputsOf('imports.undoPreview')).toEqual([{ batchId: BATCH }])
  expect(pageWords()).toContain('Undo the import of deals.csv?')
  expect(wordsOf('li')).toEqual([
    '1,200 deals leave again, as if the file had never come.',
    '1 deal gets back what it had before.',
    '40 entries of the directory leave or get back what they had.',
    '5: Changed again sinceHarbour, Quay, Mole and 2 more',
  ])
  expect(pageWords()).toContain('5 deals stay as they are:')
  expect(pageWords()).toContain('1 entry of the directory stays: something else uses it.')
  expect(client.inputsOf('imports.undo')).toEqual([])
})

test('closes and takes it back; what came of it is told, without a redo', async () => {
  const { client, wrapper } = await open(WOULD)
  await submit()
  expect(wrapper.emitted('close')).toEqual([[]])
  expect(client.inputsOf('imports.undo')).toEqual([{ batchId: BATCH }])
  expect(useUndo().shown).toMatchObject({ way: null, refused: true })
  expect(useUndo().shown?.text).toMatch(/^Undone: import of deals\.csv\. 5 not: Changed again since/)
})

test('stopped half-way it says that nothing was changed, and can be asked again', async () => {
  await open(WOULD, { state: 'cancelled', result: null })
  await submit()
  expect(useUndo().shown?.text).toBe('Not undone: deals.csv imported. Stopped. Nothing was changed.')
})

test('where nothing is left there is nothing to press', async () => {
  const { client } = await open(NOTHING)
  expect(pageWords()).toContain('Nothing of this import is left to undo.')
  expect(button('Undo import').disabled).toBe(true)
  expect(client.inputsOf('imports.undo')).toEqual([])
})

test('says why it cannot look', async () => {
  const client = new FakeClient()
  client.fail('imports.undoPreview', { code: 'BUSY', details: { what: 'import' } })
  mountScreen(UndoImportDialog, { client, props: { batchId: BATCH, name: 'deals.csv' }, attach: true })
  await flushPromises()
  expect(wordsOf('[role="alert"]')).toHaveLength(1)
  expect(button('Undo import').disabled).toBe(true)
})

test('the tray offers it for a finished import, until it is undone', async () => {
  const done = job({
    kind: 'import-commit',
    result: { batchId: BATCH, created: 2, updated: 0, unchanged: 0, refused: 0 },
  })
  const undone = job({ jobId: id(21), kind: 'import-undo', result: { ...WOULD } as unknown as Json })
  const client = new FakeClient().answer('jobs.get', ({ jobId }) => (jobId === id(21) ? undone : done))
  const { overlays } = mountScreen(JobTray, { client, attach: true })
  void useJobs().follow(done.jobId)
  await flushPromises()
  await click(document.querySelector('button')!)
  await click(button('Undo import'))
  expect(overlays.current.value).toEqual({ kind: 'undo-import', batchId: BATCH, name: 'deals.csv' })
  void useJobs().follow(undone.jobId)
  await flushPromises()
  expect(wordsOf('li')).toEqual([])
  await click(button('2 finished'))
  expect(wordsOf('li [role="status"]')[0]).toBe('1,200 deals left, 1 got back what they had, 5 stayed.')
  expect(wordsOf('li button')).not.toContain('Undo import')
})
