import { computed } from 'vue'
import { DAY_MS, HOUR_MS } from '#shared/domain/time.ts'
import { type Format, createFormat } from '#shared/telling/format.ts'
import { type Translate, useWords } from './words/words.ts'

export type { Format }

/** Formats of the language in use; they change with it. */
export function useFormat() {
  const { locale } = useWords()
  return computed(() => createFormat(locale.value, new Date().getFullYear()))
}

/** Time left in words: days and hours, and on the last day hours and minutes. */
export function timeLeft(t: Translate, leftMs: number): string {
  if (leftMs >= DAY_MS) {
    const days = Math.floor(leftMs / DAY_MS)
    return t('time.daysHours', { days, hours: Math.floor((leftMs % DAY_MS) / HOUR_MS) })
  }
  const hours = Math.floor(leftMs / HOUR_MS)
  const minutes = Math.max(0, Math.floor((leftMs % HOUR_MS) / 60_000))
  return hours > 0 ? t('time.hoursMinutes', { hours, minutes }) : t('time.minutes', { minutes })
}
