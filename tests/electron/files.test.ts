import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { parse } from 'csv-parse/sync'
import { Shell } from '../e2e/pages/shell.ts'
import { StartPage } from '../e2e/pages/start.ts'
import { Preventable } from './stand-in/preventable.ts'
import { runOn } from './stand-in/run.ts'
import { expect, standInOn, standInTest as test } from './support/test.ts'

const SAMPLE = join(import.meta.dirname, '../fixtures/partner-center-sample.csv')

const call = (page: Page, name: string, input: object) =>
  page.evaluate(([procedure, given]) => window.tandem!.call(procedure, given as never), [
    name,
    input,
  ] as const)

/** Hands a file of so many bytes over, as the screens do. */
const upload = (page: Page, name: string, text: string): Promise<string> =>
  page.evaluate(
    async ([as, body]) => {
      const response = await fetch(`/files?name=${encodeURIComponent(as)}`, { method: 'POST', body })
      return ((await response.json()) as { value: { fileId: string } }).value.fileId
    },
    [name, text] as const,
  )

test('a file is saved under a handle that serves once', async ({ standIn, dataDir }) => {
  const page = await standIn.page
  const fileId = await upload(page, '../../交易: 1.csv', 'a,b')
  const place = join(dataDir, 'mine.csv')
  writeFileSync(place, 'what stood there')
  standIn.dialog.files.push(place)
  const answer = (await call(page, 'host.save-file', { fileId })) as never as {
    value: { saved: { handle: string; name: string } }
  }
  expect(answer.value.saved.name).toBe('mine.csv')
  expect(JSON.stringify(answer)).not.toContain(dataDir)
  expect(readFileSync(place, 'utf8')).toBe('a,b')
  expect(standIn.dialog.askedForFiles.at(-1)).toMatchObject({
    defaultPath: '交易_ 1.csv',
    filters: [
      { name: 'CSV table', extensions: ['csv'] },
      { name: 'All files', extensions: ['*'] },
    ],
  })
  const { handle } = answer.value.saved
  expect(await call(page, 'host.show-saved', { handle })).toEqual({ ok: true, value: {} })
  expect(await call(page, 'host.show-saved', { handle })).toEqual({
    ok: false,
    error: { code: 'NOT_FOUND', details: { what: 'handle', id: handle } },
  })
  expect(standIn.shell.shown).toEqual([place])
})

test('a dialog that is called off writes nothing; a folder that is gone is said', async ({
  standIn,
  dataDir,
}) => {
  const page = await standIn.page
  const fileId = await upload(page, 'a.csv', 'a,b')
  const before = readdirSync(dataDir)
  standIn.dialog.files.push(null, join(dataDir, 'gone', 'a.csv'))
  expect(await call(page, 'host.save-file', { fileId })).toEqual({ ok: true, value: { saved: null } })
  expect(await call(page, 'host.save-file', { fileId })).toEqual({
    ok: false,
    error: { code: 'READ_ONLY', details: { why: 'save-gone' } },
  })
  expect(readdirSync(dataDir)).toEqual(before)
  expect(existsSync(join(dataDir, 'gone'))).toBe(false)
  const unknown = '00000000-0000-4000-8000-000000000000'
  expect(await call(page, 'host.save-file', { fileId: unknown })).toMatchObject({
    error: { code: 'NOT_FOUND', details: { what: 'file' } },
  })
})

