import { LABELS } from '#shared/words/labels.ts'
import { HELP_TYPES, type HelpType, REASONS, type Reason } from '#shared/domain/deal.ts'

/** Columns of Partner Center's bulk CSV we understand, by their header (RULEBOOK 12, CONTRACT "Partner Center files"). */
export const COLUMN = {
  errors: 'Errors',
  engagementId: 'Engagement ID',
  referralId: 'Referral ID',
  name: 'Deal Name',
  customerName: 'Customer Name',
  addressLine1: 'Customer Address Line 1',
  addressLine2: 'Customer Address Line 2',
  city: 'Customer City',
  state: 'Customer State',
  postalCode: 'Customer Postal code',
  country: 'Customer Country',
  duns: 'Customer D-U-N-S ID',
  contactFirstName: 'Customer Contact First Name',
  contactLastName: 'Customer Contact Last Name',
  contactPhone: 'Customer Contact Phone number',
  contactEmail: 'Customer Contact Email Address',
  status: 'Partner Referral Status',
  substatus: 'Partner Referral Substatus',
  microsoftStatus: 'Microsoft Referral Status',
  reason: 'Declined/Lost reason',
  stage: 'Sales Stage',
  value: 'Estimated Deal Value',
  currency: 'Currency',
  closeDate: 'Estimated Close Date',
  crmId: 'CRM ID',
  campaignId: 'Marketing Campaign ID',
  notes: 'Notes',
  helpRequired: 'Microsoft help required?',
  help: 'What specific help from Microsoft?',
  helpNotes: 'Notes to Microsoft',
  consent: 'Consent to share Customer/Partner contact',
} as const
export type ColumnKey = keyof typeof COLUMN

/** Not of our model, so kept as it came; it has its place in the header all the same. */
export const SHARE_COLUMN = 'Share with Microsoft sales team'

/** The header of Partner Center's file in its order, but for solutions and team members, which are as many as needed. */
export const FIXED_HEADER: readonly string[] = Object.values(COLUMN).flatMap((column) =>
  column === COLUMN.helpNotes ? [SHARE_COLUMN, column] : [column],
)
/** Columns the sample of Partner Center has for each, needed or not. */
export const LEAST_SOLUTION_COLUMNS = 3
export const LEAST_TEAM_COLUMNS = 2

/** Without these a file is not a Partner Center deal file. */
export const REQUIRED_COLUMNS: readonly string[] = [
  COLUMN.referralId,
  COLUMN.name,
  COLUMN.customerName,
  COLUMN.country,
  COLUMN.status,
  COLUMN.substatus,
  COLUMN.value,
  COLUMN.currency,
  COLUMN.closeDate,
]

export const isSolutionColumn = (header: string): boolean => /^Solution \d+$/i.test(header)
export const isTeamColumn = (header: string): boolean => /^Team member \d+$/i.test(header)

const modelled: ReadonlySet<string> = new Set(Object.values(COLUMN))

/** A column of a later year or of nobody we know: kept verbatim (RULEBOOK B11). */
export const isExtraColumn = (header: string): boolean =>
  !modelled.has(header) && !isSolutionColumn(header) && !isTeamColumn(header)

/** Help by its CSV number 1 to 6 (RULEBOOK 6.6). */
export const helpOfCode = (code: string): HelpType | null => HELP_TYPES[Number(code) - 1] ?? null

const folded = (text: string): string => text.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase()
const REASON_NAMES: ReadonlyMap<string, Reason> = new Map([
  ['others', 'other'],
  ...Object.values(LABELS).flatMap(({ reason }) =>
    REASONS.map((code) => [folded(reason[code]), code] as const),
  ),
])

/** Reason by its number 1 to 8 or by its name in English or Chinese (RULEBOOK 7.1); null for any other text. */
export const reasonOf = (text: string): Reason | null =>
  REASONS[Number(text) - 1] ?? REASON_NAMES.get(folded(text)) ?? null

/** The CSV number of a kind of help. */
export const codeOfHelp = (help: HelpType): string => String(HELP_TYPES.indexOf(help) + 1)

/** The CSV number of a reason. */
export const codeOfReason = (reason: Reason): string => String(REASONS.indexOf(reason) + 1)

/** The name of a reason where a file has room for words. */
export const nameOfReason = (reason: Reason): string => LABELS.en.reason[reason]
