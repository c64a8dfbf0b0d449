/** Text that is markup already. Only `html` makes it: everything else is escaped. */
export class Markup {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

export type Part = string | number | Markup | null | undefined | false | readonly Part[]

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

// What HTML cannot hold, and what would turn the words around it to the other direction.

const UNWRITABLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/g

/** Text as it may stand anywhere in a document, attributes included. */
export const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(UNWRITABLE, '')
    .replace(/[&<>"']/g, (character) => ENTITIES[character]!)

function written(part: Part): string {
  if (part === null || part === undefined || part === false) return ''
  if (part instanceof Markup) return part.text
  if (typeof part === 'string') return escaped(part)
  if (typeof part === 'number') return String(part)
  return part.map(written).join('')
}

/** Markup with whatever is put into it escaped. */
export const html = (texts: TemplateStringsArray, ...parts: readonly Part[]): Markup =>
  new Markup(texts.map((text, index) => text + (index < parts.length ? written(parts[index]) : '')).join(''))

/** Text as a string of a style sheet, whatever is in it. */
export const cssString = (text: string): string =>
  `"${text
    .toWellFormed()
    .replace(UNWRITABLE, '')
    .replace(/[^\p{L}\p{N} .,:;()]/gu, (character) => `\\${character.codePointAt(0)!.toString(16)} `)}"`
