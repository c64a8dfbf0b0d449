import { expect } from '@playwright/test'
import type { Screen } from './screen.ts'

export const NEW_DEAL: readonly Screen[] = [
  {
    name: 'new-deal',
    main: true,
    open: async ({ shell, newDeal }) => {
      await shell.newDeal()
      await newDeal.shown()
    },
  },
  {
    name: 'new-deal-faults',
    open: async ({ page, shell, newDeal }) => {
      await shell.newDeal()
      await page.getByRole('radio', { name: /Proof of concept/ }).click()
      await page.getByRole('button', { name: 'Add a person' }).click()
      await newDeal.create()
    },
  },
  {
    name: 'new-deal-partner-faults',
    open: async ({ shell, newDeal }) => {
      await shell.newDeal()
      await newDeal.addPartner('Harbor Data')
      await newDeal.create()
      await expect(newDeal.partner(1)).toContainText('Choose the country of the new partner')
    },
  },
  {
    name: 'new-deal-calendar',
    open: async ({ page, shell }) => {
      await shell.newDeal()
      await page.getByRole('button', { name: 'Open the calendar' }).click()
      await expect(page.locator('.calendar')).toBeVisible()
    },
  },
  {
    name: 'dialog-discard-draft',
    open: async ({ page, shell, newDeal, deal }) => {
      await shell.newDeal()
      await page.getByLabel('Deal name').fill('Never mind')
      await newDeal.kept()
      await page.getByRole('button', { name: 'Discard draft' }).click()
      await expect(deal.dialog).toBeVisible()
    },
  },
]
