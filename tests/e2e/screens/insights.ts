import { expect } from '@playwright/test'
import type { Tandem } from '../support/test.ts'
import type { Screen } from './screen.ts'

async function toReport({ page, shell }: Tandem, tab: string): Promise<void> {
  await shell.go('Insights')
  await page.getByRole('navigation', { name: 'Reports' }).getByRole('link', { name: tab }).click()
  const region = page.getByRole('region', { name: tab, exact: true })
  await expect(region.getByRole('table').first()).toBeVisible()
  await expect(region.locator('svg').first()).toBeVisible()
}
const report = (name: string, tab: string, main = false): Screen => ({
  name: `insights-${name}`,
  main,
  open: (tandem) => toReport(tandem, tab),
})

export const INSIGHTS: readonly Screen[] = [
  report('overview', 'Overview', true),
  report('pipeline', 'Pipeline now'),
  report('forecast', 'Forecast'),
  report('outcomes', 'Outcomes', true),
  report('answer-times', 'Answer times'),
  report('reasons', 'Reasons'),
  report('campaigns', 'Campaigns'),
  report('solutions', 'Solutions'),
  report('what-changed', 'What changed', true),
  {
    name: 'insights-deals',
    open: async (tandem) => {
      await toReport(tandem, 'Forecast')
      await tandem.page.getByRole('button', { name: /^All, Deals: open/ }).click()
      await expect(
        tandem.page.getByRole('region', { name: 'All: Deals' }).getByRole('link').first(),
      ).toBeVisible()
    },
  },
  {
    name: 'insights-converted',
    open: async (tandem) => {
      await toReport(tandem, 'Pipeline now')
      await tandem.page.getByRole('button', { name: /^Converted/ }).click()
      await expect(tandem.page.getByText('not priced').first()).toBeVisible()
    },
  },
  {
    name: 'insights-how-counted',
    open: async (tandem) => {
      await toReport(tandem, 'Outcomes')
      await tandem.page.getByRole('button', { name: 'How this is counted: Outcomes' }).click()
      await expect(tandem.page.getByText('Win rate is won divided by came in')).toBeVisible()
    },
  },
  {
    name: 'insights-as-of',
    open: async (tandem) => {
      await toReport(tandem, 'What changed')
      await tandem.page.getByRole('button', { name: 'As of…' }).click()
      await expect(tandem.page.getByText('The reports as they were on')).toBeVisible()
      await expect(tandem.page.getByRole('slider')).toBeVisible()
    },
  },
  {
    name: 'insights-export',
    open: async (tandem) => {
      await toReport(tandem, 'Outcomes')
      await tandem.page.getByRole('button', { name: 'Export', exact: true }).click()
      await expect(tandem.page.getByRole('menuitem', { name: 'CSV' })).toBeVisible()
    },
  },
  {
    name: 'insights-empty',
    ground: 'first-run',
    open: async ({ page, start, shell }) => {
      await start.begin('empty')
      await shell.go('Insights')
      await expect(page.getByText('No reports yet')).toBeVisible()
    },
  },
  {
    name: 'insights-nothing-answered',
    open: async (tandem) => {
      await toReport(tandem, 'Answer times')
      const { page, deal } = tandem
      await page.getByRole('button', { name: / to .*\d{4}$/ }).click()
      await page.getByRole('menuitem', { name: 'From a day to a day' }).click()
      for (const [field, day] of ['01012020', '01312020'].entries()) {
        await deal.dialog.getByRole('spinbutton', { name: 'month' }).nth(field).click()
        await page.keyboard.type(day)
      }
      await page.keyboard.press('Control+Enter')
      await expect(page.getByText('Nothing in these days.').first()).toBeVisible()
    },
  },
  {
    name: 'dialog-days',
    open: async (tandem) => {
      const { page, deal } = tandem
      await toReport(tandem, 'Outcomes')
      await page.getByRole('button', { name: / to .*\d{4}$/ }).click()
      await page.getByRole('menuitem', { name: 'From a day to a day' }).click()
      await deal.dialog.getByRole('spinbutton', { name: 'year' }).nth(1).fill('')
      await page.keyboard.type('2090')
      await deal.dialog.getByRole('button', { name: 'Show these days' }).click()
      await expect(deal.dialog).toContainText('Choose a day up to')
    },
  },
]
