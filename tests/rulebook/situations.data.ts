/**
 * Every situation a deal can be in, as facts: type × direction × status × stage, what the other parties answered, what
 * the deal earns and where its registration stands. Written down from RULEBOOK 3 to 8; nothing here asks the rules.
 */
export type Answered = 'pending' | 'accepted' | 'declined' | 'expired' | 'won' | 'lost'
export type StandardStage = 'created' | 'accepted' | 'qualified' | 'developed' | 'proposed' | 'negotiated'
export type AssessmentStage =
  'created' | 'accepted' | 'secure-customer-loe' | 'collect-data' | 'prepare-report' | 'present-to-customer'

export interface Situation {
  readonly type: 'private' | 'partner-to-partner' | 'co-sell' | 'solution-assessment'
  readonly direction: 'inbound' | 'outbound'
  readonly status: 'received' | 'accepted' | 'won' | 'lost' | 'declined' | 'expired'
  /** The stage it stands on; of a closed deal the last one before it was closed. Null: never accepted. */
  readonly stage: StandardStage | AssessmentStage | null
  /** What the Microsoft party answered; null: there is none. */
  readonly microsoft: Answered | null
  /** What the partner party answered; null: there is none. */
  readonly partner: Answered | null
  /** Which incentive the deal's solution earns. */
  readonly earns: 'ip-co-sell' | 'business-apps' | null
  readonly registration:
    'deal-review' | 'action-required' | 'final-validation' | 'approved' | 'rejected' | 'closed' | null
}

const STANDARD = ['qualified', 'developed', 'proposed', 'negotiated'] as const
const ASSESSMENT = ['secure-customer-loe', 'collect-data', 'prepare-report', 'present-to-customer'] as const

const nobody = { microsoft: null, partner: null, earns: null, registration: null } as const
type More = Partial<Situation>

const own = (type: Situation['type'], more: More = {}): Situation => ({
  type,
  direction: 'outbound',
  status: 'accepted',
  stage: 'created',
  ...nobody,
  ...(type === 'co-sell' ? { microsoft: 'pending' } : {}),
  ...(type === 'partner-to-partner' ? { partner: 'pending' } : {}),
  ...more,
})

/** Sent by Microsoft, or by a partner: the sender is a party that has accepted (CONTRACT). */
const inbound = (type: Situation['type'], more: More = {}): Situation => ({
  type,
  direction: 'inbound',
  status: 'accepted',
  stage: 'accepted',
  ...nobody,
  ...(type === 'partner-to-partner' ? { partner: 'accepted' } : { microsoft: 'accepted' }),
  ...more,
})

const ladder = (type: Situation['type']) => (type === 'solution-assessment' ? ASSESSMENT : STANDARD)

/** Our own deals: running on every stage, won, and lost at the first and at a later stage. */
const ownLife = (type: Situation['type'], more: More = {}): Situation[] => [
  own(type, more),
  ...ladder(type).map((stage) => own(type, { ...more, stage })),
  own(type, { ...more, status: 'won', stage: ladder(type)[3] }),
  own(type, { ...more, status: 'lost' }),
  own(type, { ...more, status: 'lost', stage: ladder(type)[1] }),
]

/** Deals sent to us: unanswered, running on every stage, and every end. */
const inboundLife = (type: Situation['type']): Situation[] => [
  inbound(type, { status: 'received', stage: null }),
  inbound(type),
  ...ladder(type).map((stage) => inbound(type, { stage })),
  inbound(type, { status: 'won', stage: ladder(type)[3] }),
  inbound(type, { status: 'lost' }),
  inbound(type, { status: 'declined', stage: null }),
  inbound(type, { status: 'expired', stage: null }),
]

const ANSWERS = ['accepted', 'declined', 'expired', 'won', 'lost'] as const
const ip = { earns: 'ip-co-sell', microsoft: 'accepted' } as const
const apps = { earns: 'business-apps', microsoft: 'accepted' } as const
const won = { status: 'won' } as const

export const SITUATIONS: readonly Situation[] = [
  ...ownLife('private'),
  own('private', won),
  own('private', { ...won, earns: 'ip-co-sell' }),

  ...ownLife('partner-to-partner'),
  ...ANSWERS.map((partner) => own('partner-to-partner', { partner })),
  own('partner-to-partner', { ...won, partner: 'accepted', earns: 'ip-co-sell' }),
  own('partner-to-partner', { status: 'lost', partner: 'declined' }),

  ...ownLife('co-sell'),
  ...STANDARD.map((stage) => own('co-sell', { stage, microsoft: 'accepted' })),
  ...ANSWERS.map((microsoft) => own('co-sell', { microsoft })),
  own('co-sell', { partner: 'pending' }),
  own('co-sell', { microsoft: 'accepted', partner: 'accepted' }),
  own('co-sell', { microsoft: 'expired', partner: 'expired' }),
  own('co-sell', { microsoft: 'declined', partner: 'declined' }),
  own('co-sell', { status: 'lost', microsoft: 'accepted' }),

  ...inboundLife('co-sell'),
  ...inboundLife('partner-to-partner'),
  ...inboundLife('solution-assessment'),
  ...ownLife('solution-assessment'),

  // Registration (8.3): what was earned, what Microsoft said, and how far it has come.
  own('co-sell', ip),
  own('co-sell', { ...won, earns: 'ip-co-sell' }),
  ...ANSWERS.map((microsoft) => own('co-sell', { ...won, earns: 'ip-co-sell', microsoft })),
  own('co-sell', { ...won, microsoft: 'accepted' }),
  own('co-sell', { status: 'lost', ...ip }),
  own('co-sell', { ...won, ...ip, partner: 'accepted' }),
  inbound('co-sell', { ...won, ...ip }),
  own('co-sell', { ...won, ...ip, registration: 'deal-review' }),
  own('co-sell', { ...won, ...ip, registration: 'action-required' }),
  own('co-sell', { ...won, ...ip, registration: 'final-validation' }),
  own('co-sell', { ...won, ...ip, registration: 'approved' }),
  own('co-sell', { ...won, ...ip, registration: 'rejected' }),
  inbound('co-sell', { ...won, ...ip, registration: 'deal-review' }),
  own('co-sell', { ...won, ...apps }),
  own('co-sell', { ...won, ...apps, registration: 'closed' }),
]

/** What a passed deadline makes of it (B6, D5, P4): read by the time cases, one row for each clock. */
export const AT_DEADLINE = {
  status: { received: 'expired' },
  microsoft: { pending: 'expired' },
  partner: { pending: 'expired' },
} as const

/** How a situation is told in a message. */
export const nameOf = (situation: Situation): string =>
  [
    situation.direction,
    situation.type,
    situation.status,
    situation.stage ?? '-',
    situation.microsoft && `Microsoft ${situation.microsoft}`,
    situation.partner && `partner ${situation.partner}`,
    situation.earns,
    situation.registration,
  ]
    .filter((part) => part)
    .join(' · ')
