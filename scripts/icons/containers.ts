import { decodePng } from '../small-png.ts'

/** A square picture. */
export interface Square {
  readonly size: number
  readonly png: Buffer
}

const BIG = 256

/** What Windows reads in every place, also in an installer: rows from below, blue first, and a mask of nothing. */
function bitmap(png: Buffer): Buffer {
  const { width, height, channels, bytes } = decodePng(png)
  const head = Buffer.alloc(40)
  head.writeUInt32LE(40, 0)
  head.writeInt32LE(width, 4)
  head.writeInt32LE(height * 2, 8)
  head.writeUInt16LE(1, 12)
  head.writeUInt16LE(32, 14)
  const pixels = Buffer.alloc(width * height * 4)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const from = (y * width + x) * channels
      const to = ((height - 1 - y) * width + x) * 4
      pixels.set(
        [bytes[from + 2]!, bytes[from + 1]!, bytes[from]!, channels === 4 ? bytes[from + 3]! : 255],
        to,
      )
    }
  }
  return Buffer.concat([head, pixels, Buffer.alloc(Math.ceil(width / 32) * 4 * height)])
}

/** An icon of Windows: small pictures as bitmaps, those of 256 pixels as PNG. */
export function ico(pictures: readonly Square[]): Buffer {
  const bodies = pictures.map(({ size, png }) => (size >= BIG ? png : bitmap(png)))
  const head = Buffer.alloc(6)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(pictures.length, 4)
  let at = 6 + 16 * pictures.length
  const entries = pictures.map(({ size }, index) => {
    const entry = Buffer.alloc(16)
    entry[0] = size >= BIG ? 0 : size
    entry[1] = size >= BIG ? 0 : size
    entry.writeUInt16LE(1, 4)
    entry.writeUInt16LE(32, 6)
    entry.writeUInt32LE(bodies[index]!.length, 8)
    entry.writeUInt32LE(at, 12)
    at += bodies[index]!.length
    return entry
  })
  return Buffer.concat([head, ...entries, ...bodies])
}

/** The names the Mac has for its sizes; most are read twice, as a size and as half of it on a fine screen. */
const ICNS_NAMES: Readonly<Record<number, readonly string[]>> = {
  16: ['icp4'],
  32: ['icp5', 'ic11'],
  64: ['ic12'],
  128: ['ic07'],
  256: ['ic08', 'ic13'],
  512: ['ic09', 'ic14'],
  1024: ['ic10'],
}

/** An icon of the Mac. Errors: a size it has no name for. */
export function icns(pictures: readonly Square[]): Buffer {
  const parts = pictures.flatMap(({ size, png }) => {
    const names = ICNS_NAMES[size]
    if (names === undefined) throw new Error(`no such size: ${size}`)
    return names.map((name) => part(name, png))
  })
  return part('icns', Buffer.concat(parts))
}

function part(name: string, data: Buffer): Buffer {
  const head = Buffer.alloc(8, name, 'latin1')
  head.writeUInt32BE(data.length + 8, 4)
  return Buffer.concat([head, data])
}
