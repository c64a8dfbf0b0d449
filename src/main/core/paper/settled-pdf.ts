import { readFile, writeFile } from 'node:fs/promises'
import type { CivilDate } from '#shared/domain/time.ts'

const DATE = /\/(CreationDate|ModDate) ?\(D:\d{14}([^)]*)\)/g

/**
 * Replaces the moment of printing by the day the document is seen from, in place and as long as it was: places in a PDF
 * are counted in bytes. The same document printed twice is then the same file.
 */
export async function settledPdf(path: string, day: CivilDate): Promise<void> {
  const bytes = await readFile(path)
  const text = bytes.toString('latin1')
  const settled = text.replace(DATE, (whole, name: string, zone: string) => {
    const spaced = whole.includes(' (') ? ' ' : ''
    return `/${name}${spaced}(D:${day.replaceAll('-', '')}000000${zone})`
  })
  await writeFile(path, Buffer.from(settled, 'latin1'), { mode: 0o600 })
}
