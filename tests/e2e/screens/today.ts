import { expect } from '@playwright/test'
import type { Tandem } from '../support/test.ts'
import type { Screen } from './screen.ts'

async function toToday({ shell, today }: Tandem): Promise<void> {
  await shell.go('Today')
  await today.shown()
}

export const TODAY: readonly Screen[] = [
  { name: 'today', main: true, open: toToday },
  {
    name: 'today-new-date',
    open: async (tandem) => {
      await toToday(tandem)
      await tandem.today.act('overdue', 'Invoice capture', 'New date…')
      await expect(tandem.deal.dialog).toContainText('When does “Invoice capture” close?')
    },
  },
  {
    name: 'today-done',
    ground: 'own',
    open: async (tandem) => {
      await toToday(tandem)
      await tandem.today.act('still', 'Store network monitoring', 'Mark as Developed')
      await expect(tandem.shell.toast).toContainText('Store network monitoring moved to Developed')
    },
  },
]
