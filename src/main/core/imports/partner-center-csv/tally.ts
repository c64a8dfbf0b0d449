import type { ImportRowView } from '#shared/ipc/contract/exchange.ts'
import type { RowCode } from '#shared/ipc/contract/import-codes.ts'
import type { Line } from './parse.ts'
import type { RowPlan } from './plan.ts'
import type { PartnerCenterRow } from './row.ts'

/** Rows shown in a preview: refused ones first, then those that look like another deal, then those that change something. */
const SHOWN = 300

const ALIKE: ReadonlySet<RowCode> = new Set(['LOOKS_LIKE_DEAL', 'LOOKS_LIKE_ROW'])

/** What a preview counts and shows. */
export class Tally {
  readonly counts = { create: 0, update: 0, unchanged: 0, refused: 0 }
  rows = 0
  readable = 0
  warnings = 0
  duplicates = 0
  readonly #shown: Record<RowPlan['verdict'] | 'alike', ImportRowView[]> = {
    refused: [],
    alike: [],
    update: [],
    create: [],
    unchanged: [],
  }

  add(line: Line, row: PartnerCenterRow | null, plan: RowPlan): void {
    this.rows += 1
    if (row) this.readable += 1
    this.counts[plan.verdict] += 1
    this.warnings += plan.warnings.length
    const isAlike = plan.warnings.some(({ code }) => ALIKE.has(code))
    if (isAlike) this.duplicates += 1
    const shown = this.#shown[isAlike ? 'alike' : plan.verdict]
    if (shown.length >= SHOWN) return
    shown.push({
      line: line.line,
      referralId: row?.referralId ?? line.cells.get('Referral ID') ?? '',
      name: row?.name ?? line.cells.get('Deal Name') ?? '',
      customerName: row?.customer.name ?? line.cells.get('Customer Name') ?? '',
      verdict: plan.verdict,
      reasons: [...plan.reasons],
      warnings: [...plan.warnings],
      changes: [...plan.changes],
    })
  }

  sample(): ImportRowView[] {
    const { refused, alike, update, create, unchanged } = this.#shown
    return [...refused, ...alike, ...update, ...create, ...unchanged].slice(0, SHOWN)
  }
}
