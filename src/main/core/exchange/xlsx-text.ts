const MARKUP: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

// What XML cannot hold as it is, a carriage return that it would turn into a line feed, and the text that means such.

const UNWRITABLE = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|_(?=x[0-9a-fA-F]{4}_)/g

/** Nearly all texts: nothing in them has to be spelled otherwise. An underscore may begin what means a character. */
const NOTHING_SPECIAL = /^[a-zA-Z0-9 .,;:'()@/+-]*$/

const asCode = (character: string): string =>
  `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`

/** Text as a sheet holds it: every character comes back, control characters spelled as spreadsheets spell them. */
export const sheetText = (text: string): string =>
  NOTHING_SPECIAL.test(text)
    ? text
    : text
        .toWellFormed()
        .replace(UNWRITABLE, asCode)
        .replace(/[&<>"]/g, (character) => MARKUP[character]!)
