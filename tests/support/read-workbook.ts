import { type Element, Window } from 'happy-dom'
import { readZip } from './read-zip.ts'

/** A cell as a spreadsheet understands it: a number stays its digits, with the format it is shown in. */
export type ReadCell =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'number'; readonly digits: string; readonly format: string }
  | null

export interface ReadSheet {
  readonly name: string
  readonly rows: readonly (readonly ReadCell[])[]
  readonly frozenRows: number
  readonly widths: readonly number[]
}

export interface ReadWorkbook {
  readonly sheets: readonly ReadSheet[]
  readonly formulas: number
  readonly links: number
}

const coded = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

const columnOf = (place: string): number =>
  [...place.replace(/\d+$/, '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1

/** Reads a workbook with a zip reader and an XML parser that have nothing to do with the writer. */
export function readWorkbook(bytes: Buffer): ReadWorkbook {
  const entries = readZip(bytes)
  const window = new Window()
  const part = (name: string) => {
    const text = entries.get(name)?.toString('utf8')
    if (text === undefined) throw new Error(`no ${name}`)
    const document = new window.DOMParser().parseFromString(text, 'text/xml')
    if (document.querySelector('parsererror')) throw new Error(`${name} is not XML`)
    return document
  }
  const all = (root: { getElementsByTagName(name: string): unknown }, name: string) => [
    ...(root.getElementsByTagName(name) as Iterable<Element>),
  ]
  const styles = part('xl/styles.xml')
  const codes = new Map(
    all(styles, 'numFmt').map((node) => [node.getAttribute('numFmtId'), node.getAttribute('formatCode')!]),
  )
  const formats = all(all(styles, 'cellXfs')[0]!, 'xf').map(
    (node) => codes.get(node.getAttribute('numFmtId')) ?? 'General',
  )
  let formulas = 0
  let links = 0
  const sheets = all(part('xl/workbook.xml'), 'sheet').map((sheet, index): ReadSheet => {
    const page = part(`xl/worksheets/sheet${index + 1}.xml`)
    formulas += all(page, 'f').length
    links += all(page, 'hyperlink').length
    const rows = all(page, 'row').map((row, number) => {
      if (row.getAttribute('r') !== String(number + 1)) throw new Error('row out of place')
      const cells: ReadCell[] = []
      for (const cell of all(row, 'c')) {
        const column = columnOf(cell.getAttribute('r')!)
        while (cells.length < column) cells.push(null)
        const text = cell.getAttribute('t') === 'inlineStr'
        cells.push(
          text
            ? { type: 'text', text: coded(all(cell, 't')[0]!.textContent ?? '') }
            : {
                type: 'number',
                digits: all(cell, 'v')[0]!.textContent ?? '',
                format: formats[Number(cell.getAttribute('s'))]!,
              },
        )
      }
      return cells
    })
    const pane = all(page, 'pane')[0]
    return {
      name: sheet.getAttribute('name')!,
      rows,
      frozenRows: pane?.getAttribute('state') === 'frozen' ? Number(pane.getAttribute('ySplit')) : 0,
      widths: all(page, 'col').map((node) => Number(node.getAttribute('width'))),
    }
  })
  return { sheets, formulas, links }
}
