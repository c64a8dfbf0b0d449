/** How much longer than English a language may be before a screen breaks. */
export const STRETCH = 0.4

const ACCENTS: Readonly<Record<string, string>> = {
  a: 'á',
  e: 'é',
  i: 'í',
  o: 'ó',
  u: 'ú',
  A: 'Á',
  E: 'É',
  O: 'Ó',
}

/** A text of the screens falls into what is filled in or linked, which stays, and what is read. */
const PARTS = /(\{[^}]*\}|@[.:]\S+|\|)|([^{@|]+)/g

/**
 * A text in a language that does not exist: English, 40 % longer and accented, each word by its share, so that long
 * words are met too. What is filled in (`{name}`) and the bar between singular and plural stay as they are.
 */
export function stretch(text: string): string {
  let owed = 0
  return text.replace(PARTS, (_whole, kept: string | undefined, read: string | undefined) => {
    if (kept !== undefined) {
      if (kept === '|') owed = 0
      return kept
    }
    return [...(read ?? '')]
      .map((letter) => {
        if (!/\p{L}/u.test(letter)) return letter
        owed += STRETCH
        const shown = ACCENTS[letter] ?? letter
        if (owed < 1) return shown
        owed -= 1
        return shown + shown.toLowerCase()
      })
      .join('')
  })
}

/** Messages of vue-i18n: texts in a tree. */
export interface Messages {
  readonly [name: string]: string | Messages
}

/** All texts of a language, stretched. */
export const stretchAll = (messages: Messages): Messages =>
  Object.fromEntries(
    Object.entries(messages).map(([name, value]) => [
      name,
      typeof value === 'string' ? stretch(value) : stretchAll(value),
    ]),
  )