test('a file is chosen by the system’s dialog, and another is saved by it', async ({ standIn, dataDir }) => {
  const page = await standIn.page
  const dialog = page.getByRole('dialog')
  const saved = join(dataDir, 'Inbound.csv')
  await new StartPage(page).begin('import')
  standIn.dialog.files.push(SAMPLE, null, saved)
  await dialog.locator('button', { hasText: 'Choose a file…' }).click()
  await dialog.getByRole('button', { name: 'Read the file' }).click()
  await dialog.getByRole('button', { name: 'Import 48 deals' }).click()
  await expect(dialog).toContainText('48 new, 0 changed, 0 unchanged, 0 refused.')
  await dialog.getByRole('button', { name: 'Done' }).click()

  await new Shell(page).go('Inbound')
  await page.getByRole('button', { name: 'Export' }).click()
  await dialog.getByRole('button', { name: 'Export' }).click()
  await expect(dialog).toContainText('is ready and not saved yet.')
  await dialog.getByRole('button', { name: 'Save as…' }).click()
  await expect(dialog).toContainText('Saved as Inbound.csv.')
  const rows: unknown[] = parse(readFileSync(saved), { bom: true, columns: true })
  expect(rows).toHaveLength(6)
  await dialog.getByRole('button', { name: 'Show in folder' }).click()
  await expect.poll(() => standIn.shell.shown).toEqual([saved])
})

test('a file that is dropped on the window is imported, and the page stays', async ({ standIn }) => {
  const page = await standIn.page
  await new StartPage(page).begin('sample')
  await new Shell(page).go('Pipeline')
  const address = page.url()
  const drag = (type: string, names: readonly string[]) =>
    page.evaluate(
      ([kind, files]) => {
        const dataTransfer = new DataTransfer()
        for (const name of files)
          dataTransfer.items.add(new File(['Name,Country/region\nNorthwind,DE\n'], name))
        const event = new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true })
        document.querySelector('main')!.dispatchEvent(event)
        return event.defaultPrevented
      },
      [type, names] as const,
    )
  expect(await drag('dragover', ['customers.csv'])).toBe(true)
  await expect(page.getByText('Drop to import')).toBeVisible()
  expect(await drag('drop', ['customers.csv'])).toBe(true)
  const dialog = page.getByRole('dialog', { name: /^Import / })
  await expect(dialog).toContainText('customers.csv')
  await expect(page.getByText('Drop to import')).toBeHidden()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await drag('drop', ['a.csv', 'b.csv'])
  await expect(dialog.getByRole('alert')).toHaveText(/one file at a time/)
  expect(page.url()).toBe(address)
})

test('a second start hands its file over; switches, other files and several at once open nothing', async ({
  standIn,
  dataDir,
}) => {
  const page = await standIn.page
  await new StartPage(page).begin('sample')
  await new Shell(page).go('Pipeline')
  const dialog = page.getByRole('dialog', { name: /^Import / })
  const customers = join(dataDir, 'customers.csv')
  writeFileSync(customers, 'Name,Country/region\nNorthwind,DE\n')
  const start = (...argv: string[]) =>
    standIn.app.emit('second-instance', {}, ['/opt/tandem', ...argv], dataDir, null)

  start('tandem.db', '--data-dir=/x.csv', '/gone.csv')
  start(customers)
  await expect(dialog).toContainText('customers.csv')
  await expect(dialog.getByRole('button', { name: 'Read the file' })).toBeEnabled()
  // What is open is finished first.
  start('--original-process-start-time=1', 'customers.csv', SAMPLE)
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await expect(dialog.getByRole('alert')).toHaveText(/one file at a time/)
})

test('a file the system names before anything is ready is waiting when the screens are there', async ({
  context,
  dataDir,
}) => {
  const customers = join(dataDir, 'customers.tandem')
  writeFileSync(customers, 'Name,Country/region\nNorthwind,DE\n')
  const standIn = standInOn(context, dataDir)
  await runOn(standIn)
  const event = new Preventable()
  standIn.app.emit('open-file', event, customers)
  expect(event.defaultPrevented).toBe(true)
  const page = await standIn.page
  await new StartPage(page).begin('sample')
  const dialog = page.getByRole('dialog', { name: /^Import / })
  await expect(dialog).toContainText('customers.tandem')
  // It is known by what is in it, whatever it is called.
  await expect(dialog).toContainText('Customers')
  standIn.app.quit()
  await standIn.app.ended
})
