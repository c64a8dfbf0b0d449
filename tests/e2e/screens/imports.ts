import { join } from 'node:path'
import { expect } from '@playwright/test'
import type { Tandem } from '../support/test.ts'
import type { Screen } from './screen.ts'

const SAMPLE = join(import.meta.dirname, '../../fixtures/partner-center-sample.csv')

/** What is in it is nobody's word but the file's: in Chinese, so that no language of the screens has it. */
const TABLE = [
  '客户名称,国家,城市,邓白氏编码,备注',
  '北辰制造,中国,苏州,12345678,老客户',
  '南星纺织,亚特兰蒂斯,昆山,,',
  '东湖仪器,新加坡,,987654321,',
].join('\n')

/** The import dialog of the directory with a table in it. */
async function chooseTable({ page, shell, deal }: Tandem): Promise<void> {
  await shell.go('Directory')
  await page.getByRole('button', { name: 'Customers', exact: true }).click()
  await page.getByRole('button', { name: 'Import customers…' }).click()
  await deal.dialog
    .locator('input[type=file]')
    .setInputFiles({ name: '客户.csv', mimeType: 'text/csv', buffer: Buffer.from(TABLE) })
  await expect(deal.dialog.getByLabel('Name', { exact: true })).toHaveValue('客户名称')
}

export const IMPORTS: readonly Screen[] = [
  { name: 'dialog-import-columns', open: chooseTable },
  {
    name: 'dialog-import-column-missing',
    open: async (tandem) => {
      await chooseTable(tandem)
      await tandem.deal.dialog.getByLabel('Country').selectOption('Not in the file')
      await tandem.deal.dialog.getByRole('button', { name: 'Read the file' }).click()
      await expect(tandem.deal.dialog).toContainText('Choose the column.')
    },
  },
  {
    name: 'dialog-import-rows',
    open: async (tandem) => {
      await chooseTable(tandem)
      await tandem.deal.dialog.getByRole('button', { name: 'Read the file' }).click()
      await expect(tandem.deal.dialog).toContainText('Save the refused rows')
    },
  },
  {
    name: 'dialog-undo-import',
    ground: 'first-run',
    open: async ({ page, start, shell, list, deal }) => {
      await start.begin('import')
      await deal.dialog.locator('input[type=file]').setInputFiles(SAMPLE)
      await deal.dialog.getByRole('button', { name: 'Read the file' }).click()
      await deal.dialog.getByRole('button', { name: 'Import 48 deals' }).click()
      await deal.dialog.getByRole('button', { name: 'Done' }).click()
      await shell.go('All deals')
      await list.rows
        .first()
        .getByRole('button', { name: /favorite/i })
        .click()
      await page.getByRole('button', { name: '1 finished' }).click()
      await page.getByRole('button', { name: 'Undo import' }).click()
      await expect(deal.dialog).toContainText('1 deal stays as it is')
    },
  },
]
