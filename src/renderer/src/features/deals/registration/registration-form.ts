import type { Person } from '#shared/domain/person.ts'
import type { RegistrationForm } from '#shared/domain/registration.ts'
import type { DealView } from '#shared/ipc/contract/deal-views.ts'
import type { Refusal } from '#shared/errors.ts'
import type { Translate } from '../../../app/words/words.ts'

export const BLANK: Person = { firstName: '', lastName: '', phone: '', email: '' }

/** The solutions of a deal that earn an incentive, those that are reviewed first. */
export const earning = (deal: DealView): DealView['solutions'] =>
  deal.solutions
    .filter(({ incentive }) => incentive !== null)
    .sort((a, b) => Number(b.incentive === 'ip-co-sell') - Number(a.incentive === 'ip-co-sell'))

/** What a registration begins with: what was sent last, or what the deal says. The confirmation is given anew. */
export function beginForm(deal: DealView): RegistrationForm & { readonly contact: Person } {
  const sent = deal.registrationRecord?.form
  if (sent) return { ...sent, contact: sent.contact ?? BLANK, attested: false }
  const solution = earning(deal)[0]
  return {
    solutionId: solution?.id ?? null,
    contractType: 'new',
    totalValue: deal.value,
    // A part of the total where there are others; whoever fills it in knows which.
    solutionValue: deal.solutions.length === 1 ? deal.value : null,
    deployedOn: solution?.incentive === 'business-apps' ? 'other' : 'azure',
    tenant: 'customer',
    signedDate: null,
    startDate: null,
    endDate: null,
    contact: deal.team[0] ?? BLANK,
    attested: false,
  }
}

const WHYS = ['missing', 'signed-in-the-future', 'starts-before-signed', 'ends-before-start'] as const

/** What is wrong with a field of the form, in a few words. */
export function fieldFault(t: Translate, reason: Refusal | undefined): string | null {
  if (!reason) return null
  switch (reason.code) {
    case 'VALUE_REQUIRED':
      return t('registration.faults.value')
    case 'CONTRACT_VALUE':
      return t('registration.faults.above')
    case 'CONTRACT_DATES': {
      const why = WHYS.find((one) => one === reason.params['why']) ?? 'missing'
      return t(`registration.faults.${why}`)
    }
    case 'ATTESTATION_REQUIRED':
      return t('registration.faults.attest')
    default:
      return t('registration.faults.solution')
  }
}
