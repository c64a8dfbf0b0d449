import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { type Tandem, expect, lookingTest, sampleTest, test } from './support/test.ts'

/** Serious and critical findings only, as one line each. */
async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`),
    )
}

async function inBothThemes(page: Page, what: string): Promise<void> {
  for (const theme of ['light', 'dark']) {
    await page.evaluate((value) => (document.documentElement.dataset['theme'] = value), theme)
    expect(await findings(page), `${what}, ${theme}`).toEqual([])
  }
}

const SCREENS: readonly { readonly name: string; readonly open: (tandem: Tandem) => Promise<void> }[] = [
  { name: 'board', open: ({ board }) => board.shown() },
  {
    name: 'board with a lifted card',
    open: async ({ board }) => {
      await board.lift('Order portal identity', 1)
      await expect(board.column('qualified')).toContainText('Not possible')
    },
  },
  {
    name: 'assessment board',
    open: async ({ page }) => {
      await page.getByRole('button', { name: 'Solution assessment' }).click()
      await expect(page.getByRole('heading', { name: /Collect data/ })).toBeVisible()
    },
  },
  {
    name: 'list',
    open: async ({ shell, list }) => {
      await shell.go('Inbound')
      await expect(list.rows.first()).toBeVisible()
    },
  },
  {
    name: 'list with deals chosen, and what a change would do',
    open: async ({ page, shell, list, deal }) => {
      await shell.go('Outbound')
      await expect(list.rows.first()).toBeVisible()
      await page.getByRole('checkbox', { name: 'Choose all shown' }).click()
      await expect(page.getByRole('region', { name: 'Chosen deals' })).toBeVisible()
      expect(await findings(page)).toEqual([])
      await page.getByRole('button', { name: 'Move to stage…' }).click()
      await page.getByRole('menuitem', { name: 'Proposed' }).click()
      await expect(deal.dialog).toContainText('cannot:')
    },
  },
  {
    name: 'filter form',
    open: async ({ page, shell }) => {
      await shell.go('Outbound')
      await page.getByRole('button', { name: 'Filter', exact: true }).click()
    },
  },
  {
    name: 'deal page with a reason open',
    open: async ({ page, shell, deal }) => {
      await shell.search('Harvest drone imagery')
      await deal.button('Won…').focus()
      await expect(page.getByText('This deal is closed')).toBeVisible()
    },
  },
  {
    name: 'deal page, received',
    open: async ({ shell, deal }) => {
      await shell.search('Mill sensors to cloud')
      await deal.shown('Mill sensors to cloud')
    },
  },
  {
    name: 'new deal with its faults',
    open: async ({ page, shell, newDeal }) => {
      await shell.newDeal()
      await page.getByRole('radio', { name: /Proof of concept/ }).click()
      await page.getByRole('button', { name: 'Add a person' }).click()
      await newDeal.create()
    },
  },
  {
    name: 'calendar',
    open: async ({ page, shell }) => {
      await shell.newDeal()
      await page.getByRole('button', { name: 'Open the calendar' }).click()
      await expect(page.locator('.calendar')).toBeVisible()
    },
  },
  {
    name: 'new deal with a partner and its faults',
    open: async ({ shell, newDeal }) => {
      await shell.newDeal()
      await newDeal.addPartner('Harbor Data')
      await newDeal.create()
      await expect(newDeal.partner(1)).toContainText('Choose the country of the new partner')
    },
  },
  {
    name: 'dialog Discard draft',
    open: async ({ page, shell, newDeal, deal }) => {
      await shell.newDeal()
      await page.getByLabel('Deal name').fill('Never mind')
      await newDeal.kept()
      await page.getByRole('button', { name: 'Discard draft' }).click()
      await expect(deal.dialog).toBeVisible()
    },
  },
  {
    name: 'menu of the language',
    open: async ({ page, shell }) => {
      await shell.go('Settings')
      await page.getByRole('button', { name: /^Language/ }).click()
      await expect(page.getByRole('menuitem').first()).toBeVisible()
    },
  },
  {
    name: 'menu of what else a deal allows',
    open: async ({ page, shell, deal }) => {
      await shell.search('Dock scheduling')
      await deal.button('More actions').click()
      await expect(page.getByRole('menuitem').first()).toBeVisible()
    },
  },
  ...(['Solutions', 'Partners', 'Customers'] as const).map((part) => ({
    name: `directory, ${part}`,
    open: async ({ page, shell }: Tandem) => {
      await shell.go('Directory')
      await page.getByRole('button', { name: part, exact: true }).click()
      await expect(page.getByRole('table', { name: part }).getByRole('row').nth(1)).toBeVisible()
    },
  })),
  {
    name: 'dialog Add a customer with its faults',
    open: async ({ page, shell, deal }) => {
      await shell.go('Directory')
      await page.getByRole('button', { name: 'Customers', exact: true }).click()
      await page.getByRole('button', { name: 'Add a customer' }).click()
      await deal.dialog.getByRole('button', { name: 'Save' }).click()
      await expect(deal.dialog).toContainText('Enter a name.')
    },
  },
  { name: 'settings', open: ({ shell }) => shell.go('Settings') },
  {
    name: 'search results',
    open: async ({ page }) => {
      await page.getByRole('combobox').fill('ware')
      await expect(page.getByRole('option').first()).toBeVisible()
    },
  },
  ...(['Accept…', 'Decline…'] as const).map((action) => ({
    name: `dialog ${action}`,
    open: async ({ page, shell, deal }: Tandem) => {
      await shell.search('Mill sensors to cloud')
      await page.getByRole('button', { name: action, exact: true }).click()
      await expect(deal.dialog).toBeVisible()
    },
  })),
  ...(['Won…', 'Lost…'] as const).map((action) => ({
    name: `dialog ${action}`,
    open: async ({ shell, deal }: Tandem) => {
      await shell.search('Ward communication')
      await deal.button(action).click()
      await expect(deal.dialog).toBeVisible()
    },
  })),
  ...(['Team', 'Solutions'] as const).map((what) => ({
    name: `dialog ${what}`,
    open: async ({ page, shell, deal }: Tandem) => {
      await shell.search('Ward communication')
      await page.getByRole('button', { name: `Edit ${what}` }).click()
      await expect(deal.dialog).toBeVisible()
    },
  })),
  ...(
    [
      ['Invite Microsoft…', 'Invite Microsoft'],
      ['Invite a partner…', 'Invite partner'],
    ] as const
  ).map(([item, submit]) => ({
    name: `dialog ${item} with its faults`,
    open: async ({ page, shell, deal }: Tandem) => {
      await shell.search('Dock scheduling')
      await deal.button('More actions').click()
      await page.getByRole('menuitem', { name: item }).click()
      await deal.dialog.getByRole('button', { name: submit }).click()
      await expect(deal.dialog).toContainText('Choose what help you need')
    },
  })),
  {
    name: 'dialog Record answer… with its faults',
    open: async ({ page, shell, deal }) => {
      await shell.search('Mill sensors to cloud')
      await page.getByRole('button', { name: 'Record answer…' }).first().click()
      await deal.dialog.getByRole('button', { name: 'Record answer' }).click()
      await expect(deal.dialog).toContainText('Choose the answer')
    },
  },
  ...(
    [
      ['Tannery quality', 'a registration to be corrected'],
      ['Shuttle fleet', 'a registration under review'],
      ['Harvest drone', 'a deal to be registered'],
      ['Inspection archive', 'a deal that cannot be registered'],
    ] as const
  ).map(([name, what]) => ({
    name: what,
    open: async ({ page, shell }: Tandem) => {
      await shell.search(name)
      for (const folded of await page.locator('summary').all()) await folded.click()
      await expect(page.getByRole('heading', { name: 'Registration' })).toBeVisible()
    },
  })),
  {
    name: 'dialog Register now… with its faults',
    open: async ({ shell, deal }) => {
      await shell.search('Harvest drone')
      await deal.lifecycle.getByRole('button').click()
      await deal.dialog.getByRole('button', { name: 'Submit registration' }).click()
      await expect(deal.dialog).toContainText('Choose a day')
    },
  },
  {
    name: 'dialog Record outcome… with its faults',
    open: async ({ shell, deal }) => {
      await shell.search('Shuttle fleet')
      await deal.lifecycle.getByRole('button').click()
      await deal.dialog.getByRole('button', { name: 'Record outcome' }).click()
      await expect(deal.dialog).toContainText('Choose the outcome')
    },
  },
  ...(['Import from Partner Center', 'Export'] as const).map((name) => ({
    name: `dialog ${name}`,
    open: async ({ page, deal }: Tandem) => {
      await page.locator('.pagebar').getByRole('button', { name }).click()
      await expect(deal.dialog).toBeVisible()
    },
  })),
]

for (const { name, open } of SCREENS) {
  lookingTest(`axe finds nothing serious: ${name}`, async ({ tandem }) => {
    await open(tandem)
    await inBothThemes(tandem.page, name)
  })
}

test('axe finds nothing serious: first run', async ({ tandem }) => {
  await inBothThemes(tandem.page, 'first run')
})

sampleTest('axe finds nothing serious: the inbox, with news in it', async ({ tandem }) => {
  const { page, shell, deal } = tandem
  await shell.search('Warehouse telemetry')
  await page.getByRole('article', { name: 'Brink & Daughters' }).getByRole('button').click()
  await deal.dialog.getByRole('radio', { name: /Declined/ }).click()
  await deal.dialog.getByRole('button', { name: 'Record answer' }).click()
  await page.getByRole('button', { name: 'Notifications: 1 unread' }).click()
  await expect(page.getByRole('dialog', { name: 'Notifications' })).toContainText('Unread')
  await inBothThemes(page, 'inbox')
})
