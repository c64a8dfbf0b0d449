import { computed, ref } from 'vue'
import type { Person } from '#shared/domain/person.ts'
import type { Refusal } from '#shared/errors.ts'
import { explainRefusal } from '../../../app/explain.ts'
import { useFormat } from '../../../app/format.ts'
import { useWords } from '../../../app/words/words.ts'
import { moneyOf, unreadableOf } from '../../../ui/form/typed-money.ts'
import { lacksCountry, partnerNameOf } from '../form/invite-entry.ts'
import { faultyFields, personFault } from '../form/person-fault.ts'
import type { NewDeal } from './new-deal.ts'

const WHOLE_CONTACT = ['firstName', 'lastName', 'phone', 'email'] as const

/** One thing the deal still needs, and the field that waits for it. */
export interface MissingLine {
  readonly key: string
  readonly words: string
  readonly field: string | null
}

/** Which of the invitations a reason speaks of; NaN for none. */
const partnerIndexOf = ({ fix }: Refusal): number =>
  Number(/^partners\.(\d+)\./.exec(fix?.field ?? '')?.[1] ?? NaN)

/** What each part of the form has to say about itself: nothing before creating was tried. */
export function useNewDealFaults({ missing, draft }: NewDeal) {
  const { t } = useWords()
  const format = useFormat()
  const tried = ref(false)
  const shown = computed(() => (tried.value ? missing.value : []))

  /** The rules know amounts only; what was typed instead of one is known here. */
  function explain(reason: Refusal): { readonly title: string; readonly text: string } {
    const plain = explainRefusal(t, format.value, reason)
    const partner = draft.partners[partnerIndexOf(reason)]
    if (reason.code === 'VALUE_REQUIRED') {
      const typed = partner?.value ?? draft.value
      const text = unreadableOf(typed)
      if (text !== null) {
        return { title: t('newDeal.value.unreadableTitle'), text: t('newDeal.value.unreadable', { text }) }
      }
      return moneyOf(typed) ? { ...plain, title: t('newDeal.value.notPositive') } : plain
    }
    if (reason.code === 'PARTNER_REQUIRED' && partner && lacksCountry(partner)) {
      const title = t('dialogs.invitePartner.countryMissing')
      return { title, text: title }
    }
    if (reason.code === 'CONTACT_INCOMPLETE') {
      const instead = draft.help === null ? 'leaveOut' : undefined
      return { ...plain, text: personFault(t, format.value, reason, draft.contact, instead) }
    }
    return plain
  }
  const say = (reason: Refusal): string => explain(reason).text

  /** Of several partners, a line says which one it speaks of. */
  function wordsOf(reason: Refusal): string {
    const { title } = explain(reason)
    const index = partnerIndexOf(reason)
    const entry = draft.partners[index]
    if (!entry) return title
    const partner = partnerNameOf(entry) || t('newDeal.partners.numbered', { number: index + 1 })
    return t('newDeal.partners.line', { partner, words: title })
  }
  const lines = computed<MissingLine[]>(() =>
    missing.value.map((reason) => {
      const field = reason.fix?.field ?? null
      return { key: `${reason.code}-${field}`, words: wordsOf(reason), field }
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
  return { tried, say, lines, ofField, ofStep, contactText, contactFields }
}
