/**
 * The Electron the application is pinned to, and what the policy asks (item 16): a patch within seven days, a new major
 * within eight weeks of its release. Whoever moves the pin writes the new dates here.
 */
export const RELEASE = {
  major: 45,
  version: '45.4.1',
  /** When the first release of the major came out. */
  majorReleased: '2026-10-21',
  /** When the pinned release came out. */
  released: '2026-11-19',
  /** When somebody last looked at the releases and found none that fixes more. */
  looked: '2026-11-23',
} as const

const DAY_MS = 86_400_000
/** Days until a patch must be in. */
const PATCH_DAYS = 7
/** Days between two majors, as Electron releases them, and until a new one must be in. */
const MAJOR_EVERY_DAYS = 56
const MAJOR_DAYS = 56

type Release = Readonly<Record<'version' | 'majorReleased' | 'released' | 'looked', string>>

const daysBetween = (from: string, to: string): number =>
  Math.floor((Date.parse(to) - Date.parse(from)) / DAY_MS)

/** What the policy has against the pin on a day (`2026-11-23`), in words; nothing when it may stay. */
export function overdue(today: string, release: Release = RELEASE): string[] {
  const { version, majorReleased, released, looked } = release
  const found: string[] = []
  if (daysBetween(released, looked) < 0 || daysBetween(majorReleased, released) < 0) {
    found.push('the dates of the release do not follow each other: correct scripts/gate/release.ts')
  }
  const unseen = daysBetween(looked, today)
  if (unseen > PATCH_DAYS) {
    found.push(
      `nobody has looked for a patch of Electron ${version} for ${unseen} days (at most ${PATCH_DAYS})`,
    )
  }
  const age = daysBetween(majorReleased, today)
  if (age > MAJOR_EVERY_DAYS + MAJOR_DAYS) {
    found.push(
      `the major of Electron ${version} is ${age} days old: a newer one has been out for over eight weeks`,
    )
  }
  return found
}
