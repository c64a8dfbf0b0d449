import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { DealId } from '#shared/domain/ids.ts'

/** Where a row of deals stood. */
export type TrailPlace =
  'today' | 'inbound' | 'outbound' | 'favorites' | 'all' | 'pipeline' | 'search' | 'insights'

/** Deals in the order in which a person saw them. */
export interface TrailRow {
  readonly ids: readonly DealId[]
  /** How many there are, whether they are here yet or not. */
  readonly count: number
  /** Brings more of them; gives all that are here then. */
  readonly more?: () => Promise<readonly DealId[]>
}

/** A deal among those one came from. */
export interface Standing {
  readonly place: TrailPlace
  /** Its place among them, from 1. */
  readonly number: number
  readonly count: number
}

/**
 * The deals one came from, in the order in which they stood, so that a deal's page leads to the next and the previous.
 * The order stays as it was: what changes meanwhile does not move under one's hands.
 */
export const useTrail = defineStore('trail', () => {
  const place = shallowRef<TrailPlace>('pipeline')
  const rows = shallowRef<readonly TrailRow[]>([])
  /** The step a button was pressed for: the same button has the focus on the next page. */
  const pressed = ref<1 | -1 | null>(null)

  /** A screen says what it shows: one row of deals, or several side by side. */
  function lay(where: TrailPlace, shown: readonly TrailRow[]): void {
    place.value = where
    rows.value = shown
  }

  const rowOf = (id: DealId): TrailRow | undefined => rows.value.find(({ ids }) => ids.includes(id))

  /** Where a deal stands; null where one came to it from elsewhere. */
  function standing(id: DealId): Standing | null {
    const row = rowOf(id)
    return row ? { place: place.value, number: row.ids.indexOf(id) + 1, count: row.count } : null
  }

  /** The deal so many steps further, or back; null where there is none. */
  async function step(id: DealId, steps: 1 | -1): Promise<DealId | null> {
    const row = rowOf(id)
    if (!row) return null
    const at = row.ids.indexOf(id) + steps
    if (at < row.ids.length || row.ids.length >= row.count || !row.more) return row.ids[at] ?? null
    const ids = await row.more()
    rows.value = rows.value.map((other) => (other === row ? { ...row, ids } : other))
    return ids[at] ?? null
  }

  return { lay, standing, step, pressed }
})
