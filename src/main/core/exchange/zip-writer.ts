import { type FileHandle, open } from 'node:fs/promises'
import { Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { crc32, createDeflateRaw } from 'node:zlib'

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
const VERSION = 20
const UTF8_NAMES = 0x0800
const DEFLATED = 8
/** The first of January 1980, the earliest a zip knows: the same content is the same bytes on any day. */
const NO_TIME = 0
const FIRST_DAY = 0x21
/** Beyond this a zip needs the larger format, which not every reader knows. */
const MOST_BYTES = 0xffff_ffff

interface Entry {
  readonly name: Buffer
  readonly offset: number
  crc: number
  packed: number
  size: number
}

/** The fields local and central headers share, from the version on. */
function common({ name, crc, packed, size }: Entry): Buffer {
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(VERSION, 0)
  fields.writeUInt16LE(UTF8_NAMES, 2)
  fields.writeUInt16LE(DEFLATED, 4)
  fields.writeUInt16LE(NO_TIME, 6)
  fields.writeUInt16LE(FIRST_DAY, 8)
  fields.writeUInt32LE(crc, 10)
  fields.writeUInt32LE(packed, 14)
  fields.writeUInt32LE(size, 18)
  fields.writeUInt16LE(name.length, 22)
  return fields
}

const signature = (value: number): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(value)
  return bytes
}

const localHeader = (entry: Entry): Buffer => Buffer.concat([signature(LOCAL), common(entry), entry.name])

function centralHeader(entry: Entry): Buffer {
  const madeBy = Buffer.from([VERSION, 0])
  const rest = Buffer.alloc(14)
  rest.writeUInt32LE(entry.offset, 10)
  return Buffer.concat([signature(CENTRAL), madeBy, common(entry), rest, entry.name])
}

function endRecord(entries: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(END, 0)
  end.writeUInt16LE(entries, 8)
  end.writeUInt16LE(entries, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(offset, 16)
  return end
}

/** Writes a zip entry by entry, each streamed: never more in memory than a few pages of it (ADR 0015). */
export class ZipWriter {
  readonly #handle: FileHandle
  readonly #entries: Entry[] = []
  #at = 0

  private constructor(handle: FileHandle) {
    this.#handle = handle
  }

  static async create(path: string): Promise<ZipWriter> {
    return new ZipWriter(await open(path, 'w', 0o600))
  }

  /** Adds an entry from chunks of its content. The header is written again once the sizes are known. */
  async add(name: string, content: Iterable<string> | AsyncIterable<string>): Promise<void> {
    const entry: Entry = { name: Buffer.from(name), offset: this.#at, crc: 0, packed: 0, size: 0 }
    await this.#append(localHeader(entry))
    const count = new Transform({
      decodeStrings: true,
      transform(chunk: Buffer, _encoding, next) {
        entry.crc = crc32(chunk, entry.crc)
        entry.size += chunk.length
        next(null, chunk)
      },
    })
    await pipeline(
      Readable.from(content),
      count,
      createDeflateRaw(),
      async (packed: AsyncIterable<Buffer>) => {
        for await (const chunk of packed) {
          entry.packed += chunk.length
          await this.#append(chunk)
        }
      },
    )
    if (this.#at > MOST_BYTES || entry.size > MOST_BYTES) throw new RangeError('zip larger than 4 GiB')
    await this.#handle.write(localHeader(entry), 0, null, entry.offset)
    this.#entries.push(entry)
  }

  /** Writes the list of entries: without it the file is none. */
  async finish(): Promise<void> {
    const start = this.#at
    for (const entry of this.#entries) await this.#append(centralHeader(entry))
    await this.#append(endRecord(this.#entries.length, this.#at - start, start))
  }

  async close(): Promise<void> {
    await this.#handle.close()
  }

  async #append(bytes: Buffer): Promise<void> {
    await this.#handle.write(bytes, 0, bytes.length, this.#at)
    this.#at += bytes.length
  }
}
