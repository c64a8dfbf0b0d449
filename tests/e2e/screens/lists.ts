import { expect } from '@playwright/test'
import type { Tandem } from '../support/test.ts'
import type { Screen } from './screen.ts'

async function toList(
  { shell, list }: Tandem,
  tab: 'Inbound' | 'Outbound' | 'All deals' | 'Favorites',
): Promise<void> {
  await shell.go(tab)
  await expect(list.rows.first()).toBeVisible()
}

async function chooseAll(tandem: Tandem): Promise<void> {
  await toList(tandem, 'Outbound')
  await tandem.page.getByRole('checkbox', { name: 'Choose all shown' }).click()
  await expect(tandem.page.getByRole('region', { name: 'Chosen deals' })).toBeVisible()
}

export const LISTS: readonly Screen[] = [
  { name: 'list-inbound', main: true, open: (tandem) => toList(tandem, 'Inbound') },
  { name: 'list-outbound', main: true, open: (tandem) => toList(tandem, 'Outbound') },
  { name: 'list-all', open: (tandem) => toList(tandem, 'All deals') },
  { name: 'list-favorites', open: ({ shell }) => shell.go('Favorites') },
  { name: 'list-chosen', open: chooseAll },
  {
    name: 'list-bulk-preview',
    open: async (tandem) => {
      await chooseAll(tandem)
      await tandem.page.getByRole('button', { name: 'Move to stage…' }).click()
      await tandem.page.getByRole('menuitem', { name: 'Proposed' }).click()
      await expect(tandem.deal.dialog).toContainText('cannot:')
    },
  },
  {
    name: 'list-filter',
    open: async (tandem) => {
      await toList(tandem, 'Outbound')
      await tandem.page.getByRole('button', { name: 'Filter', exact: true }).click()
    },
  },
  {
    name: 'list-filter-editor',
    open: async (tandem) => {
      await toList(tandem, 'Outbound')
      await tandem.page.getByRole('button', { name: 'Filter', exact: true }).click()
      await tandem.page.getByRole('option', { name: 'Customer' }).click()
      await expect(tandem.page.getByRole('option').nth(3)).toBeVisible()
    },
  },
  {
    name: 'list-columns',
    open: async (tandem) => {
      await toList(tandem, 'Outbound')
      await tandem.page.getByRole('button', { name: 'Columns' }).click()
    },
  },
  {
    name: 'list-view',
    ground: 'own',
    open: async (tandem) => {
      const { page, list } = tandem
      await toList(tandem, 'Outbound')
      await list.filter('Status', 'Accepted')
      await list.saveView('Running')
      await list.filter('Type', 'Private')
      await expect(page.getByRole('button', { name: 'Save changes' })).toBeVisible()
    },
  },
  {
    name: 'list-bulk-team',
    open: async (tandem) => {
      await chooseAll(tandem)
      await tandem.page.getByRole('button', { name: 'More', exact: true }).click()
      await tandem.page.getByRole('menuitem', { name: 'Set team…' }).click()
    },
  },
]
