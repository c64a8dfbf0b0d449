import { stringify } from 'csv-stringify/sync'
import type { ColumnMapping, DirectoryFormat, TableEncoding } from '#shared/domain/directory-tables.ts'
import type { ImportCommitted, ImportPreview } from '#shared/ipc/contract/exchange.ts'
import type { TestApplication } from './application.ts'
import { upload } from './bulk-csv.ts'

/** Tables as people keep them: a header they chose themselves, a few rows. */
export const CUSTOMER_TABLE = `Company;Country;City;Street;Zip;DUNS
Harborline Foods BV;Netherlands;Rotterdam;Kade 12;3011 AA;12345678
北辰制造;中国;苏州;星湖街 328 号;215000;
"Müller; Söhne";de;Köln;;;987654321
`
export const PARTNER_TABLE = `合作伙伴名称,国家/地区,合作伙伴 ID,名,姓,电话,邮箱
Contoso 咨询,中国,0012345,伟,王,+86 10 5550 0100,wei.wang@contoso.example
Fabrikam,Sweden,6789,,,,
`
export const SOLUTION_TABLE = `Solution ID\tSolution name\tType\tPublisher\tIncentive
SOL-1\tCold chain monitor\tours\t\tAzure IP co-sell
SOL-2\tDynamics 365 Sales\tMicrosoft\tMicrosoft\tnone
`

export const TABLES: Record<DirectoryFormat, string> = {
  'customers-csv': CUSTOMER_TABLE,
  'partners-csv': PARTNER_TABLE,
  'solutions-csv': SOLUTION_TABLE,
}

/** Rows as one CSV, however hostile their cells. */
export const tableOf = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  stringify([header, ...rows] as string[][], { quoted: true })

interface Order {
  readonly mapping?: ColumnMapping
  readonly encoding?: TableEncoding
  readonly locale?: 'en' | 'zh-CN'
}

/** Starts a preview and gives its job. */
export async function startTablePreview(
  app: TestApplication,
  format: DirectoryFormat,
  bytes: Buffer | string,
  { encoding, ...rest }: Order = {},
) {
  const fileId = await upload(app, bytes, `${format}.csv`)
  const options = encoding ? { encoding } : {}
  const { jobId } = await app.call('imports.preview', { fileId, format, options, ...rest })
  return jobId
}

export async function previewTable(
  app: TestApplication,
  format: DirectoryFormat,
  bytes: Buffer | string,
  order?: Order,
) {
  return (await app.job(await startTablePreview(app, format, bytes, order))) as ImportPreview
}

/** Previews and commits a table: what a person does with a file that looks right. */
export async function importTable(
  app: TestApplication,
  format: DirectoryFormat,
  bytes: Buffer | string,
  order?: Order,
) {
  const previewed = await previewTable(app, format, bytes, order)
  const { jobId } = await app.call('imports.commit', { importId: previewed.importId })
  return { previewed, committed: (await app.job(jobId)) as ImportCommitted }
}
