import { computed } from 'vue'
import { fullName } from '#shared/domain/person.ts'
import type { TimelineEntry } from '#shared/ipc/contract/deal-views.ts'
import { useApplication } from '../../../app/application.store.ts'

/** Whether the person at this laptop did it: not the schedule, a file, the sample, or who used this laptop before. */
export function useOwnEvents(): (entry: Pick<TimelineEntry, 'origin' | 'actor'>) => boolean {
  const application = useApplication()
  const me = computed(() => (application.profile ? fullName(application.profile.user) : null))
  return ({ origin, actor }) =>
    (origin === 'person' || origin.startsWith('bulk:')) &&
    (actor === null || me.value === null || actor === me.value)
}
