import { expect, test } from 'vitest'
import { job } from '../../testing/jobs.ts'
import { speak } from '../../testing/mount.ts'
import { jobProblem } from './job-words.ts'

const failed = (code: string, details: Readonly<Record<string, unknown>>) =>
  job({ state: 'failed', error: { code, details: details as never } })
const fault = (message: string) => failed('INVALID_INPUT', { issues: [{ path: 'file', message }] })

/** The messages as main writes them. */
test.each([
  [
    'not-unicode-text',
    'The file is not Unicode text. Save it as “CSV UTF-8” and choose it again.',
    '文件不是 Unicode 文本。请另存为“CSV UTF-8”后重新选择。',
  ],
  [
    'not-a-csv: CSV_QUOTE_NOT_CLOSED',
    'This is not a CSV file. Save the table as “CSV UTF-8” and choose it again.',
    '这不是 CSV 文件。请另存为“CSV UTF-8”后重新选择。',
  ],
  [
    'missing-columns: Name, Status: detail',
    'Columns are missing: Name, Status: detail. Choose the bulk CSV of Partner Center, header included.',
    '缺少列：Name, Status: detail。请选择包含标题行的合作伙伴中心批量 CSV。',
  ],
  [
    'too-many-columns: 200',
    'The file has more than 200 columns. Remove those nobody needs.',
    '文件超过 200 列，请删除不需要的列。',
  ],
  [
    'column-twice: Name',
    'The column “Name” stands in the file twice. Remove one.',
    '列“Name”出现两次，请删除其中一列。',
  ],
  ['too-many-rows: 20000', 'The file has more than 20000 rows. Split it.', '文件超过 20000 行，请拆分。'],
  [
    'cell-too-long: 7',
    'A cell in line 7 is too long for a spreadsheet. Shorten it.',
    '第 7 行有单元格过长，请缩短。',
  ],
  [
    'no-header',
    'The file has no header. Put the names of the columns in its first line.',
    '文件没有标题行。请在第一行写明各列名称。',
  ],
  [
    'no-such-column: Land',
    'The file has no column “Land”. Choose another.',
    '文件中没有列“Land”，请选择其他列。',
  ],
  [
    'fields-without-column: name',
    'A required field has no column. Choose one.',
    '必填字段没有对应的列，请选择。',
  ],
  ['larger than 1000 bytes', 'The file is too large.', '文件太大。'],
  [
    'too-much-memory',
    'Reading the file takes too much memory. Split it.',
    '读取文件占用的内存过多，请拆分。',
  ],
  [
    'too-slow',
    'Reading the file takes too long. Split it, or choose another.',
    '读取文件耗时过长，请拆分或选择其他文件。',
  ],
])('a file that is %s says so', (message, english, chinese) => {
  const [en, zh] = [speak('en'), speak('zh-CN')]
  expect(jobProblem(en.t, en.format, fault(message))).toBe(english)
  expect(jobProblem(zh.t, zh.format, fault(message))).toBe(chinese)
})

test.each([
  ['BUSY', { what: 'database' }, 'Another program holds the data. Wait a moment and try again.'],
  ['CANCELLED', { what: 'job' }, 'Stopped. Nothing was changed.'],
  [
    'INVALID_INPUT',
    { issues: [{ path: 'importId', message: 'gone' }] },
    'Something in the form cannot be used: importId: gone. Correct it and try again.',
  ],
])('any other failure is told like one of a call: %s', (code, details, sentence) => {
  const { t, format } = speak('en')
  expect(jobProblem(t, format, failed(code, details))).toBe(sentence)
})

test('a job without a failure has nothing to say', () => {
  const { t, format } = speak('en')
  expect(jobProblem(t, format, job())).toBe('')
})
