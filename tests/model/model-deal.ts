import type { CommandInput } from '../support/deal-commands.ts'

/*
 * What a person who knows RULEBOOK.md by heart keeps in mind of a deal. Written from that document alone: nothing of
 * src/shared/rules is imported here, so that an error there cannot hide behind the same error here.
 * Instants are milliseconds since 1970.
 */

export type Kind = CommandInput['kind']
export type Of<K extends Kind> = Extract<CommandInput, { kind: K }>
export type ModelPerson = NonNullable<Of<'receive'>['contact']>

export const DAY = 86_400_000

/** A calendar day so many days after another. */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10)

/** The four stages a person marks (RULEBOOK 4.1, 4.2). */
export const STANDARD_LADDER = ['qualified', 'developed', 'proposed', 'negotiated'] as const
export const ASSESSMENT_LADDER = [
  'secure-customer-loe',
  'collect-data',
  'prepare-report',
  'present-to-customer',
] as const

export interface ModelParty {
  readonly id: string
  readonly kind: 'microsoft' | 'partner'
  /** Which entry of the directory; null for Microsoft and for whoever sent us the deal. */
  readonly partner: string | null
  readonly status: 'pending' | 'accepted' | 'declined' | 'expired' | 'won' | 'lost'
  readonly invitedAt: number
  readonly expiresAt: number | null
  readonly answeredAt: number | null
  readonly sellers: number
}

export interface ModelRegistration {
  readonly state: 'deal-review' | 'action-required' | 'final-validation' | 'approved' | 'rejected' | 'closed'
  readonly incentive: string
}

export interface ModelDeal {
  readonly id: string
  readonly version: number
  readonly direction: 'inbound' | 'outbound'
  readonly status: 'received' | 'accepted' | 'won' | 'lost' | 'declined' | 'expired'
  /** Marks above 10 %, lowest first, and when each was made; the last one is the stage, unless the deal is won. */
  readonly marked: readonly { readonly stage: string; readonly at: number }[]
  readonly assessment: boolean
  readonly name: string
  readonly amount: number
  readonly currency: string
  readonly closeDate: string
  readonly notes: string | null
  readonly crmId: string | null
  readonly campaignId: string | null
  readonly contact: ModelPerson | null
  readonly consent: boolean
  readonly team: readonly ModelPerson[]
  readonly solutions: readonly string[]
  readonly parties: readonly ModelParty[]
  readonly favorite: boolean
  readonly reason: string | null
  readonly registration: ModelRegistration | null
  readonly createdAt: number
  readonly updatedAt: number
  readonly stageSince: number
  readonly acceptedAt: number | null
  readonly closedAt: number | null
  readonly expiresAt: number | null
}

/** What a deal is judged in: the clock, our company, and the directory. */
export interface Surroundings {
  readonly now: number
  readonly today: string
  /** The date waits to be confirmed: nothing runs out, and nothing with a deadline is begun or answered (PROMISES 7.5). */
  readonly doubted: boolean
  /** Days an invitation may be answered. */
  readonly days: number
  readonly vetted: boolean
  readonly locations: ReadonlySet<string>
  readonly solutions: ReadonlyMap<string, { readonly assessment: boolean; readonly incentive: string | null }>
  /** Our own company as an entry among the partners. */
  readonly self: string
}

export const isClosed = ({ status }: Pick<ModelDeal, 'status'>): boolean =>
  status !== 'received' && status !== 'accepted'

export const microsoftOf = (deal: ModelDeal): ModelParty | undefined =>
  deal.parties.find(({ kind }) => kind === 'microsoft')

export const ladderOf = ({ assessment }: Pick<ModelDeal, 'assessment'>): readonly string[] =>
  assessment ? ASSESSMENT_LADDER : STANDARD_LADDER

/** What a deal begins on: created when it is ours, accepted when it came to us (RULEBOOK 4). */
export const firstStage = ({ direction }: Pick<ModelDeal, 'direction'>): string =>
  direction === 'outbound' ? 'created' : 'accepted'

/** Type as B1 derives it. */
export function typeOf(deal: ModelDeal): string {
  if (deal.assessment) return 'solution-assessment'
  if (microsoftOf(deal)) return 'co-sell'
  return deal.parties.length > 0 ? 'partner-to-partner' : 'private'
}

/** Stage as the screens name it; none before an inbound deal was accepted. */
export function stageOf(deal: ModelDeal): string | null {
  if (deal.status === 'won') return 'won'
  return deal.acceptedAt === null ? null : (deal.marked.at(-1)?.stage ?? firstStage(deal))
}

/** Solutions of the deal that earn an incentive (8.3, E3). */
export const earningOf = (deal: ModelDeal, { solutions }: Surroundings): readonly string[] =>
  deal.solutions.filter((id) => solutions.get(id)?.incentive)

/** When the next clock of a deal runs out; null when none is running. */
export function nextDeadline(deal: ModelDeal): number | null {
  const running = deal.parties.flatMap(({ status, expiresAt }) => (status === 'pending' ? [expiresAt] : []))
  const all = [...running, deal.status === 'received' ? deal.expiresAt : null]
  return all.reduce((least, at) => (at !== null && (least === null || at < least) ? at : least), null)
}
