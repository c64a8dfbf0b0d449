import { msOf, utcMidnight } from '#shared/domain/time.ts'
import type { TableCell } from './table-cell.ts'
import { sheetText } from './xlsx-text.ts'
import { ZipWriter } from './zip-writer.ts'

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const KIND = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** Day zero of spreadsheets, the end of 1899. */
const EPOCH_MS = Date.UTC(1899, 11, 30)
const DAY_MS = 86_400_000

/** Number formats of the styles below: whole, with 2, 3 and 4 decimals, a day, a moment. */
const FORMATS = ['#,##0', '#,##0.00', '#,##0.000', '#,##0.0000', 'yyyy-mm-dd', 'yyyy-mm-dd hh:mm:ss'] as const
const FIRST_FORMAT = 164
const PLAIN = 0
const HEADING = 1
const FIRST_STYLE = 2
const styleOf = (format: (typeof FORMATS)[number]): number => FIRST_STYLE + FORMATS.indexOf(format)
const DIGIT_STYLES = new Map([
  [0, styleOf('#,##0')],
  [2, styleOf('#,##0.00')],
  [3, styleOf('#,##0.000')],
  [4, styleOf('#,##0.0000')],
])
const DATE_STYLE = styleOf('yyyy-mm-dd')
const MOMENT_STYLE = styleOf('yyyy-mm-dd hh:mm:ss')

const serial = (ms: number): number => (ms - EPOCH_MS) / DAY_MS

/** The letters of a column, counted from 0. */
const letters = (column: number): string =>
  (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26))

/** A cell by its type, at its place. Text is always text: nothing in it can become a formula or a link. */
function cellXml(cell: TableCell, place: string, style: number): string {
  if (typeof cell === 'string') {
    const text = `<is><t xml:space="preserve">${sheetText(cell)}</t></is>`
    return cell === '' ? '' : `<c r="${place}" s="${style}" t="inlineStr">${text}</c>`
  }
  const number = (value: string | number, format: number) =>
    `<c r="${place}" s="${format}"><v>${value}</v></c>`
  if ('number' in cell) return number(cell.number, DIGIT_STYLES.get(cell.digits) ?? style)
  if ('date' in cell) return number(serial(msOf(utcMidnight(cell.date))), DATE_STYLE)
  return number(serial(msOf(cell.instant)), MOMENT_STYLE)
}

/** Rows from a number on, counted from 1. */
function rowsXml(rows: readonly (readonly TableCell[])[], first: number, style = PLAIN): string {
  const columns = (rows[0] ?? []).map((_cell, column) => letters(column))
  let xml = ''
  for (const [index, cells] of rows.entries()) {
    const number = first + index
    xml += `<row r="${number}">`
    for (const [column, cell] of cells.entries()) xml += cellXml(cell, `${columns[column]}${number}`, style)
    xml += '</row>'
  }
  return xml
}

/** A sheet: its columns with their widths in characters, and its rows as they come. */
export interface Sheet {
  readonly name: string
  readonly columns: readonly { readonly heading: string; readonly width: number }[]
  readonly pages: () => AsyncIterable<readonly (readonly TableCell[])[]>
}

const FROZEN =
  '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' +
  '<selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews>'

async function* sheetXml({ columns, pages }: Sheet): AsyncIterable<string> {
  yield `${DECLARATION}<worksheet xmlns="${MAIN}">${FROZEN}<cols>`
  yield columns
    .map(
      ({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
    )
    .join('')
  const heading = columns.map(({ heading }) => heading)
  yield `</cols><sheetData>${rowsXml([heading], 1, HEADING)}`
  let next = 2
  for await (const rows of pages()) {
    yield rowsXml(rows, next)
    next += rows.length
  }
  yield '</sheetData></worksheet>'
}

const stylesXml = (): string => {
  const formats = FORMATS.map(
    (code, index) => `<numFmt numFmtId="${FIRST_FORMAT + index}" formatCode="${code}"/>`,
  ).join('')
  const styled = FORMATS.map(
    (_code, index) =>
      `<xf numFmtId="${FIRST_FORMAT + index}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`,
  ).join('')
  const font = (bold: string) => `<font>${bold}<sz val="11"/><name val="Calibri"/><family val="2"/></font>`
  return (
    `${DECLARATION}<styleSheet xmlns="${MAIN}"><numFmts count="${FORMATS.length}">${formats}</numFmts>` +
    `<fonts count="2">${font('')}${font('<b/>')}</fonts>` +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="${FIRST_STYLE + FORMATS.length}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>` +
    `<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>${styled}</cellXfs>` +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
  )
}

const relation = (id: number, type: string, target: string): string =>
  `<Relationship Id="rId${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`
const relations = (list: readonly string[]): string =>
  `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${list.join('')}</Relationships>`

function contentTypes(sheets: number): string {
  const part = (path: string, kind: string) =>
    `<Override PartName="${path}" ContentType="${KIND}.${kind}+xml"/>`
  const each = Array.from({ length: sheets }, (_, index) =>
    part(`/xl/worksheets/sheet${index + 1}.xml`, 'worksheet'),
  )
  return (
    `${DECLARATION}<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `${part('/xl/workbook.xml', 'sheet.main')}${part('/xl/styles.xml', 'styles')}${each.join('')}</Types>`
  )
}

function workbookXml(names: readonly string[]): string {
  const sheets = names.map(
    (name, index) => `<sheet name="${sheetText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  )
  return `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${sheets.join('')}</sheets></workbook>`
}

/**
 * Writes a workbook, its sheets one after the other and streamed; the same rows give the same bytes, no moment of
 * writing in them (ADR 0015). Sheets may depend on those before.
 */
export async function writeWorkbook(path: string, sheets: readonly Sheet[]): Promise<void> {
  const zip = await ZipWriter.create(path)
  const numbered = sheets.map((sheet, index) => ({ sheet, number: index + 1 }))
  try {
    await zip.add('[Content_Types].xml', [contentTypes(sheets.length)])
    await zip.add('_rels/.rels', [relations([relation(1, 'officeDocument', 'xl/workbook.xml')])])
    await zip.add('xl/workbook.xml', [workbookXml(sheets.map(({ name }) => name))])
    const targets = numbered.map(({ number }) =>
      relation(number, 'worksheet', `worksheets/sheet${number}.xml`),
    )
    const styles = relation(sheets.length + 1, 'styles', 'styles.xml')
    await zip.add('xl/_rels/workbook.xml.rels', [relations([...targets, styles])])
    await zip.add('xl/styles.xml', [stylesXml()])
    for (const { sheet, number } of numbered) {
      await zip.add(`xl/worksheets/sheet${number}.xml`, sheetXml(sheet))
    }
    await zip.finish()
  } finally {
    await zip.close()
  }
}
