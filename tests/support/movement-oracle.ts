import { MOVEMENTS, type Movement } from '#shared/domain/report.ts'
import type { ToldDeal } from './told-history.ts'

interface Between {
  readonly from: string
  readonly to: string
  /** Whether a deal fits the filters, or would without some of them. */
  readonly fits: (deal: ToldDeal, without?: 'statuses' | 'close') => boolean
  /** Whether the filters name close dates. */
  readonly window: boolean
}

const isOpen = ({ status }: ToldDeal) => status === 'received' || status === 'accepted'

/** Which deals moved how, from the deals at two moments: one sentence for each movement. */
export function expectedMovements(
  before: readonly ToldDeal[],
  after: readonly ToldDeal[],
  { from, to, fits, window }: Between,
): Record<Movement, string[]> {
  const old = new Map(before.map((deal) => [deal.id, deal]))
  const fresh = new Map(after.map((deal) => [deal.id, deal]))
  const inOpening = (id: string) => old.has(id) && isOpen(old.get(id)!) && fits(old.get(id)!)
  const inClosing = (id: string) => fresh.has(id) && isOpen(fresh.get(id)!) && fits(fresh.get(id)!)
  const ids = [...new Set([...old.keys(), ...fresh.keys()])]
  const cameAndWent = (id: string) => {
    const deal = fresh.get(id)
    if (old.has(id) || !deal || isOpen(deal)) return false
    return fits(deal, 'statuses') && !(deal.origin === 'imported' && deal.createdAt === deal.closedAt)
  }
  const ended = (status: string) =>
    ids.filter((id) => fresh.get(id)?.status === status && (inOpening(id) || cameAndWent(id)))
  const stillThere = ids.filter((id) => inOpening(id) && fresh.has(id))
  const difference = (id: string) => fresh.get(id)!.value.amount - old.get(id)!.value.amount
  const sameCurrency = (id: string) => fresh.get(id)!.value.currency === old.get(id)!.value.currency
  const joined = ids.filter((id) => old.has(id) && !inOpening(id) && inClosing(id))
  const left = stillThere.filter((id) => isOpen(fresh.get(id)!) && !inClosing(id))
  const stayed = stillThere.filter(inClosing)
  const due = (deal: ToldDeal) => deal.closeDate >= from && deal.closeDate <= to
  const wouldFit = (deal: ToldDeal) => isOpen(deal) && fits(deal, 'close')
  const movements: Record<Movement, string[]> = {
    opening: ids.filter(inOpening),
    closing: ids.filter(inClosing),
    new: ids.filter((id) => !old.has(id) && (inClosing(id) || cameAndWent(id))),
    'value-up': stillThere.filter((id) => sameCurrency(id) && difference(id) > 0),
    'value-down': stillThere.filter((id) => sameCurrency(id) && difference(id) < 0),
    'currency-changed': stillThere.filter((id) => !sameCurrency(id)),
    won: ended('won'),
    lost: ended('lost'),
    declined: ended('declined'),
    expired: ended('expired'),
    removed: ids.filter((id) => inOpening(id) && !fresh.has(id)),
    'pulled-in': window
      ? joined.filter((id) => wouldFit(old.get(id)!))
      : stayed.filter((id) => old.get(id)!.closeDate > to && due(fresh.get(id)!)),
    'moved-in': joined.filter((id) => !window || !wouldFit(old.get(id)!)),
    slipped: window
      ? left.filter((id) => wouldFit(fresh.get(id)!))
      : stayed.filter((id) => due(old.get(id)!) && fresh.get(id)!.closeDate > to),
    'moved-out': left.filter((id) => !window || !wouldFit(fresh.get(id)!)),
  }
  if (Object.keys(movements).length !== MOVEMENTS.length) throw new Error('a movement without a sentence')
  return movements
}
