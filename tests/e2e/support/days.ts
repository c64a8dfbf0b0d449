import type { Page } from '@playwright/test'

/** A day as it is typed in English, part by part: "01312026". */
export function daysAgo(days: number): string {
  const [year = '', month = '', day = ''] = new Date(Date.now() - days * 86_400_000)
    .toISOString()
    .slice(0, 10)
    .split('-')
  return `${month}${day}${year}`
}

/** Types a day into a date field of the dialog. */
export async function typeDay(page: Page, label: string, day: string): Promise<void> {
  const field = page.getByRole('dialog').locator('.field', { hasText: label }).last()
  await field.getByRole('spinbutton', { name: 'month' }).focus()
  await page.keyboard.type(day)
}
