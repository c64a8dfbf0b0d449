/** Everything that may cross the boundary between main and screens: plain JSON, nothing else. */
export type Json =
  string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined }

/** Codes of the one error envelope (CONTRACT, "The envelope"). */
export const ERROR_CODES = [
  'INVALID_INPUT',
  'REFUSED',
  'CONFLICT',
  'NOT_FOUND',
  'CLOCK_UNCERTAIN',
  'READ_ONLY',
  'BUSY',
  'CANCELLED',
  'INTERNAL',
] as const
export type ErrorCode = (typeof ERROR_CODES)[number]

/** Reasons why the rulebook refuses an action (CONTRACT, "The envelope"). */
export const REFUSAL_CODES = [
  'DEAL_TERMINAL',
  'NOT_ACTIVE',
  'NOT_RECEIVED',
  'INVITATION_EXPIRED',
  'INBOUND_CANNOT_INVITE_PARTNER',
  'INBOUND_CANNOT_INVITE_MICROSOFT',
  'MICROSOFT_ALREADY_INVITED',
  'PARTNER_ALREADY_INVITED',
  'PARTNER_IS_SELF',
  'PARTNER_REQUIRED',
  'HELP_REQUIRED',
  'SA_NO_INVITATIONS',
  'CONTACT_REQUIRED',
  'CONTACT_INCOMPLETE',
  'CONSENT_REQUIRED',
  'NAME_REQUIRED',
  'VALUE_REQUIRED',
  'CLOSE_DATE_REQUIRED',
  'CLOSE_DATE_PAST',
  'CUSTOMER_REQUIRED',
  'TEAM_REQUIRED',
  'TEAM_MEMBER_INCOMPLETE',
  'SOLUTION_REQUIRED',
  'ASSESSMENT_EXACTLY_ONE',
  'ASSESSMENT_EXCLUDES_OTHERS',
  'LOCATION_REQUIRED',
  'NOT_ELIGIBLE_FOR_ASSESSMENT',
  'REASON_REQUIRED',
  'NOTES_REQUIRED',
  'STAGE_NOT_AHEAD',
  'STAGE_NOT_BEHIND',
  'STAGE_NOT_NEXT',
  'ASSESSMENT_STAGES_OPEN',
  'FIELD_LOCKED',
  'LAST_MEMBER',
  'LAST_SOLUTION',
  'TOO_MANY',
  'PARTY_NOT_PENDING',
  'PARTY_NOT_ACCEPTED',
  'NOT_WON',
  'MICROSOFT_NOT_INVITED',
  'MICROSOFT_NOT_ACCEPTED',
  'NO_INCENTIVE_SOLUTION',
  'PRIVATE_NOT_REGISTRABLE',
  'SA_NOT_REGISTRABLE',
  'REGISTRATION_STATE',
  'CONTRACT_DATES',
  'CONTRACT_VALUE',
  'ATTESTATION_REQUIRED',
  'NOT_UNDOABLE',
  'ALREADY_UNDONE',
  'UNDO_OVERTAKEN',
  'CLOCK_UNCERTAIN',
] as const
export type RefusalCode = (typeof REFUSAL_CODES)[number]

/** Where a refusal can be mended: a step or field of a form, or another action. */
export interface Fix {
  readonly step?: string
  readonly field?: string
  readonly action?: string
}

/** One reason why an action is refused, with what the words on screen need and what would mend it. */
export interface Refusal {
  readonly code: RefusalCode
  readonly params: { readonly [key: string]: Json }
  readonly fix: Fix | null
}

/** One fault of an input, by its path ("command.value.amount"). */
export interface InputIssue {
  readonly path: string
  readonly message: string
}

/** What each error code carries: facts for the screen, never prose. */
export interface ErrorDetails {
  INVALID_INPUT: { readonly issues: readonly InputIssue[] }
  REFUSED: { readonly reasons: readonly Refusal[] }
  CONFLICT: { readonly expected: number; readonly actual: number }
  NOT_FOUND: { readonly what: string; readonly id: string | null }
  CLOCK_UNCERTAIN: { readonly since: string; readonly why: string }
  READ_ONLY: { readonly why: string }
  BUSY: { readonly what: string }
  CANCELLED: { readonly what: string }
  INTERNAL: { readonly reference: string }
}

/** The error half of the envelope. */
export type ErrorShape = {
  readonly [C in ErrorCode]: { readonly code: C; readonly details: ErrorDetails[C] }
}[ErrorCode]

/** The one envelope of both hosts: a value, or an error the screens have words for. */
export type Envelope<T = Json> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: ErrorShape }

/** The one class services throw. Dispatch turns it into an {@link ErrorShape}; anything else is INTERNAL. */
export class AppError<C extends ErrorCode = ErrorCode> extends Error {
  readonly code: C
  readonly details: ErrorDetails[C]

  constructor(code: C, details: ErrorDetails[C]) {
    super(code)
    this.name = 'AppError'
    this.code = code
    this.details = details
  }

  /** The error as it crosses the boundary. */
  toShape(): ErrorShape {
    return { code: this.code, details: this.details } as unknown as ErrorShape
  }
}

/** Shorthand for an INVALID_INPUT with one issue. */
export const invalidInput = (path: string, message: string): AppError<'INVALID_INPUT'> =>
  new AppError('INVALID_INPUT', { issues: [{ path, message }] })

/** Shorthand for a NOT_FOUND. */
export const notFound = (what: string, id: string | null): AppError<'NOT_FOUND'> =>
  new AppError('NOT_FOUND', { what, id })
