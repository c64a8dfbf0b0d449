import { type ComputedRef, computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import type { Instant } from '#shared/domain/time.ts'
import { useNow } from '../../../app/now.ts'
import { readMoment } from './moment.ts'

/** The moment of the past a screen is looked at; it stands in the address, so a reload and the browser's back keep it. */
export interface Moment {
  readonly moment: ComputedRef<Instant | null>
  /** Looks at a moment; null: at now. `replace`: the moment before is nothing to come back to. */
  readonly go: (at: Instant | null, replace?: boolean) => Promise<void>
}

export function useMoment(): Moment {
  const route = useRoute()
  const router = useRouter()
  const now = useNow()
  const moment = computed(() => readMoment(route.query['asOf'], now.value))
  async function go(at: Instant | null, replace = false): Promise<void> {
    const { asOf: _before, ...rest } = route.query
    const to = { path: route.path, query: at === null ? rest : { ...rest, asOf: at } }
    await (replace ? router.replace(to) : router.push(to))
  }
  return { moment, go }
}

/** An address at a moment; null: now. */
export const addressAt = (path: string, moment: Instant | null) =>
  moment === null ? { path } : { path, query: { asOf: moment } }
