import { type Tandem, expect, sampleTest as test } from './support/test.ts'
import { comeBackWarned } from './support/warned.ts'

const bellOf = ({ page }: Tandem) => page.getByRole('button', { name: /^Notifications/ })
const inboxOf = ({ page }: Tandem) => page.getByRole('dialog', { name: 'Notifications' })

const unreadOf = async (tandem: Tandem) =>
  Number(/\d+/.exec((await bellOf(tandem).getAttribute('aria-label')) ?? '')?.[0] ?? 0)

test('what one did oneself stands in the inbox and is no news', async ({ tandem }) => {
  const { page, shell, deal } = tandem
  await shell.search('Warehouse telemetry')
  await page.getByRole('article', { name: 'Brink & Daughters' }).getByRole('button').click()
  await deal.dialog.getByRole('radio', { name: /Accepted/ }).click()
  await deal.dialog.getByRole('button', { name: 'Record answer' }).click()
  await expect(deal.dialog).toBeHidden()
  await bellOf(tandem).click()
  const told = inboxOf(tandem).getByRole('listitem').filter({ hasText: 'accepted your invitation' })
  await expect(told).toContainText('Brink & Daughters accepted your invitation.')
  await expect(told).not.toContainText('Unread')
})

test('a warning is news, leads to its deal, and is read by that', async ({ tandem: { host } }) => {
  const tandem = await comeBackWarned(host)
  const { page, deal } = tandem
  const unread = await unreadOf(tandem)
  await bellOf(tandem).focus()
  await page.keyboard.press('Enter')
  const row = inboxOf(tandem).getByRole('listitem').filter({ hasText: 'Turbine inspection vision' })
  await expect(row).toContainText('Unread')
  await row.getByRole('link').focus()
  await page.keyboard.press('Enter')
  await deal.shown('Turbine inspection vision')
  await expect(inboxOf(tandem)).toBeHidden()
  await expect.poll(() => unreadOf(tandem)).toBe(unread - 1)
})

test('all is marked as read by keyboard, and Escape gives the focus back', async ({ tandem: { host } }) => {
  const tandem = await comeBackWarned(host)
  const { page } = tandem
  const bell = bellOf(tandem)
  await bell.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Mark all read' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Mark all read' })).toBeHidden()
  await page.keyboard.press('Escape')
  await expect(bell).toBeFocused()
  await expect(bell).toHaveAccessibleName('Notifications')
})
