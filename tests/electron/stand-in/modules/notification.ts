import { EventEmitter } from 'node:events'
import type { Notification, NotificationConstructorOptions } from 'electron'
import type { StandIn } from '../stand-in.ts'

/** A message of the system: it stays until a test clicks or closes it. */
export class StandInNotification
  extends EventEmitter
  implements Pick<Notification, 'body' | 'show' | 'title'>
{
  readonly #standIn: StandIn
  readonly title: string
  readonly body: string

  constructor(standIn: StandIn, { title = '', body = '' }: NotificationConstructorOptions) {
    super()
    this.#standIn = standIn
    this.title = title
    this.body = body
  }
  show(): void {
    this.#standIn.app.mustBeReady('Notification.show')
    this.#standIn.notifications.push(this)
    this.emit('show')
  }
}

/** What `Notification` is to whoever imports it. */
export interface NotificationClass extends Pick<typeof Notification, 'isSupported'> {
  new (options?: NotificationConstructorOptions): StandInNotification
}

export const notificationClassOf = (standIn: StandIn): NotificationClass =>
  class extends StandInNotification {
    constructor(options: NotificationConstructorOptions = {}) {
      super(standIn, options)
    }
    static isSupported(): boolean {
      return standIn.showsNotifications
    }
  }
