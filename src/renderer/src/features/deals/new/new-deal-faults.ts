import { computed, ref } from 'vue'
import type { Person } from '#shared/domain/person.ts'
import type { Refusal } from '#shared/errors.ts'
import type { DealStep } from '#shared/domain/deal-steps.ts'
import { explainRefusal } from '../../../app/explain.ts'
import { useFormat } from '../../../app/format.ts'
import { useWords } from '../../../app/words/words.ts'
import { lacksCountry } from '../form/invite-entry.ts'
import { faultyFields, personFault } from '../form/person-fault.ts'
import { amountFault, missingField, missingTitle, missingWords, partnerIndexOf } from './missing-words.ts'
import type { NewDeal } from './new-deal.ts'
import { type Steps, stepOf } from './steps.ts'
import { useWriting } from './writing.ts'

const WHOLE_CONTACT = ['firstName', 'lastName', 'phone', 'email'] as const

/** One thing the deal still needs: its step, and the field that waits for it. */
export interface MissingLine {
  readonly key: string
  /** By its name, for a list of what is missing. */
  readonly words: string
  /** As a sentence of its own. */
  readonly title: string
  readonly step: DealStep
  readonly field: string | null
}

/** What each part of the form has to say about itself: nothing before it was left, or creating was tried. */
export function useNewDealFaults({ missing, draft }: NewDeal, { left }: Pick<Steps, 'left'>) {
  const { t } = useWords()
  const format = useFormat()
  const tried = ref(false)
  const isShown = (step: DealStep): boolean => tried.value || left.has(step)
  const { isOf, ...writing } = useWriting()
  const shown = computed(() =>
    missing.value.filter((reason) => isShown(stepOf(reason)) && !isOf(reason.fix?.field)),
  )
  /** Whether anything is said of a person now. */
  const saysOf = (person: string): boolean =>
    shown.value.some(({ fix }) => fix?.field === person || fix?.field?.startsWith(`${person}.`))

  /** The rules know amounts only; what was typed instead of one is known here. */
  function say(reason: Refusal): string {
    const plain = explainRefusal(t, format.value, reason).text
    const partner = draft.partners[partnerIndexOf(reason)]
    if (reason.code === 'PARTNER_REQUIRED' && partner && lacksCountry(partner)) {
      return t('dialogs.invitePartner.countryMissing')
    }
    if (reason.code === 'CONTACT_INCOMPLETE') {
      const instead = draft.help === null ? 'leaveOut' : undefined
      return personFault(t, format.value, reason, draft.contact, instead)
    }
    return amountFault(t, reason, draft)?.text ?? plain
  }
  const lines = computed<MissingLine[]>(() =>
    missing.value.map((reason) => {
      const field = missingField(reason, draft)
      return {
        key: `${reason.code}-${field}`,
        words: missingWords(t, format.value, reason, draft),
        title: missingTitle(t, format.value, reason, draft),
        step: stepOf(reason),
        field,
      }
    }),
  )
  const ofField = (field: string): string | null => {
    const reason = shown.value.find(({ fix }) => fix?.field === field)
    return reason ? say(reason) : null
  }
  const ofStep = (step: string): Refusal[] => shown.value.filter(({ fix }) => fix?.step === step)

  const contact = computed(() =>
    shown.value.find(({ code }) => code === 'CONTACT_INCOMPLETE' || code === 'CONTACT_REQUIRED'),
  )
  const contactText = computed(() => (contact.value ? say(contact.value) : null))
  const contactFields = computed<readonly (keyof Person)[]>(() =>
    contact.value?.code === 'CONTACT_REQUIRED' ? WHOLE_CONTACT : faultyFields(contact.value),
  )
  return {
    tried,
    isShown,
    /** The focus is in a field. Of a person nobody complained of yet, nothing is said before it left them. */
    enter: (field: string | undefined) => writing.enter(field, saysOf),
    /** The focus is nowhere, or everything is to be said now. */
    leave: writing.leave,
    say,
    lines,
    ofField,
    ofStep,
    contactText,
    contactFields,
  }
}
