import { computed } from 'vue'
import { COUNTRIES } from '#shared/domain/countries.ts'
import { useFormat } from './format.ts'
import { useWords } from './words/words.ts'

/** Every country by its name in the language in use, as a list to choose from. */
export function useCountries() {
  const { locale } = useWords()
  const format = useFormat()
  return computed(() =>
    COUNTRIES.map((value) => ({ value, label: format.value.country(value) })).sort((a, b) =>
      a.label.localeCompare(b.label, locale.value),
    ),
  )
}
