/** Sales stages and their percentages (RULEBOOK 4.1, 4.2). Facts only: who may move where is in rules/. */
export const STAGES = [
  'created',
  'accepted',
  'qualified',
  'developed',
  'proposed',
  'negotiated',
  'won',
] as const
export type Stage = (typeof STAGES)[number]

export const ASSESSMENT_STAGES = [
  'created',
  'accepted',
  'secure-customer-loe',
  'collect-data',
  'prepare-report',
  'present-to-customer',
  'won',
] as const
export type AssessmentStage = (typeof ASSESSMENT_STAGES)[number]

export type AnyStage = Stage | AssessmentStage

/** The two ladders a deal can climb. A solution assessment has its own. */
export const FAMILIES = ['standard', 'assessment'] as const
export type Family = (typeof FAMILIES)[number]

/** One rung: a stage, its percentage and its order. Created and accepted share rung 0. */
export interface Rung {
  readonly stage: AnyStage
  readonly percent: number
  readonly order: number
}

const rungs = (marked: readonly AnyStage[]): readonly Rung[] => [
  { stage: 'created', percent: 10, order: 0 },
  { stage: 'accepted', percent: 10, order: 0 },
  ...marked.map((stage, index) => ({ stage, percent: [20, 40, 60, 80][index]!, order: index + 1 })),
  { stage: 'won', percent: 100, order: 5 },
]

/** The rungs of both ladders, lowest first (RULEBOOK 4.1, 4.2). */
export const LADDERS: Record<Family, readonly Rung[]> = {
  standard: rungs(['qualified', 'developed', 'proposed', 'negotiated']),
  assessment: rungs(['secure-customer-loe', 'collect-data', 'prepare-report', 'present-to-customer']),
}

/** The stages a person marks: without created, accepted and won. */
export const markable = (family: Family): readonly Rung[] =>
  LADDERS[family].filter((rung) => rung.order > 0 && rung.order < 5)

/** The rung of a stage on a ladder; null when the stage belongs to the other one. */
export const rungOf = (family: Family, stage: AnyStage): Rung | null =>
  LADDERS[family].find((rung) => rung.stage === stage) ?? null

/** Columns of the pipeline board, left to right (CONTRACT deals.board). */
export const BOARD_COLUMNS = {
  standard: ['received', 'created', 'qualified', 'developed', 'proposed', 'negotiated', 'won', 'lost'],
  assessment: [
    'received',
    'created',
    'secure-customer-loe',
    'collect-data',
    'prepare-report',
    'present-to-customer',
    'won',
    'lost',
  ],
} as const satisfies Record<Family, readonly string[]>
export type BoardColumn = (typeof BOARD_COLUMNS)[Family][number]
