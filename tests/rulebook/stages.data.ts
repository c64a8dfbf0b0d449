/**
 * Which stage can be marked or corrected to from where (RULEBOOK 4.1, 4.2, B2, B3), on deals that run.
 * m: can be marked. c: can be corrected to. a: refused, not ahead (and not behind). n: refused, not the next one (and not
 * behind). b: refused, not ahead (and not behind: only the last mark of an assessment is taken back).
 */
export const TARGETS = [
  'created',
  'accepted',
  'qualified',
  'developed',
  'proposed',
  'negotiated',
  'secure-customer-loe',
  'collect-data',
  'prepare-report',
  'present-to-customer',
  'won',
] as const

//                       cre acc qua dev pro neg loe dat rep pre won
export const GRID = {
  standard: {
    created: /*       */ 'a   a   m   m   m   m   n   n   n   n   n',
    accepted: /*      */ 'a   a   m   m   m   m   n   n   n   n   n',
    qualified: /*     */ 'c   c   a   m   m   m   n   n   n   n   n',
    developed: /*     */ 'c   c   c   a   m   m   n   n   n   n   n',
    proposed: /*      */ 'c   c   c   c   a   m   n   n   n   n   n',
    negotiated: /*    */ 'c   c   c   c   c   a   n   n   n   n   n',
  },
  assessment: {
    created: /*             */ 'a   a   n   n   n   n   m   n   n   n   n',
    accepted: /*            */ 'a   a   n   n   n   n   m   n   n   n   n',
    'secure-customer-loe': /**/ 'c   c   n   n   n   n   a   m   n   n   n',
    'collect-data': /*      */ 'b   b   n   n   n   n   c   a   m   n   n',
    'prepare-report': /*    */ 'b   b   n   n   n   n   b   c   a   m   n',
    'present-to-customer': /**/ 'b   b   n   n   n   n   b   b   c   a   n',
  },
} as const

/** What each letter refuses; null: allowed. A stage that can be corrected to lies behind, so it cannot be marked. */
export const LETTERS = {
  m: { mark: null, correct: 'STAGE_NOT_BEHIND' },
  c: { mark: 'STAGE_NOT_AHEAD', correct: null },
  a: { mark: 'STAGE_NOT_AHEAD', correct: 'STAGE_NOT_BEHIND' },
  b: { mark: 'STAGE_NOT_AHEAD', correct: 'STAGE_NOT_BEHIND' },
  n: { mark: 'STAGE_NOT_NEXT', correct: 'STAGE_NOT_BEHIND' },
} as const
