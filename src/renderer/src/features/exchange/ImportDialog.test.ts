import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import type { Json } from '#shared/errors.ts'
import type { FileColumns, ImportPreview, ImportRowView } from '#shared/ipc/contract/exchange.ts'
import { useApplication } from '../../app/application.store.ts'
import { id } from '../../testing/deals.ts'
import { FakeClient } from '../../testing/fake-client.ts'
import { chooseFile, job } from '../../testing/jobs.ts'
import { mountScreen } from '../../testing/mount.ts'
import { button, click, hasButton, pageWords, role, wordsOf } from '../../testing/page.ts'
import ImportDialog from './ImportDialog.vue'
import { useJobs } from './jobs.store.ts'

const ROW: ImportRowView = {
  line: 2,
  referralId: 'R-1',
  name: 'Cold chain',
  customerName: 'Northwind',
  verdict: 'create',
  reasons: [],
  warnings: [],
  changes: [],
}
const PREVIEW: ImportPreview = {
  importId: id(30),
  name: 'deals.csv',
  rows: 4,
  create: 2,
  update: 1,
  unchanged: 0,
  refused: 1,
  warnings: 0,
  duplicates: 0,
  sample: [ROW],
  errorsFileId: null,
}
const DEALS: FileColumns = { name: 'deals.csv', recognised: 'partner-center-csv', table: null }
const FILE = new File(['a,b'], 'deals.csv')
const preview = (over: Partial<ImportPreview> = {}) => ({ ...PREVIEW, ...over }) as unknown as Json

/** A dialog with a file chosen; reading it ends as given. */
async function chosen(read: Partial<ReturnType<typeof job>> = { result: preview() }) {
  const client = new FakeClient()
    .answer('imports.columns', DEALS)
    .answer('imports.preview', { jobId: id(20) })
    .answer('imports.commit', { jobId: id(21) })
    .answer('jobs.cancel', {})
    .answer('jobs.get', ({ jobId }) =>
      jobId === id(20)
        ? job({ kind: 'import-preview', ...read })
        : job({
            jobId: id(21),
            result: { batchId: id(22), created: 2, updated: 1, unchanged: 0, refused: 1 },
          }),
    )
  client.uploadAnswer = id(10)
  const stage = mountScreen(ImportDialog, { client, attach: true })
  await flushPromises()
  chooseFile(FILE)
  await flushPromises()
  return { ...stage, client }
}
const read = async () => {
  await click(button('Read the file'))
  await flushPromises()
}

test('cannot read before a file was chosen', async () => {
  mountScreen(ImportDialog, { attach: true })
  await flushPromises()
  expect(button('Read the file').disabled).toBe(true)
  expect(pageWords()).toContain('or drop it here')
})

test('uploads the file and asks what would happen, outbound unless told', async () => {
  const { client } = await chosen()
  expect(pageWords()).toContain('deals.csv')
  await read()
  expect(client.uploads).toEqual([FILE])
  expect(client.inputsOf('imports.preview')).toEqual([
    { fileId: id(10), format: 'partner-center-csv', options: { direction: 'outbound' }, locale: 'en' },
  ])
})

test('inbound is asked for where it was chosen', async () => {
  const { client } = await chosen()
  await click(role('radio', 'Inbound: they were sent to us'))
  await read()
  expect(client.inputsOf('imports.preview')[0]?.options).toEqual({ direction: 'inbound' })
})

test('shows what would happen before anything does', async () => {
  const { client } = await chosen()
  await read()
  expect(wordsOf('.figures > div')).toEqual(['2new', '1changed', '0unchanged', '1refused', '0warnings'])
  expect(wordsOf('tbody tr')).toEqual(['2NewCold chainNorthwind'])
  expect(pageWords()).toContain('The first 1 rows are shown.')
  expect(client.inputsOf('imports.commit')).toEqual([])
})

test('imports exactly what was previewed, and says what came of it', async () => {
  const { client, wrapper } = await chosen()
  await read()
  await click(button('Import 3 deals'))
  await flushPromises()
  expect(client.inputsOf('imports.commit')).toEqual([{ importId: id(30) }])
  expect(pageWords()).toContain('2 new, 1 changed, 0 unchanged, 1 refused.')
  await click(button('Done'))
  expect(wrapper.emitted('close')).toEqual([[]])
})

test('is read once and imported once, however often it is pressed', async () => {
  const { client } = await chosen()
  button('Read the file').click()
  await click(button('Read the file'))
  await flushPromises()
  expect(client.inputsOf('imports.preview')).toHaveLength(1)
  button('Import 3 deals').click()
  if (hasButton('Import 3 deals')) await click(button('Import 3 deals'))
  await flushPromises()
  expect(client.inputsOf('imports.commit')).toHaveLength(1)
})

test('with nothing to import there is nothing to press', async () => {
  await chosen({ result: preview({ create: 0, update: 0, unchanged: 3 }) })
  await read()
  expect(pageWords()).toContain('Nothing to import: every row is unchanged or refused.')
  expect(button('Import 0 deals').disabled).toBe(true)
})

