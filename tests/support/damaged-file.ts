import { DIRECTORY_FORMATS } from '#shared/domain/directory-tables.ts'
import type { ImportFormat } from '#shared/ipc/contract/exchange.ts'
import { sampleBytes } from './csv-lines.ts'
import { TABLES } from './directory-tables.ts'
import type { Random } from './random.ts'
import { referralBytes } from './referrals.ts'

const SCRAPS = [
  '"',
  ',',
  '\r\n',
  '\u0000',
  '{',
  '}',
  '[',
  ']',
  '\\u0000',
  '__proto__',
  'null',
  '1e999',
  '=1+1',
  '\ufeff',
]

/** A whole file of every kind that can be imported. */
export const WHOLE_FILES: readonly (readonly [ImportFormat, Buffer])[] = [
  ['partner-center-csv', sampleBytes()],
  ['partner-center-json', referralBytes()],
  ...DIRECTORY_FORMATS.map((format) => [format, Buffer.from(TABLES[format])] as const),
]

/** A file damaged in a few places: cut short, bytes changed, pieces gone, twice or foreign. */
export function damaged(random: Random, whole: Buffer): Buffer {
  let bytes: Buffer = Buffer.from(whole)
  for (let times = random.int(1, 5); times > 0; times -= 1) {
    const at = random.int(0, Math.max(0, bytes.length - 1))
    const to = Math.min(bytes.length, at + random.int(1, 400))
    bytes = random.pick<() => Buffer>([
      () => bytes.subarray(0, at),
      () => Buffer.concat([bytes.subarray(0, at), Buffer.from([random.int(0, 255)]), bytes.subarray(at + 1)]),
      () => Buffer.concat([bytes.subarray(0, at), bytes.subarray(to)]),
      () => Buffer.concat([bytes.subarray(0, to), bytes.subarray(at)]),
      () => Buffer.concat([bytes.subarray(0, at), Buffer.from(random.pick(SCRAPS)), bytes.subarray(at)]),
    ])()
  }
  return bytes
}
