import { computed, shallowRef } from 'vue'

const nothing = (): string => ''

/** What is being said on a screen, such as what went wrong: put together anew when the language changes. */
export function useSentence() {
  const made = shallowRef(nothing)
  return {
    /** Empty while there is nothing to say. */
    text: computed(() => made.value()),
    say: (sentence: () => string): void => {
      made.value = sentence
    },
    hush: (): void => {
      made.value = nothing
    },
  }
}
