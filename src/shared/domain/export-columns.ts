/** Columns of an exported list, in the order they are offered. */
export const EXPORT_COLUMNS = [
  'name',
  'customerName',
  'status',
  'type',
  'direction',
  'stage',
  'percent',
  'amount',
  'currency',
  'closeDate',
  'country',
  'countryCode',
  'sender',
  'microsoft',
  'registration',
  'daysInStage',
  'partners',
  'pendingPartners',
  'favorite',
  'expiresAt',
  'createdAt',
  'updatedAt',
  'closedAt',
  'crmId',
  'campaignId',
  'referralId',
  'contactName',
  'contactPhone',
  'contactEmail',
  'team',
  'notes',
  'id',
] as const
export type ExportColumn = (typeof EXPORT_COLUMNS)[number]

/** Columns written when nobody chose: no free text, no contact data (PROMISES 5.7). */
export const USUAL_COLUMNS: readonly ExportColumn[] = [
  'name',
  'customerName',
  'status',
  'type',
  'direction',
  'stage',
  'percent',
  'amount',
  'currency',
  'closeDate',
  'country',
  'countryCode',
  'microsoft',
  'expiresAt',
  'crmId',
  'campaignId',
  'referralId',
]

/** Columns of personal data: they are written only where somebody ticked that personal data goes along (PROMISES 5.7). */
export const PERSONAL_COLUMNS: readonly ExportColumn[] = [
  'contactName',
  'contactPhone',
  'contactEmail',
  'team',
  'notes',
]

export const isPersonalColumn = (column: ExportColumn): boolean => PERSONAL_COLUMNS.includes(column)
