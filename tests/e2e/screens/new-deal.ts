import { expect } from '@playwright/test'
import type { Screen } from './screen.ts'

/** Steps that are worth a look while nothing is written yet. */
const STEPS = [
  ['details', 'Details'],
  ['team', 'Team'],
  ['solutions', 'Solutions'],
  ['partners', 'Partners'],
] as const

export const NEW_DEAL: readonly Screen[] = [
  {
    name: 'new-deal',
    main: true,
    open: async ({ shell, newDeal }) => {
      await shell.newDeal()
      await newDeal.shown()
    },
  },
  ...STEPS.map(([name, step]) => ({
    name: `new-deal-${name}`,
    open: async ({ shell, newDeal }: Parameters<Screen['open']>[0]) => {
      await shell.newDeal()
      await newDeal.step(step)
    },
  })),
  {
    name: 'new-deal-faults',
    open: async ({ page, shell, newDeal }) => {
      await shell.newDeal()
      await newDeal.step('Team')
      await page.getByLabel('Member 1: Last name').fill('Silva')
      await newDeal.step('Help from Microsoft')
      await page.getByRole('radio', { name: /Proof of concept/ }).click()
      await newDeal.create()
      await expect(page.getByText('Choose a customer or add a new one.')).toBeVisible()
      // Else the button under the pointer goes on saying why it is blocked.
      await page.mouse.move(0, 0)
    },
  },
  {
    name: 'new-deal-review',
    main: true,
    open: async ({ page, shell, newDeal }) => {
      await shell.newDeal()
      await newDeal.step('Help from Microsoft')
      await page.getByRole('radio', { name: /Proof of concept/ }).click()
      await newDeal.step('Review and consent')
      await page.getByRole('button', { name: 'Create deal' }).focus()
      await expect(page.getByText('8 things are still missing')).toBeVisible()
    },
  },
  {
    name: 'new-deal-people-offered',
    open: async ({ page, shell, newDeal }) => {
      await shell.newDeal()
      await newDeal.step('Team')
      await page.keyboard.type('hel')
      await expect(page.getByRole('option', { name: /Helena/ })).toBeVisible()
    },
  },
  {
    name: 'new-deal-partner-faults',
    open: async ({ shell, newDeal }) => {
      await shell.newDeal()
      await newDeal.addPartner('Harbor Data')
      await newDeal.create()
      await newDeal.step('Partners')
      await expect(newDeal.partner(1)).toContainText('Choose the country of the new partner')
    },
  },
  {
    name: 'new-deal-calendar',
    open: async ({ page, shell, newDeal }) => {
      await shell.newDeal()
      await newDeal.step('Details')
      await page.getByRole('button', { name: 'Open the calendar' }).click()
      await expect(page.locator('.calendar')).toBeVisible()
    },
  },
  {
    name: 'dialog-discard-draft',
    open: async ({ page, shell, newDeal, deal }) => {
      await shell.newDeal()
      await newDeal.step('Details')
      await page.getByLabel('Deal name').fill('Never mind')
      await newDeal.kept()
      await page.getByRole('button', { name: 'Discard draft…' }).click()
      await expect(deal.dialog).toBeVisible()
    },
  },
]
