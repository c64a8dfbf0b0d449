import type { TestApplication } from './application.ts'
import { type Line, fileOf } from './csv-lines.ts'

export * from './csv-lines.ts'

async function* chunksOf(bytes: Buffer | string): AsyncIterable<Buffer> {
  yield Buffer.from(bytes as string)
}

/** Hands a file over. */
export async function upload(app: TestApplication, bytes: Buffer | string, name = 'deals.csv') {
  const { fileId } = await app.files.put(name, chunksOf(bytes))
  return fileId
}

export interface Preview {
  readonly importId: string
  readonly rows: number
  readonly create: number
  readonly update: number
  readonly unchanged: number
  readonly refused: number
  readonly warnings: number
  readonly duplicates: number
  readonly errorsFileId: string | null
  readonly sample: readonly {
    readonly line: number
    readonly referralId: string
    readonly verdict: string
    readonly reasons: readonly { code: string; column: string | null; value: string }[]
    readonly warnings: readonly { code: string; column: string | null; value: string }[]
    readonly changes: readonly string[]
  }[]
}

export type Direction = 'inbound' | 'outbound'

/** Starts a preview and gives its job. */
export async function startPreview(app: TestApplication, bytes: Buffer | string, direction?: Direction) {
  const fileId = await upload(app, bytes)
  const input = { fileId, format: 'partner-center-csv' as const, options: { direction } }
  const { jobId } = await app.call('imports.preview', input)
  return jobId
}

export async function preview(app: TestApplication, bytes: Buffer | string, direction?: Direction) {
  return (await app.job(await startPreview(app, bytes, direction))) as Preview
}

export async function commit(app: TestApplication, importId: string) {
  const { jobId } = await app.call('imports.commit', { importId })
  return (await app.job(jobId)) as {
    batchId: string
    created: number
    updated: number
    unchanged: number
    refused: number
  }
}

/** Previews and commits lines: what a person does with a file that looks right. */
export async function importLines(app: TestApplication, lines: readonly Line[], direction?: Direction) {
  const previewed = await preview(app, fileOf(lines), direction)
  return { previewed, committed: await commit(app, previewed.importId) }
}
