/** JSON with the keys of every object in order: equal texts are equal values, however they came about. */
export const ordered = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  ) ?? ''

/** Names of the fields in which two objects differ as JSON; a field that is undefined is not there. */
export function differingFields(a: object, b: object): string[] {
  const left = new Map<string, unknown>(Object.entries(a))
  const right = new Map<string, unknown>(Object.entries(b))
  const fields = new Set([...left.keys(), ...right.keys()])
  return [...fields].filter((field) => {
    const x = left.get(field)
    const y = right.get(field)
    return x !== y && ordered(x) !== ordered(y)
  })
}
