import type { Id } from '#shared/domain/ids.ts'
import type { HostAsk } from './host-contract.ts'

/** What main tells the screens: what changed, by id, never the new state. Screens fetch again. */
export interface AppEvents {
  'deals.changed': { readonly ids: readonly Id<'deal'>[] }
  'directory.changed': Record<never, never>
  'profile.changed': Record<never, never>
  'settings.changed': Record<never, never>
  'notifications.changed': Record<never, never>
  'jobs.progressed': { readonly jobId: Id<'job'>; readonly done: number; readonly total: number | null }
  'clock.changed': Record<never, never>
  'drafts.changed': Record<never, never>
  'views.changed': Record<never, never>
  /** From a host with a window of its own: something was chosen outside of the page. */
  'host.asked': HostAsk
}

export type AppEventName = keyof AppEvents
export type AppEvent = {
  [N in AppEventName]: { readonly name: N; readonly payload: AppEvents[N] }
}[AppEventName]
