import type { HelpType } from '#shared/domain/deal.ts'

/** What the API calls each kind of help (RULEBOOK 6.6). */
export const HELP_CODES: Record<HelpType, string> = {
  'workload-value': 'WorkloadSpecificValueProposition',
  'technical-architecture': 'CustomerTechnicalArchitecture',
  'poc-demo': 'ProofOfConceptOrDemo',
  'quotes-licensing': 'QuotesOrLicensing',
  'post-sales': 'PostSalesCustomerSuccess',
  general: 'GeneralOrOther',
}
