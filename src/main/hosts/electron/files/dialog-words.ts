import type { Locale } from '#shared/domain/settings.ts'
import { isDeviceName } from './device-name.ts'

/** What the system's own dialogs say: they belong to the host, which has no screens. */
const EN = {
  save: 'Save the file',
  choose: 'Choose a file to import',
  chooseUpdate: 'Choose an update of Tandem',
  update: 'Updates of Tandem',
  importable: 'Deals and tables',
  all: 'All files',
  kinds: new Map([
    ['csv', 'CSV table'],
    ['xlsx', 'Excel workbook'],
    ['json', 'JSON'],
    ['pdf', 'PDF document'],
    ['html', 'Web page'],
    ['zip', 'Zip archive'],
    ['tandem', 'Tandem file'],
  ]),
}

const ZH_CN: typeof EN = {
  save: '保存文件',
  choose: '选择要导入的文件',
  chooseUpdate: '选择 Tandem 更新文件',
  update: 'Tandem 更新文件',
  importable: '交易和表格',
  all: '所有文件',
  kinds: new Map([
    ['csv', 'CSV 表格'],
    ['xlsx', 'Excel 工作簿'],
    ['json', 'JSON'],
    ['pdf', 'PDF 文档'],
    ['html', '网页'],
    ['zip', 'Zip 压缩包'],
    ['tandem', 'Tandem 文件'],
  ]),
}

export const dialogWords = (locale: Locale): typeof EN => (locale === 'en' ? EN : ZH_CN)

/** A choice of the dialog's list of types. */
interface Filter {
  readonly name: string
  readonly extensions: string[]
}

/** What a file of this name may be saved as: its own type, and anything. */
export function saveFilters(name: string, locale: Locale): Filter[] {
  const words = dialogWords(locale)
  const extension = /\.([a-z0-9]{1,8})$/i.exec(name)?.[1]?.toLowerCase()
  const all = { name: words.all, extensions: ['*'] }
  if (!extension) return [all]
  return [{ name: words.kinds.get(extension) ?? extension.toUpperCase(), extensions: [extension] }, all]
}

/** What can be imported, and anything: a table may be called what it likes. */
export function importFilters(locale: Locale): Filter[] {
  const words = dialogWords(locale)
  return [
    { name: words.importable, extensions: ['csv', 'json', 'tandem'] },
    { name: words.all, extensions: ['*'] },
  ]
}

/** Letters that are not seen and turn what is: `fdp.exe` reads as `exe.pdf`. */
const TURNING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g
const ENDING = /\.([a-z0-9]{1,8})$/i

/**
 * A name the dialog can propose: the last part, without what no file system takes, ended where it must. It ends as
 * something the application writes, or as a text: a page proposes no program.
 */
export function proposedName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  const clean = last
    .replace(TURNING, '')
    .replace(/[<>:"|?*\p{Cc}]/gu, '_')
    .replace(/[. ]+$/, '')
  const plain = isDeviceName(clean) ? `_${clean}` : clean
  const [ending = ''] = ENDING.exec(plain) ?? []
  const short = plain.length > 120 ? `${plain.slice(0, 100)}${ending}`.toWellFormed() : plain || 'file'
  const kind = ending.slice(1).toLowerCase()
  return EN.kinds.has(kind) || kind === 'txt' ? short : `${short}.txt`
}
