import { type ComputedRef, computed } from 'vue'
import { useWords } from './words/words.ts'

/** What a date field needs in the current language. */
export function useCalendarWords(): ComputedRef<{
  locale: string
  openLabel: string
  previousLabel: string
  nextLabel: string
}> {
  const { t, locale } = useWords()
  return computed(() => ({
    locale: locale.value,
    openLabel: t('common.openCalendar'),
    previousLabel: t('common.previousMonth'),
    nextLabel: t('common.nextMonth'),
  }))
}
