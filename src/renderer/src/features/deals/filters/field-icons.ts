import type { FilterField } from '#shared/telling/deals/filter-fields.ts'
import type { IconName } from '../../../ui/icons.ts'

/** The glyph of each field that deals are filtered by. */
export const FIELD_ICONS: Readonly<Record<FilterField, IconName>> = {
  status: 'accepted',
  type: 'co-sell',
  stage: 'pipeline',
  close: 'expired',
  value: 'file',
  customer: 'user',
  solution: 'assessment',
  country: 'info',
  microsoft: 'pending',
  expiring: 'expired',
  registration: 'check',
  campaign: 'file',
  text: 'search',
}
