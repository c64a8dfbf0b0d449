import { computed, ref } from 'vue'
import type { Person } from '#shared/domain/person.ts'
import type { Refusal } from '#shared/errors.ts'
import { explainRefusal } from '../../../app/explain.ts'
import { useFormat } from '../../../app/format.ts'
import { useWords } from '../../../app/words/words.ts'
import { faultyFields, personFault } from '../form/person-fault.ts'
import type { NewDeal } from './new-deal.ts'

const WHOLE_CONTACT = ['firstName', 'lastName', 'phone', 'email'] as const

/** One thing the deal still needs, and the field that waits for it. */
export interface MissingLine {
  readonly key: string
  readonly words: string
  readonly field: string | null
}

/** What each part of the form has to say about itself: nothing before creating was tried. */
export function useNewDealFaults({ missing, draft, value, unreadableValue }: NewDeal) {
  const { t } = useWords()
  const format = useFormat()
  const tried = ref(false)
  const shown = computed(() => (tried.value ? missing.value : []))

  /** The rules know amounts only; what was typed instead of one is known here. */
  function explain(reason: Refusal): { readonly title: string; readonly text: string } {
    const plain = explainRefusal(t, format.value, reason)
    if (reason.code === 'VALUE_REQUIRED' && unreadableValue.value !== null) {
      const text = t('newDeal.value.unreadable', { text: unreadableValue.value })
      return { title: t('newDeal.value.unreadableTitle'), text }
    }
    if (reason.code === 'VALUE_REQUIRED' && value.value !== null) {
      return { ...plain, title: t('newDeal.value.notPositive') }
    }
    if (reason.code === 'CONTACT_INCOMPLETE') {
      const instead = draft.help === null ? 'leaveOut' : undefined
      return { ...plain, text: personFault(t, format.value, reason, draft.contact, instead) }
    }
    return plain
  }
  const say = (reason: Refusal): string => explain(reason).text

  const lines = computed<MissingLine[]>(() =>
    missing.value.map((reason) => {
      const field = reason.fix?.field ?? null
      return { key: `${reason.code}-${field}`, words: explain(reason).title, field }
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
