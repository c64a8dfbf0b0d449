import { type Ref, computed, ref } from 'vue'
import type { Row, RowGroup } from './row.ts'

/** Where one is in the palette: the first row until somebody goes elsewhere; then that row, as long as it is there. */
export function useCursor(groups: Readonly<Ref<readonly RowGroup[]>>) {
  const chosen = ref<string | null>(null)
  /** The blocked row whose reason is open, with what would mend it under it. */
  const explained = ref<string | null>(null)
  const rows = computed(() =>
    groups.value.flatMap((group) =>
      group.rows.flatMap((row) => (row.key === explained.value ? [row, ...(row.mends ?? [])] : [row])),
    ),
  )
  const active = computed<Row | undefined>(
    () => rows.value.find(({ key }) => key === chosen.value) ?? rows.value[0],
  )

  function go(row: Row | undefined): void {
    if (row) chosen.value = row.key
  }
  /** So many rows on; past the end it begins again, unless it shouldn't. */
  function step(by: number, around = true): void {
    const { length } = rows.value
    if (length === 0) return
    const to = (active.value ? rows.value.indexOf(active.value) : 0) + by
    go(rows.value[around ? (to + length) % length : Math.max(0, Math.min(length - 1, to))])
  }
  function toStart(): void {
    chosen.value = null
    explained.value = null
  }
  return { rows, active, explained, go, step, toStart }
}
