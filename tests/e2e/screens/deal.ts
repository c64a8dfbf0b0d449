import { expect } from '@playwright/test'
import type { Tandem } from '../support/test.ts'
import type { Screen } from './screen.ts'

async function toDeal({ shell, deal }: Tandem, name: string): Promise<void> {
  await shell.search(name)
  await deal.shown(name)
}

/** The dialog a button of a deal's page opens. */
const dialogOf = (name: string, dealName: string, button: string): Screen => ({
  name,
  open: async (tandem) => {
    await toDeal(tandem, dealName)
    await tandem.deal.button(button).first().click()
    await expect(tandem.deal.dialog).toBeVisible()
  },
})

/** The form behind an invitation, sent empty. */
const faultsOf = (name: string, invite: string): Screen => ({
  name,
  open: async (tandem) => {
    await toDeal(tandem, 'Dock scheduling')
    await tandem.deal.button(invite).click()
    await tandem.deal.dialog.getByRole('button', { name: invite }).click()
    await expect(tandem.deal.dialog).toContainText('Choose what help you need')
  },
})

const RECEIVED = 'Mill sensors to cloud'
const OPEN = 'Ward communication'

export const DEAL: readonly Screen[] = [
  { name: 'deal', main: true, open: (tandem) => toDeal(tandem, 'Warehouse telemetry on Azure') },
  { name: 'deal-received', open: (tandem) => toDeal(tandem, RECEIVED) },
  {
    name: 'deal-why-not',
    open: async (tandem) => {
      await toDeal(tandem, 'Harvest drone imagery')
      await tandem.deal.button('Won…').focus()
      await expect(tandem.page.getByText('This deal is closed')).toBeVisible()
    },
  },
  {
    name: 'deal-edit',
    open: async (tandem) => {
      await toDeal(tandem, OPEN)
      await tandem.deal.button('Edit').click()
      await expect(tandem.page.getByRole('textbox', { name: 'Deal name', exact: true })).toBeFocused()
    },
  },
  {
    name: 'deal-as-it-was',
    open: async (tandem) => {
      await toDeal(tandem, 'Warehouse telemetry on Azure')
      await tandem.page.getByRole('button', { name: /as it was then: Stage Qualified/ }).click()
      await expect(tandem.deal.button('Back to now')).toBeVisible()
    },
  },
  {
    name: 'dialog-as-it-was',
    open: async (tandem) => {
      await toDeal(tandem, OPEN)
      await tandem.deal.button('As it was on…').click()
      await expect(tandem.deal.dialog).toBeVisible()
    },
  },
  {
    name: 'deal-menu',
    open: async (tandem) => {
      await toDeal(tandem, 'Dock scheduling')
      await tandem.deal.button('More actions').click()
      await expect(tandem.page.getByRole('menuitem').first()).toBeVisible()
    },
  },
  dialogOf('dialog-accept', RECEIVED, 'Accept…'),
  dialogOf('dialog-decline', RECEIVED, 'Decline…'),
  dialogOf('dialog-won', OPEN, 'Won…'),
  dialogOf('dialog-lost', OPEN, 'Lost…'),
  dialogOf('dialog-team', OPEN, 'Edit Team'),
  dialogOf('dialog-solutions', OPEN, 'Edit Solutions'),
  faultsOf('dialog-invite-microsoft', 'Invite Microsoft'),
  faultsOf('dialog-invite-partner', 'Invite partner'),
  {
    name: 'dialog-record-answer',
    open: async (tandem) => {
      await toDeal(tandem, 'Warehouse telemetry on Azure')
      await tandem.deal.button('Record answer…').first().click()
      await tandem.deal.dialog.getByRole('button', { name: 'Record answer' }).click()
      await expect(tandem.deal.dialog).toContainText('Choose the answer')
    },
  },
]
