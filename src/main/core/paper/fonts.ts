import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The families of documents, the first that has a character draws it. Both are variable, cut into slices. */
export const FAMILIES = [
  { name: 'Inter', folder: 'inter' },
  { name: 'Noto Sans SC', folder: 'noto-sans-sc' },
] as const

interface Slice {
  readonly family: string
  readonly file: string
  /** As style sheets write it: "U+4E00-4E8B,U+4E8D". */
  readonly range: string
  readonly spans: readonly (readonly [first: number, last: number])[]
}

function spansOf(range: string): Slice['spans'] {
  return range.split(',').map((part) => {
    const [first, last = first] = part.trim().slice(2).split('-')
    return [Number.parseInt(first!, 16), Number.parseInt(last!, 16)] as const
  })
}

/** The fonts documents carry with them, from the folder a host keeps them in (docs/exchange.md). */
export class FontBook {
  readonly #folder: string
  #slices: Promise<readonly Slice[]> | null = null

  constructor(folder: string) {
    this.#folder = folder
  }

  /**
   * Style rules that hold the slices some text needs, and no others, as data: always the same for the same characters.
   * What neither family has is left to the fonts of the reader.
   */
  async facesFor(text: string): Promise<string> {
    const needed = new Set<Slice>()
    this.#slices ??= this.#read()
    const slices = await this.#slices
    for (const character of new Set(text)) {
      const code = character.codePointAt(0)!
      const slice = slices.find(({ spans }) => spans.some(([first, last]) => code >= first && code <= last))
      if (slice && code > 0x20) needed.add(slice)
    }
    const faces = slices.filter((slice) => needed.has(slice)).map((slice) => this.#face(slice))
    return (await Promise.all(faces)).join('\n')
  }

  async #face({ family, file, range }: Slice): Promise<string> {
    const data = (await readFile(file)).toString('base64')
    return (
      `@font-face{font-family:'${family}';font-style:normal;font-weight:100 900;font-display:block;` +
      `src:url(data:font/woff2;base64,${data}) format('woff2');unicode-range:${range}}`
    )
  }

  async #read(): Promise<readonly Slice[]> {
    const families = FAMILIES.map(async ({ name, folder }) => {
      const place = join(this.#folder, folder)
      const ranges = JSON.parse(await readFile(join(place, 'unicode.json'), 'utf8')) as Record<string, string>
      return Object.entries(ranges).map(([key, range]): Slice => {
        const slice = key.replace(/[[\]]/g, '')
        const file = join(place, 'files', `${folder}-${slice}-wght-normal.woff2`)
        return { family: name, file, range, spans: spansOf(range) }
      })
    })
    return (await Promise.all(families)).flat()
  }
}
