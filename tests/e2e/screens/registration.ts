import { expect } from '@playwright/test'
import type { Screen } from './screen.ts'

/** The registration of a deal, all its parts unfolded. */
const unfolded = (name: string, dealName: string): Screen => ({
  name,
  open: async ({ page, shell }) => {
    await shell.search(dealName)
    await expect(page.getByRole('heading', { name: 'Registration' })).toBeVisible()
    for (const folded of await page.locator('summary').all()) await folded.click()
  },
})

/** The form of the next step of a registration, sent empty. */
const faultsOf = (name: string, dealName: string, submit: string, fault: string): Screen => ({
  name,
  open: async ({ shell, deal }) => {
    await shell.search(dealName)
    await deal.lifecycle.getByRole('button').click()
    await deal.dialog.getByRole('button', { name: submit }).click()
    await expect(deal.dialog).toContainText(fault)
  },
})

export const REGISTRATION: readonly Screen[] = [
  unfolded('registration-action-required', 'Tannery quality'),
  unfolded('registration-under-review', 'Shuttle fleet'),
  unfolded('registration-to-do', 'Harvest drone'),
  unfolded('registration-not-possible', 'Inspection archive'),
  faultsOf('dialog-register', 'Harvest drone', 'Record registration', 'Choose a day'),
  faultsOf('dialog-record-outcome', 'Shuttle fleet', 'Record outcome', 'Choose the outcome'),
]
