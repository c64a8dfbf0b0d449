import { ref } from 'vue'

const spoken = ref('')
let turn = 0

/** What screen readers are told. Saying the same twice is heard twice. */
export function announce(text: string): void {
  turn += 1
  spoken.value = turn % 2 === 0 ? `${text}\u00a0` : text
}

/** The live region's text. */
export const useSpoken = () => spoken
