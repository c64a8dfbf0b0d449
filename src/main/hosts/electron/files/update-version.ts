/** Versions as semver writes them, without what it does not compare. */
export const VERSION =
  /^(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})\.(0|[1-9]\d{0,8})(?:-((?:0|[1-9]\d{0,8}|\d*[A-Za-z-][\dA-Za-z-]*)(?:\.(?:0|[1-9]\d{0,8}|\d*[A-Za-z-][\dA-Za-z-]*))*))?$/

interface Version {
  readonly numbers: readonly number[]
  /** What stands behind the dash; empty for a release. */
  readonly parts: readonly string[]
}

function parsed(version: string): Version {
  const found = VERSION.exec(version)
  if (!found) throw new Error(`no version: ${version.slice(0, 40)}`)
  const [, major, minor, patch, before] = found
  return { numbers: [major, minor, patch].map(Number), parts: before?.split('.') ?? [] }
}

/** A number comes before a word; two numbers by their value, two words by their letters. */
function comparePart(one: string, other: string): number {
  const [isNumber, isOtherNumber] = [one, other].map((part) => /^\d+$/.test(part))
  if (isNumber && isOtherNumber) return Number(one) - Number(other)
  if (isNumber !== isOtherNumber) return isNumber ? -1 : 1
  return one < other ? -1 : one > other ? 1 : 0
}

/** Whether a version comes after another one. What leads up to a release (`2.0.0-beta.1`) comes before it. */
export function isNewer(version: string, than: string): boolean {
  const [one, other] = [parsed(version), parsed(than)]
  for (const [index, number] of one.numbers.entries()) {
    if (number !== other.numbers.at(index)) return number > other.numbers.at(index)!
  }
  if (one.parts.length === 0 || other.parts.length === 0) return one.parts.length < other.parts.length
  for (const [index, part] of one.parts.entries()) {
    const against = other.parts.at(index)
    if (against === undefined) return true
    const order = comparePart(part, against)
    if (order !== 0) return order > 0
  }
  return false
}
