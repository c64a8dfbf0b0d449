import type { Reason } from '../../../ui/reason.ts'

/** Why a detail is locked, and what to do instead. */
export type Lock = Pick<Reason, 'text' | 'mends'>
