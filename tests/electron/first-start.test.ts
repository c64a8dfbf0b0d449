import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { StartPage } from '../e2e/pages/start.ts'
import { forkChild } from './stand-in/start-child.ts'
import { expect, folderTest as test } from './support/test.ts'

const TABLE = 'Name,Country/region\nNorthwind,DE\n'

/** The import that waits behind the first run. */
async function afterFirstRun(page: Page): Promise<Locator> {
  await new StartPage(page).begin('sample')
  return page.getByRole('dialog', { name: 'Import from Partner Center' })
}

for (const name of ['My customers.csv', 'customers.tandem']) {
  test(`${name}, opened while Tandem is not running, is in the import once its screens are there`, async ({
    context,
    dataDir,
  }) => {
    const file = join(dataDir, name)
    writeFileSync(file, TABLE)
    const child = forkChild(context, dataDir, { argv: ['--enable-crashpad', file] })
    const dialog = await afterFirstRun(await child.page)
    await expect(dialog).toContainText(name)
    // It is known by what is in it, whatever it is called.
    await expect(dialog).toContainText('Customers')
    await expect(dialog.getByRole('button', { name: 'Read the file' })).toBeEnabled()
    child.kill('SIGTERM')
    expect(await child.ended).toMatchObject({ code: 0, seen: { errors: [] } })

    // The next time nobody stands before it: what was opened is there with the first screen.
    const again = forkChild(context, dataDir, { argv: [`file://${encodeURI(file)}`] })
    const page = await again.page
    await expect(page.getByRole('dialog', { name: 'Import from Partner Center' })).toContainText(name)
    again.kill('SIGTERM')
    expect(await again.ended).toMatchObject({ code: 0, seen: { errors: [] } })
  })
}

test('a file a Mac tells of before the application is ready is in the import; several are too many', async ({
  context,
  dataDir,
}) => {
  const [one, other] = [join(dataDir, 'one.csv'), join(dataDir, 'other.tandem')]
  for (const file of [one, other]) writeFileSync(file, TABLE)
  const child = forkChild(context, dataDir, { platform: 'darwin', told: [one] })
  const dialog = await afterFirstRun(await child.page)
  await expect(dialog).toContainText('one.csv')
  await expect(dialog.getByRole('button', { name: 'Read the file' })).toBeEnabled()
  child.kill('SIGTERM')
  expect(await child.ended).toMatchObject({ code: 0, seen: { errors: [] } })

  const again = forkChild(context, dataDir, { platform: 'darwin', told: [one, other] })
  const page = await again.page
  const refused = page.getByRole('dialog', { name: 'Import from Partner Center' }).getByRole('alert')
  await expect(refused).toHaveText(/one file at a time/)
  again.kill('SIGTERM')
  expect(await again.ended).toMatchObject({ code: 0, seen: { errors: [] } })
})

test('a start with what is no file of ours opens no import', async ({ context, dataDir }) => {
  const argv = [join(dataDir, 'gone.csv'), '--file.csv', '/etc/passwd', 'https://example.invalid/a.csv']
  const child = forkChild(context, dataDir, { argv })
  const page = await child.page
  const dialog = await afterFirstRun(page)
  await expect(page.getByRole('navigation').first()).toBeVisible()
  await expect(dialog).toHaveCount(0)
  child.kill('SIGTERM')
  expect(await child.ended).toMatchObject({ code: 0, seen: { errors: [] } })
})
