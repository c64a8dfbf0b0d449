import { computed, ref } from 'vue'
import type { Person } from '#shared/domain/person.ts'
import type { Refusal } from '#shared/errors.ts'
import { explainRefusal } from '../../../app/explain.ts'
import { useFormat } from '../../../app/format.ts'
import { useWords } from '../../../app/words/words.ts'
import type { NewDeal } from './new-deal.ts'

const WHOLE_CONTACT = ['firstName', 'lastName', 'phone', 'email'] as const

/** What each part of the form has to say about itself: nothing before creating was tried. */
export function useNewDealFaults({ missing }: NewDeal) {
  const { t } = useWords()
  const format = useFormat()
  const tried = ref(false)
  const shown = computed(() => (tried.value ? missing.value : []))
  const say = (reason: Refusal): string => explainRefusal(t, format.value, reason).text

  const ofField = (field: string): string | null => {
    const reason = shown.value.find(({ fix }) => fix?.field === field)
    return reason ? say(reason) : null
  }
  const ofStep = (step: string): Refusal[] => shown.value.filter(({ fix }) => fix?.step === step)

  const contact = computed(() =>
    shown.value.find(({ code }) => code === 'CONTACT_INCOMPLETE' || code === 'CONTACT_REQUIRED'),
  )
  const contactText = computed(() => (contact.value ? say(contact.value) : null))
  const contactFields = computed<readonly (keyof Person)[]>(() => {
    if (contact.value?.code === 'CONTACT_REQUIRED') return WHOLE_CONTACT
    return (contact.value?.params['missing'] ?? []) as (keyof Person)[]
  })
  return { tried, say, ofField, ofStep, contactText, contactFields }
}
