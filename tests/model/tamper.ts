import { appendByHand } from '../support/raw-events.ts'
import { type ModelDeal, isClosed } from './model-deal.ts'
import type { World } from './world.ts'

const CHANGES = [
  `status = 'accepted', closed_at = NULL`,
  `name = name || '!'`,
  'value_amount = value_amount + 1',
  `close_date = '2001-01-01'`,
  `closed_at = '2001-01-01T00:00:00.000Z'`,
  `stage = 'developed', percent = 33`,
  `state = json_set(state, '$.status', 'accepted')`,
  `state = json_set(state, '$.name', 'tampered')`,
] as const

/**
 * Writes to a row past the application: refused without an event, and on a closed deal even with one (B7).
 * Gives what was wrong; null when the database held.
 */
export function tamper({ app }: World, deal: ModelDeal, which: number): string | null {
  const { raw } = app.core.writer
  const change = CHANGES[which % CHANGES.length]!
  const forged = isClosed(deal)
  raw.exec('SAVEPOINT tampering')
  try {
    const version = forged ? appendByHand(raw, deal.id) : deal.version
    raw.prepare(`UPDATE deals SET version = ?, ${change} WHERE id = ?`).run(version, deal.id)
    return `the database took "${change}" on a deal that is ${deal.status}`
  } catch (error) {
    const told = error instanceof Error ? error.message : String(error)
    const wanted = forged ? 'DEAL_TERMINAL' : 'NO_EVENT_FOR_THIS_VERSION'
    // A row whose status and closing do not agree is refused by its own constraint as well.
    return told === wanted || /^CHECK constraint/.test(told)
      ? null
      : `the database said ${told}, not ${wanted}`
  } finally {
    raw.exec('ROLLBACK TO tampering')
    raw.exec('RELEASE tampering')
  }
}
