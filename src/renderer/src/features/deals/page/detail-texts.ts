import { computed } from 'vue'
import type { DealView } from '#shared/ipc/contract/deal-views.ts'
import { useFormat } from '../../../app/format.ts'
import { useWords } from '../../../app/words/words.ts'

/** The small lines under customer and contact. */
export function useDetailTexts(deal: () => DealView) {
  const { t } = useWords()
  const format = useFormat()
  const points = (parts: readonly (string | null)[]): string => parts.filter(Boolean).join(' · ')

  const address = computed(() => {
    const { addressLine1, postalCode, city, country, duns } = deal().customer
    const town = [postalCode, city].filter(Boolean).join(' ')
    const place = [addressLine1, town, format.value.country(country)].filter(Boolean)
    const number = duns?.replace(/(\d{3})(\d{3})(\d{3})/, '$1 $2 $3')
    return points([
      place.join(t('common.comma')),
      number === undefined ? null : t('dealPage.details.duns', { number }),
    ])
  })
  const consent = computed(() => {
    const given = deal().consent
    if (!given) return null
    const date = format.value.day(given.at)
    return given.by
      ? t('dealPage.details.consentBy', { date, name: given.by })
      : t('dealPage.details.consent', { date })
  })
  const contactParts = computed(() => {
    const { contact } = deal()
    const parts = [
      { kind: 'phone', text: contact?.phone },
      { kind: 'email', text: contact?.email },
      { kind: null, text: consent.value },
    ] as const
    return parts.flatMap(({ kind, text }) => (text ? [{ kind, text }] : []))
  })
  return { address, contactParts }
}
