import { expect } from '@playwright/test'
import type { Tandem } from '../support/test.ts'
import type { Screen } from './screen.ts'

async function toBoard({ shell, board }: Tandem): Promise<void> {
  await shell.go('Pipeline')
  await board.shown()
}

export const BOARD: readonly Screen[] = [
  { name: 'board', main: true, open: toBoard },
  {
    name: 'board-lifted',
    open: async (tandem) => {
      await toBoard(tandem)
      await tandem.board.lift('Order portal identity', 1)
      await expect(tandem.board.column('qualified')).toContainText('Not possible')
    },
  },
  {
    name: 'board-assessment',
    main: true,
    open: async (tandem) => {
      await toBoard(tandem)
      await tandem.page.getByRole('button', { name: 'Solution assessment' }).click()
      await expect(tandem.page.getByRole('heading', { name: /Collect data/ })).toBeVisible()
    },
  },
  {
    name: 'board-as-it-was',
    main: true,
    open: async (tandem) => {
      await toBoard(tandem)
      await tandem.board.lookBack()
    },
  },
  {
    name: 'board-as-it-was-menu',
    open: async (tandem) => {
      await toBoard(tandem)
      await tandem.board.lookBack()
      const card = tandem.page.locator('[data-deal]').first()
      await card.hover()
      await card.locator('.more').click()
      await expect(tandem.page.getByRole('menuitem', { name: /^Move/ })).toBeVisible()
    },
  },
  {
    name: 'board-card-menu',
    open: async (tandem) => {
      await toBoard(tandem)
      const card = tandem.board.card('Order portal identity')
      await card.hover()
      await card.locator('.more').click()
      await expect(tandem.page.getByRole('menuitem').first()).toBeVisible()
    },
  },
]
