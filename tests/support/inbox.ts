import type { Output } from '#shared/ipc/contract.ts'
import type { TestApplication } from './application.ts'

export type Notification = Output<'notifications.list'>['rows'][number]

/** Everything the inbox shows, newest first. */
export const inboxOf = async (app: TestApplication): Promise<readonly Notification[]> =>
  (await app.call('notifications.list', { limit: 500 })).rows

/** The kinds the inbox shows, oldest first. */
export const kindsTold = async (app: TestApplication): Promise<readonly string[]> =>
  (await inboxOf(app)).map(({ kind }) => kind).reverse()
