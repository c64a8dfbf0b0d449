/** Sizes of SQLite's log file, in bytes (its file format, section 4). */
const FILE_HEADER = 32
const FRAME_HEADER = 24
const PAGE_SIZE_AT = 8
const COMMIT_SIZE_AT = 4
const SALT_AT = 8

/** Where each whole commit of a log ends, as offsets into the file. Frames of an earlier round of the log don't count. */
export function commitEnds(wal: Buffer): number[] {
  const pageSize = wal.readUInt32BE(PAGE_SIZE_AT)
  const salt = wal.subarray(16, 24)
  const ends: number[] = []
  for (let at = FILE_HEADER; at + FRAME_HEADER + pageSize <= wal.length; at += FRAME_HEADER + pageSize) {
    if (!wal.subarray(at + SALT_AT, at + SALT_AT + 8).equals(salt)) break
    if (wal.readUInt32BE(at + COMMIT_SIZE_AT) !== 0) ends.push(at + FRAME_HEADER + pageSize)
  }
  return ends
}

/** How a power cut may leave the end of a file: gone, zeros, or whatever the disk held. */
export type Tail = 'cut' | 'zeros' | 'garbage'

/** A log as it would be had only its first bytes reached the disk. */
export function tornLog(wal: Buffer, bytes: number, tail: Tail, garbage: (length: number) => Buffer): Buffer {
  const kept = wal.subarray(0, bytes)
  if (tail === 'cut') return Buffer.from(kept)
  const lost = wal.length - bytes
  return Buffer.concat([kept, tail === 'zeros' ? Buffer.alloc(lost) : garbage(lost)])
}
