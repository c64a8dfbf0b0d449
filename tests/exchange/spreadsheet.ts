import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Element, Window } from 'happy-dom'
import { readWorkbook } from '../support/read-workbook.ts'

/** Cells as "sheet row column type value", and whatever is a formula among them. */
export interface Cells {
  readonly cells: readonly string[]
  readonly formulas: readonly string[]
}

const DAY_MS = 86_400_000
const EPOCH_MS = Date.UTC(1899, 11, 30)
const isDate = (format: string): boolean => /y/i.test(format)
/** The whole second it is in: LibreOffice writes no finer ones. A serial is a fraction, and may fall short by a hair. */
const HAIR_MS = 5
const momentOf = (serial: number): string =>
  new Date(Math.floor((EPOCH_MS + serial * DAY_MS + HAIR_MS) / 1000) * 1000).toISOString().slice(0, 19)

/** The cells of a workbook, as the parser of our tests reads them. */
export function workbookCells(bytes: Buffer): Cells {
  const { sheets, formulas } = readWorkbook(bytes)
  const cells = sheets.flatMap(({ rows }, sheet) =>
    rows.flatMap((row, line) =>
      row.flatMap((cell, column) => {
        if (cell === null) return []
        const at = `${sheet} ${line} ${column}`
        if (cell.type === 'text') return [`${at} text ${cell.text}`]
        const number = Number(cell.digits)
        return [isDate(cell.format) ? `${at} date ${momentOf(number)}` : `${at} number ${number}`]
      }),
    ),
  )
  return { cells, formulas: formulas === 0 ? [] : [`${formulas} formulas`] }
}

const OFFICE = (node: Element, name: string) => node.getAttribute(name) ?? ''

function shownBy(cell: Element): string | null {
  const type = OFFICE(cell, 'office:value-type')
  if (type === 'date') return `date ${`${OFFICE(cell, 'office:date-value')}T00:00:00`.slice(0, 19)}`
  if (type === 'float' || type === 'currency') return `number ${Number(OFFICE(cell, 'office:value'))}`
  if (type !== 'string') return type === '' ? null : `${type} ?`
  return `text ${[...cell.children].map((line) => line.textContent ?? '').join('\n')}`
}

/** The same as LibreOffice reads it: opened there, and saved as a flat document of its own. */
export function calcCells(office: string, bytes: Buffer): Cells {
  const folder = mkdtempSync(join(tmpdir(), 'tandem-office-'))
  try {
    writeFileSync(join(folder, 'deals.xlsx'), bytes)
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
    const convert = [profile, '--headless', '--convert-to', 'fods', '--outdir', folder]
    execFileSync(office, [...convert, join(folder, 'deals.xlsx')], { stdio: 'ignore', timeout: 120_000 })
    return cellsOf(readFileSync(join(folder, 'deals.fods'), 'utf8'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function cellsOf(text: string): Cells {
  const document = new new Window().DOMParser().parseFromString(text, 'text/xml')
  const all = (root: { getElementsByTagName(name: string): unknown }, name: string) => [
    ...(root.getElementsByTagName(name) as Iterable<Element>),
  ]
  const cells: string[] = []
  const formulas: string[] = []
  for (const [sheet, table] of all(document, 'table:table').entries()) {
    let line = 0
    for (const row of all(table, 'table:table-row')) {
      let column = 0
      for (const cell of all(row, 'table:table-cell')) {
        if (cell.getAttribute('table:formula')) formulas.push(cell.textContent ?? '')
        const shown = shownBy(cell)
        const times = Number(cell.getAttribute('table:number-columns-repeated') ?? 1)
        if (shown !== null)
          for (let at = 0; at < times; at += 1) cells.push(`${sheet} ${line} ${column + at} ${shown}`)
        column += times
      }
      line += Number(row.getAttribute('table:number-rows-repeated') ?? 1)
    }
  }
  return { cells, formulas }
}
