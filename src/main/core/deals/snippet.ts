import { piecesOf } from '#shared/domain/folding.ts'

// What a line of the list under the field holds; a letter of a wide script takes the room of two.
const SNIPPET_ROOM = 72
const WIDE =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\u{20000}-\u{3FFFD}]/u

const roomOf = (letter: string): number => (WIDE.test(letter) ? 2 : 1)

/** How many letters from the front fit into some room. */
function fitting(letters: readonly string[], room: number): number {
  let used = 0
  const over = letters.findIndex((letter) => (used += roomOf(letter)) > room)
  return over < 0 ? letters.length : over
}

/** Where words occur in a text, as a piece with the first one in its middle; null when none does. */
export function snippetOf(text: string, words: readonly string[]): string | null {
  const pieces = piecesOf(text, words)
  const first = pieces.findIndex(({ hit }) => hit)
  if (first < 0) return null
  const before = Array.from(pieces[first - 1]?.text ?? '')
  const hit = Array.from(pieces[first]!.text)
  const after = Array.from(
    pieces
      .slice(first + 1)
      .map((piece) => piece.text)
      .join(''),
  )
  const room = (letters: readonly string[]) => letters.reduce((sum, letter) => sum + roomOf(letter), 0)
  const beside = Math.max(0, SNIPPET_ROOM - room(hit))
  const left = Math.min(room(before), Math.max(Math.floor(beside / 2), beside - room(after)))
  const start = before.length - fitting([...before].reverse(), left)
  const end = fitting(after, beside - left)
  const piece = [...before.slice(start), ...hit, ...after.slice(0, end)].join('').trim()
  return `${start > 0 ? '…' : ''}${piece}${end < after.length ? '…' : ''}`
}
