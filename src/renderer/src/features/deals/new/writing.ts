import { ref } from 'vue'
import { PERSON_FIELDS } from '#shared/domain/person.ts'

const OF_A_PERSON = new RegExp(`^(.+)\\.(?:${PERSON_FIELDS.join('|')})$`)

/** The person ("contact", "team.1") whose four fields are being written: half of them is not wrong yet. */
export function useWriting() {
  const person = ref<string | null>(null)
  const leave = (): void => void (person.value = null)

  /** The focus came to a field. Who was complained of already (`saysOf`) is judged on as one writes. */
  function enter(field: string | undefined, saysOf: (person: string) => boolean): void {
    const entered = OF_A_PERSON.exec(field ?? '')?.[1] ?? null
    if (entered === person.value) return
    person.value = null
    if (entered !== null && !saysOf(entered)) person.value = entered
  }
  /** Whether a field is one of those being written, or stands for all of them. */
  const isOf = (field: string | undefined): boolean =>
    person.value !== null &&
    field !== undefined &&
    (field === person.value || field.startsWith(`${person.value}.`))

  return { enter, leave, isOf }
}
