/** A list with one thing put in the place of another; the others move up. */
export function movedTo<T>(list: readonly T[], thing: T, place: number): readonly T[] {
  const rest = list.filter((other) => other !== thing)
  const at = Math.max(0, Math.min(rest.length, place))
  return [...rest.slice(0, at), thing, ...rest.slice(at)]
}