test('refused rows can be saved, named after the file', async () => {
  const { client } = await chosen({ result: preview({ errorsFileId: id(33) }) })
  await read()
  await click(button('Save the refused rows'))
  expect(client.downloads).toEqual([{ fileId: id(33), name: 'errors-deals.csv' }])
})

test('while it reads, it says how far, and can be stopped', async () => {
  const { client } = await chosen({ state: 'running', done: 50, total: 200, result: null })
  await read()
  expect(role('progressbar', 'deals.csv').getAttribute('aria-valuenow')).toBe('25')
  expect(pageWords()).toContain('Reading deals.csv…50 rows')
  client.answer('jobs.get', job({ kind: 'import-preview', state: 'cancelled' }))
  await click(button('Cancel'))
  expect(client.inputsOf('jobs.cancel')).toEqual([{ jobId: id(20) }])
  void useJobs().follow(id(20))
  await flushPromises()
  expect(wordsOf('[role="alert"]')).toEqual(['Cancelled. Nothing was changed.'])
  expect(hasButton('Read the file')).toBe(true)
})

test('a file that cannot be read says why, and another may be chosen', async () => {
  await chosen({
    state: 'failed',
    error: {
      code: 'INVALID_INPUT',
      details: { issues: [{ path: 'file', message: 'missing-columns: Deal Name' }] },
    },
  })
  await read()
  expect(wordsOf('[role="alert"]')).toEqual([
    'Columns are missing: Deal Name. Choose the bulk CSV of Partner Center, header included. Nothing was changed.',
  ])
  chooseFile(new File(['c'], 'other.csv'))
  await flushPromises()
  expect(wordsOf('[role="alert"]')).toEqual([])
  expect(wordsOf('.name')).toEqual(['other.csv'])
})

test('an upload that fails is said', async () => {
  const { client } = await chosen()
  client.uploadAnswer = { code: 'READ_ONLY', details: { why: 'full' } }
  chooseFile(FILE)
  await flushPromises()
  expect(wordsOf('[role="alert"]')).toEqual([
    'The data folder cannot be written. Check its permissions and the disk.',
  ])
  expect(button('Read the file').disabled).toBe(true)
})

test('what was read can be gone back from, to choose otherwise', async () => {
  const { client } = await chosen()
  await read()
  await click(button('Back'))
  await click(role('radio', 'Inbound: they were sent to us'))
  await read()
  expect(client.uploads).toHaveLength(1)
  expect(client.inputsOf('imports.preview').map(({ options }) => options)).toEqual([
    { direction: 'outbound' },
    { direction: 'inbound' },
  ])
})

/** A dialog of the system behind the button. */
function nativeDialog(client: FakeClient) {
  client.answer('imports.columns', DEALS)
  const stage = mountScreen(ImportDialog, { client, attach: true })
  useApplication().info = { capabilities: ['open-dialog'] } as never
  return stage
}

test('with dialogs of the system, the file they hand over is read without an upload', async () => {
  const client = new FakeClient().answer('host.choose-file', { file: { fileId: id(11), name: 'native.csv' } })
  nativeDialog(client)
  await flushPromises()
  await click(button('Choose a file…'))
  await flushPromises()
  expect(pageWords()).toContain('native.csv')
  expect(client.inputsOf('host.choose-file')).toEqual([{ purpose: 'import' }])
  expect(client.inputsOf('imports.columns')).toEqual([{ fileId: id(11), encoding: 'unicode' }])
  expect(client.uploads).toEqual([])
})

test('calling the dialog off leaves what was chosen; a file that cannot be taken is said', async () => {
  const client = new FakeClient().answer('host.choose-file', { file: { fileId: id(11), name: 'native.csv' } })
  nativeDialog(client)
  await flushPromises()
  await click(button('Choose a file…'))
  await flushPromises()
  client.answer('host.choose-file', { file: null })
  await click(button('Choose a file…'))
  await flushPromises()
  expect(wordsOf('.name')).toEqual(['native.csv'])
  const issues = [{ path: 'file', message: 'not-a-file' }]
  client.fail('host.choose-file', { code: 'INVALID_INPUT', details: { issues } })
  await click(button('Choose a file…'))
  await flushPromises()
  expect(wordsOf('[role="alert"]')).toEqual([
    'This is a folder or a device, not a file. Choose one CSV or JSON file.',
  ])
  expect(wordsOf('.name')).toEqual([])
})

test('a file that was brought along is read at once', async () => {
  const client = new FakeClient().answer('imports.columns', DEALS)
  mountScreen(ImportDialog, {
    client,
    props: { brought: { fileId: id(12), name: 'opened.csv' } },
    attach: true,
  })
  await flushPromises()
  expect(wordsOf('.name')).toEqual(['opened.csv'])
  expect(button('Read the file').disabled).toBe(false)
})

test('what was brought and is not one file is said, with the way to choose one', async () => {
  mountScreen(ImportDialog, { props: { brought: { refused: 'folder' } }, attach: true })
  await flushPromises()
  expect(wordsOf('[role="alert"]')).toEqual([
    'This is a folder. Open it, and drop or choose one CSV or JSON file in it.',
  ])
  expect(hasButton('Choose a file…')).toBe(true)
})
