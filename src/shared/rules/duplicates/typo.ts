const ONE_SLIP_FROM = 5
const TWO_SLIPS_FROM = 10

/** The digits of a text: they tell one from the next, and are never a slip. */
export const digitsOf = (text: string): string => text.replace(/\P{N}/gu, '')

/** Letters changed, left out, added or exchanged with their neighbour between two texts; `most + 1` once there are more. */
export function slipsBetween(a: readonly string[], b: readonly string[], most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let row = 1; row <= a.length; row += 1) {
    const next = [row]
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1]
      let least = Math.min(last[column]! + 1, next[column - 1]! + 1, last[column - 1]! + (same ? 0 : 1))
      const exchanged = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      if (exchanged) least = Math.min(least, before[column - 2]! + 1)
      next.push(least)
    }
    if (Math.min(...next) > most) return most + 1
    before = last
    last = next
  }
  return Math.min(last[b.length]!, most + 1)
}

/** Whether one text is the other with a slip of the fingers: one from five letters on, two from ten. Digits are no slip. */
export function isTypoOf(a: string, b: string): boolean {
  if (a === b) return true
  // Most texts are nothing like each other: the length tells, twice as many units as letters where they are rare ones.
  if (Math.abs(a.length - b.length) > 4) return false
  const [first, second] = [Array.from(a), Array.from(b)]
  const shorter = Math.min(first.length, second.length)
  const most = shorter >= TWO_SLIPS_FROM ? 2 : shorter >= ONE_SLIP_FROM ? 1 : 0
  if (most === 0 || Math.abs(first.length - second.length) > most || digitsOf(a) !== digitsOf(b)) return false
  return slipsBetween(first, second, most) <= most
}
