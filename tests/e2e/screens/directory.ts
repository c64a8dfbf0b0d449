import { expect } from '@playwright/test'
import type { Tandem } from '../support/test.ts'
import type { Screen } from './screen.ts'

type Part = 'Solutions' | 'Partners' | 'Customers'

async function toPart({ page, shell }: Tandem, part: Part): Promise<void> {
  await shell.go('Directory')
  await page.getByRole('button', { name: part, exact: true }).click()
  await expect(page.getByRole('table', { name: part }).getByRole('row').nth(1)).toBeVisible()
}

/** The form of a new entry, sent empty. */
const faultsOf = (name: string, part: Part, button: string): Screen => ({
  name,
  open: async (tandem) => {
    await toPart(tandem, part)
    await tandem.page.getByRole('button', { name: button }).click()
    await tandem.deal.dialog.getByRole('button', { name: 'Save' }).click()
    await expect(tandem.deal.dialog).toContainText('Enter a name.')
  },
})

export const DIRECTORY: readonly Screen[] = [
  { name: 'directory-solutions', main: true, open: (tandem) => toPart(tandem, 'Solutions') },
  { name: 'directory-partners', open: (tandem) => toPart(tandem, 'Partners') },
  { name: 'directory-customers', open: (tandem) => toPart(tandem, 'Customers') },
  faultsOf('dialog-add-customer', 'Customers', 'Add a customer'),
  faultsOf('dialog-add-partner', 'Partners', 'Add a partner'),
  faultsOf('dialog-add-solution', 'Solutions', 'Add a solution'),
]
