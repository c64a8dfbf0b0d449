import { PERSON_FIELDS } from '#shared/domain/person.ts'
import type { Refusal } from '#shared/errors.ts'

/** What stands at a path ("team.1.phone") of what a form holds; undefined where there is no such place. */
const at = (written: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((part, key) => (part as Record<string, unknown> | null | undefined)?.[key], written)

/** A person's own path: "team.1" of "team.1.phone". */
const personOf = (field: string): string => field.replace(new RegExp(`\\.(${PERSON_FIELDS.join('|')})$`), '')

/**
 * What is still wrong of what was refused: a field that was changed since is not called wrong any more, whatever
 * stands there now; everything else stays until the next try. Of a person, field by field.
 */
export function stillWrong(reasons: readonly Refusal[], sent: unknown, now: unknown): readonly Refusal[] {
  const isSame = (path: string): boolean => JSON.stringify(at(sent, path)) === JSON.stringify(at(now, path))
  return reasons.flatMap((reason) => {
    const field = reason.fix?.field
    if (!field) return [reason]
    const { missing } = reason.params
    if (!Array.isArray(missing)) return isSame(field) ? [reason] : []
    const left = missing.filter((part) => isSame(`${personOf(field)}.${String(part)}`))
    return left.length > 0 ? [{ ...reason, params: { ...reason.params, missing: left } }] : []
  })
}
