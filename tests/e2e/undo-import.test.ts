import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './support/test.ts'

const SAMPLE = join(import.meta.dirname, '../fixtures/partner-center-sample.csv')

/** Imports the sample file on the first run and closes the dialog. */
async function bring(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog')
  await dialog.locator('input[type=file]').setInputFiles(SAMPLE)
  await dialog.getByRole('button', { name: 'Read the file' }).click()
  await dialog.getByRole('button', { name: 'Import 48 deals' }).click()
  await expect(dialog).toContainText('48 new')
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(dialog).toBeHidden()
}

test('by mouse: the tray asks, names what stays, and takes the rest of an import back', async ({
  tandem,
}) => {
  const { page, start, shell, list } = tandem
  await start.begin('import')
  await bring(page)
  await shell.go('All deals')
  await list.count(48)
  await list.rows
    .first()
    .getByRole('button', { name: /favorite/i })
    .click()
  await expect(shell.toast).toContainText('favorite')
  await page.getByRole('button', { name: '1 finished' }).click()
  await page.getByRole('button', { name: 'Undo import' }).click()
  const question = page.getByRole('dialog', { name: /^Undo the import of/ })
  await expect(question).toContainText('47 deals leave again')
  await expect(question).toContainText('1 deal stays as it is')
  await question.getByRole('button', { name: 'Undo import' }).click()
  await expect(shell.toast).toContainText('Undone: import of partner-center-sample.csv. 1 not:')
  await list.count(1)
  await page.getByRole('button', { name: '2 finished' }).click()
  await expect(page.getByText('47 deals left, 0 got back what they had, 1 stayed.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Undo import' })).toBeHidden()
})

test('by keyboard: Ctrl+Z right after an import takes all of it back', async ({ tandem }) => {
  const { page, start, shell, list } = tandem
  await start.begin('import')
  await bring(page)
  await shell.go('All deals')
  await list.count(48)
  await page.locator('#main').focus()
  await page.keyboard.press('Control+z')
  await expect(shell.toast).toContainText('Undone: import of partner-center-sample.csv.')
  await expect(list.rows).toHaveCount(0)
})

test('by keyboard: from the tray to the question, out of it with Escape, and through it', async ({
  tandem,
}) => {
  const { page, start, shell, list } = tandem
  await start.begin('import')
  await bring(page)
  await shell.go('All deals')
  const undo = page.getByRole('button', { name: 'Undo import' })
  const question = page.getByRole('dialog', { name: /^Undo the import of/ })
  const ask = async () => {
    await page.getByRole('button', { name: /finished$/ }).focus()
    await page.keyboard.press('Enter')
    await undo.focus()
    await page.keyboard.press('Enter')
    await expect(question).toContainText('48 deals leave again')
  }
  await ask()
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(question).toBeHidden()
  await list.count(48)
  await ask()
  await page.keyboard.press('Control+Enter')
  await expect(shell.toast).toContainText('Undone: import of partner-center-sample.csv.')
  await expect(list.rows).toHaveCount(0)
})
