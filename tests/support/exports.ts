import { readFile } from 'node:fs/promises'
import type { Input } from '#shared/ipc/contract.ts'
import type { Exported } from '#shared/ipc/contract/exchange.ts'
import type { TestApplication } from './application.ts'

export type StartExport = Input<'exports.start'>

/** Exports every deal, or what is asked for, and reads the file. */
export async function exportFile(
  app: TestApplication,
  format: StartExport['format'],
  more: Partial<StartExport> = {},
): Promise<{ readonly result: Exported; readonly bytes: Buffer }> {
  const { jobId } = await app.call('exports.start', { format, selection: { tab: 'all' }, ...more })
  const result = (await app.job(jobId)) as Exported
  const { path } = await app.files.get(result.fileId)
  return { result, bytes: await readFile(path) }
}

/** The same with personal data ticked. */
export const exportWhole = (
  app: TestApplication,
  format: StartExport['format'],
  more: Partial<StartExport> = {},
) => exportFile(app, format, { options: { personalData: true }, ...more })
