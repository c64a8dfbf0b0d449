import { type App, inject, onScopeDispose } from 'vue'
import type { InjectionKey } from 'vue'
import type { AppEventName, AppEvents } from '#shared/ipc/events.ts'
import type { Client } from './client.ts'

const KEY: InjectionKey<Client> = Symbol('client')

/** Gives every screen of an application its client. */
export const provideClient = (app: App, client: Client): void => void app.provide(KEY, client)

/** The client of the contract. */
export function useClient(): Client {
  const client = inject(KEY)
  if (!client) throw new Error('no client was provided')
  return client
}

/** Hears events for as long as the component lives. */
export function useAppEvent<N extends AppEventName>(
  name: N,
  listener: (payload: AppEvents[N]) => void,
): void {
  onScopeDispose(useClient().on(name, listener))
}
