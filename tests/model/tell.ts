import type { ModelDeal } from './model-deal.ts'

/** What the inbox is told of a deal (RULEBOOK 9), each once: a kind, and the party it is about. */
const told = (kind: string, party: string | null = null): string =>
  party === null ? kind : `${kind} ${party}`

const REVIEWS: Readonly<Record<string, string>> = {
  'deal-review': 'registration-picked',
  'action-required': 'registration-action-required',
  'final-validation': 'registration-final-validation',
  approved: 'registration-approved',
  rejected: 'registration-rejected',
}

/** What one event tells, with the deal before and after it. What we do to our own deal is nobody's news. */
export function tell(event: string, before: ModelDeal | null, after: ModelDeal): string[] {
  const changed = after.parties.filter((party) => {
    const earlier = before?.parties.find(({ id }) => id === party.id)
    return earlier?.status !== party.status
  })
  switch (event) {
    case 'created':
    case 'microsoft-invited':
    case 'partner-invited':
      return changed.map(({ id }) => told('invitation-sent', id))
    case 'received':
      return [told('deal-received')]
    case 'expired':
      return [told('deal-expired')]
    case 'party-expired':
      return changed.map(({ id }) => told('invitation-expired', id))
    case 'party-answered':
      return changed.map(({ id, status }) =>
        told(status === 'won' || status === 'lost' ? `party-${status}` : `invitation-${status}`, id),
      )
    case 'registered':
    case 'registration-reviewed':
    case 'registration-resubmitted': {
      const news = REVIEWS[after.registration!.state]
      return news ? [told(news)] : []
    }
    default:
      return []
  }
}

/** What an undo makes untrue: all of a party that is no more, and the yes of one that owes its answer again. */
export const untold = (before: ModelDeal, after: ModelDeal): string[] =>
  before.parties.flatMap(({ id, status }) => {
    const left = after.parties.find((party) => party.id === id)
    if (!left) return [id]
    return left.status === 'pending' && status !== 'pending' ? [told('invitation-accepted', id)] : []
  })

export interface ToldRow {
  readonly kind: string
  readonly party_id: string | null
  readonly at: string
  readonly params: string
}

const ABOUT_A_PARTY = /^(invitation|party)-/

const isWarning = ({ kind }: ToldRow): boolean => kind.endsWith('-expiring')

/** Warnings come only while the clock runs, and not before their day: null when all of them did. */
function faultOfWarning({ kind, at, params }: ToldRow): string | null {
  const { days, expiresAt } = JSON.parse(params) as { days: number; expiresAt: string }
  const left = Date.parse(expiresAt) - Date.parse(at)
  return left > 0 && left <= days * 86_400_000 ? null : `${kind} with ${left} ms left, ${days} days before`
}

/** Whether the inbox was told what it had to be, once: null when it was. */
export function faultInInbox(rows: readonly ToldRow[], expected: readonly string[]): string | null {
  const news = rows.filter((row) => !isWarning(row))
  const got = news.map(({ kind, party_id }) => told(kind, ABOUT_A_PARTY.test(kind) ? party_id : null)).sort()
  const wanted = [...expected].sort()
  if (got.join() !== wanted.join()) return `the inbox tells ${got.join()}, the rulebook ${wanted.join()}`
  return rows.filter(isWarning).reduce<string | null>((fault, row) => fault ?? faultOfWarning(row), null)
}
