import { expect } from '@playwright/test'
import type { Tandem } from '../support/test.ts'
import { rememberAhead } from '../support/remembered-clock.ts'
import { comeBackWarned } from '../support/warned.ts'
import type { Screen } from './screen.ts'

/** A menu of the top bar, open. */
const menuOf = (name: string, button: RegExp): Screen => ({
  name,
  open: async ({ page, shell }) => {
    await shell.go('Settings')
    await page.getByRole('banner').getByRole('button', { name: button }).click()
    await expect(page.getByRole('menuitem').first()).toBeVisible()
  },
})

/** What is done with files, from the bar of the board. */
const fileDialog = (name: string, button: string): Screen => ({
  name,
  open: async ({ page, shell, board, deal }: Tandem) => {
    await shell.go('Pipeline')
    await board.shown()
    await page.locator('.pagebar').getByRole('button', { name: button }).click()
    await expect(deal.dialog).toBeVisible()
  },
})

const DAY_MS = 86_400_000

/** The board under what is said of the clock, after it was put back by so much. */
const clockOf = (name: string, backMs: number, role: 'alert' | 'status'): Screen => ({
  name,
  ground: 'own',
  open: async ({ page, host, shell, board }) => {
    await host.restart(rememberAhead(backMs))
    await shell.go('Pipeline')
    await board.shown()
    await expect(page.getByRole(role, { name: 'The clock of this computer' })).toBeVisible()
  },
})

export const SHELL: readonly Screen[] = [
  { name: 'first-run', main: true, ground: 'first-run', open: async ({ start }) => start.shown() },
  { name: 'settings', main: true, open: ({ shell }) => shell.go('Settings') },
  {
    name: 'lost-page',
    open: async ({ page }) => {
      await page.evaluate(() => (location.hash = '#/nowhere'))
      await expect(page.getByRole('heading', { name: 'There is no such page' })).toBeVisible()
    },
  },
  {
    name: 'search-results',
    open: async ({ page, shell }) => {
      await shell.type('ware')
      await expect(page.getByRole('option', { name: 'Open deal' })).toBeVisible()
    },
  },
  {
    name: 'palette',
    open: async ({ page, shell, board }) => {
      await shell.go('Pipeline')
      await board.handle('Mill sensors to cloud').focus()
      await page.keyboard.press('Control+k')
      await page.keyboard.type('lost')
      await page.keyboard.press('Enter')
      await expect(shell.palette).toContainText('Everything else opens once the deal is accepted.')
    },
  },
  {
    name: 'palette-empty',
    open: async ({ page, shell, deal }) => {
      await shell.search('Ward communication')
      await deal.shown('Ward communication')
      await page.keyboard.press('Control+k')
      await expect(shell.palette.getByRole('group', { name: 'Ward communication' })).toBeVisible()
    },
  },
  {
    name: 'shortcuts',
    open: async ({ page, shell, board }) => {
      await shell.go('Pipeline')
      await board.shown()
      await page.keyboard.press('?')
      await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
    },
  },
  {
    name: 'settings-about',
    open: async ({ page, shell }) => {
      await shell.go('Settings')
      await page.getByRole('button', { name: 'Copy details' }).click()
      await expect(page.locator('#about').getByText('Copied', { exact: true })).toBeVisible()
    },
  },
  {
    name: 'dialog-licences',
    open: async ({ page, shell }) => {
      await shell.go('Settings')
      await page.getByRole('button', { name: 'Licences' }).click()
      await page.getByRole('combobox', { name: 'Find by name or licence' }).fill('echarts')
      await expect(page.getByRole('region', { name: 'Licence of echarts' })).toBeVisible()
    },
  },
  menuOf('menu-language', /^Language/),
  menuOf('menu-theme', /^Theme/),
  fileDialog('dialog-import', 'Import from Partner Center'),
  fileDialog('dialog-export', 'Export'),
  {
    name: 'dialog-export-sheets',
    open: async (tandem) => {
      await fileDialog('', 'Export').open(tandem)
      await tandem.deal.dialog.getByRole('radio', { name: 'Deal sheets' }).click()
      await tandem.deal.dialog.getByRole('checkbox', { name: 'With contact, team and notes' }).click()
    },
  },
  {
    name: 'dialog-deal-sheet',
    open: async ({ page, shell, deal }) => {
      await shell.search('Ward communication')
      await deal.shown('Ward communication')
      await page.getByRole('button', { name: 'More actions' }).click()
      await page.getByRole('menuitem', { name: 'Deal sheet…' }).click()
      await expect(deal.dialog).toBeVisible()
    },
  },
  clockOf('clock-held', 40 * DAY_MS, 'alert'),
  clockOf('clock-moved-back', 3_600_000, 'status'),
  {
    name: 'undo-strip',
    ground: 'own',
    open: async ({ shell, board }) => {
      await shell.go('Pipeline')
      await board.lift('Ward communication', 1)
      await board.page.keyboard.press('Space')
      await expect(shell.toast).toContainText('Undo')
    },
  },
  {
    name: 'inbox',
    ground: 'own',
    open: async ({ page, host }) => {
      await comeBackWarned(host)
      await page.getByRole('button', { name: /^Notifications: / }).click()
      await expect(page.getByRole('dialog', { name: 'Notifications' })).toContainText('Unread')
    },
  },
]
