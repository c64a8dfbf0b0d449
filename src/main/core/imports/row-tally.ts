import type { ImportRowView } from '#shared/ipc/contract/exchange.ts'

/** Rows shown in a preview: refused ones first, then those that change something. */
const SHOWN = 300

/** What a preview counts and shows. */
export class RowTally {
  readonly counts = { create: 0, update: 0, unchanged: 0, refused: 0 }
  rows = 0
  readable = 0
  warnings = 0
  readonly #shown: Record<ImportRowView['verdict'], ImportRowView[]> = {
    refused: [],
    update: [],
    create: [],
    unchanged: [],
  }

  add(row: ImportRowView, readable: boolean): void {
    this.rows += 1
    if (readable) this.readable += 1
    this.counts[row.verdict] += 1
    this.warnings += row.warnings.length
    const shown = this.#shown[row.verdict]
    if (shown.length < SHOWN) shown.push(row)
  }

  sample(): ImportRowView[] {
    const { refused, update, create, unchanged } = this.#shown
    return [...refused, ...update, ...create, ...unchanged].slice(0, SHOWN)
  }
}
