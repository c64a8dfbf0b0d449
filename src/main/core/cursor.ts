import { invalidInput } from '#shared/errors.ts'

type Place = string | number

/** Where a page ended, for the next one to go on: opaque to callers. */
export const encodeCursor = (place: readonly unknown[]): string =>
  Buffer.from(JSON.stringify(place)).toString('base64url')

/** Reads a cursor of so many columns back. Errors: INVALID_INPUT when it is none of this list's. */
export function decodeCursor(cursor: string, columns: number): Place[] {
  let place: unknown
  try {
    place = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    throw invalidInput('cursor', 'not a cursor of this list')
  }
  const valid =
    Array.isArray(place) &&
    place.length === columns &&
    place.every((value) => typeof value === 'string' || typeof value === 'number')
  if (!valid) throw invalidInput('cursor', 'not a cursor of this list')
  return place as Place[]
}
