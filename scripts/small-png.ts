import { crc32, deflateSync, inflateSync } from 'node:zlib'

/**
 * The picture of a screen in half of its bytes: its planes as they are, the rims of its letters in fewer
 * shades. What Chromium hands out is 8-bit RGB or RGBA, not interlaced; anything else is refused.
 */
const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex')
const MOST_COLOURS = 256
/** Colours nearer than this are told apart by nobody at the rim of a letter; planes keep theirs exactly. */
const CLOSE = 3 * 14 ** 2
const MANY = 1000
const RGB = 2
const RGBA = 6
const INDEXED = 3

/** Pixels row by row, three or four bytes each. */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly channels: number
  readonly bytes: Buffer
}

function chunksOf(png: Buffer): Map<string, Buffer[]> {
  const chunks = new Map<string, Buffer[]>()
  for (let at = SIGNATURE.length; at < png.length;) {
    const length = png.readUInt32BE(at)
    const name = png.toString('latin1', at + 4, at + 8)
    chunks.set(name, [...(chunks.get(name) ?? []), png.subarray(at + 8, at + 8 + length)])
    at += length + 12
  }
  return chunks
}

/** The predictor of the fourth filter: whichever neighbour comes nearest to left + above - corner. */
function paeth(left: number, above: number, corner: number): number {
  const [toLeft, toAbove] = [Math.abs(above - corner), Math.abs(left - corner)]
  const toCorner = Math.abs(left + above - 2 * corner)
  if (toLeft <= toAbove && toLeft <= toCorner) return left
  return toAbove <= toCorner ? above : corner
}

/** The pixels of a PNG. Errors: when it is none of the kind named above. */
export function decodePng(png: Buffer): Picture {
  const chunks = chunksOf(png)
  const head = chunks.get('IHDR')![0]!
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)]
  const kind = head[9]
  if (head[8] !== 8 || (kind !== RGB && kind !== RGBA) || head[12] !== 0)
    throw new Error('not such a picture')
  const channels = kind === RGB ? 3 : 4
  const raw = inflateSync(Buffer.concat(chunks.get('IDAT')!))
  const stride = width * channels
  const bytes = Buffer.alloc(stride * height)
  for (let row = 0; row < height; row += 1) {
    const filter = raw[row * (stride + 1)]!
    for (let x = 0; x < stride; x += 1) {
      const at = row * stride + x
      const left = x >= channels ? bytes[at - channels]! : 0
      const above = row > 0 ? bytes[at - stride]! : 0
      const corner = row > 0 && x >= channels ? bytes[at - stride - channels]! : 0
      const guess = [0, left, above, (left + above) >> 1, paeth(left, above, corner)][filter]!
      bytes[at] = raw[row * (stride + 1) + 1 + x]! + guess
    }
  }
  return { width, height, channels, bytes }
}

const distance = (one: number, other: number): number =>
  ((one >> 16) - (other >> 16)) ** 2 +
  (((one >> 8) & 255) - ((other >> 8) & 255)) ** 2 +
  ((one & 255) - (other & 255)) ** 2

/** The most frequent colours, none close to another, and for every colour the nearest of them. */
function paletteOf(colours: Uint32Array): { palette: number[]; nearest: Map<number, number> } {
  const counts = new Map<number, number>()
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1)
  const palette: number[] = []
  const nearest = new Map<number, number>()
  for (const [colour, count] of [...counts].sort((one, other) => other[1] - one[1])) {
    let best = 0
    for (let index = 1; index < palette.length; index += 1) {
      if (distance(colour, palette[index]!) < distance(colour, palette[best]!)) best = index
    }
    const isNew = palette.length === 0 || count >= MANY || distance(colour, palette[best]!) > CLOSE
    if (isNew && palette.length < MOST_COLOURS) best = palette.push(colour) - 1
    nearest.set(colour, best)
  }
  return { palette, nearest }
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** The same picture, smaller. Errors: when it is none of the kind named above. */
export function smallPng(png: Buffer): Buffer {
  const { width, height, channels, bytes } = decodePng(png)
  const colours = new Uint32Array(width * height)
  for (let at = 0; at < colours.length; at += 1) colours[at] = bytes.readUIntBE(at * channels, 3)
  const { palette, nearest } = paletteOf(colours)
  const rows = Buffer.alloc((width + 1) * height)
  colours.forEach((colour, at) => {
    rows[at + Math.floor(at / width) + 1] = nearest.get(colour)!
  })
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, INDEXED], 8)
  const table = Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]))
  const packed = chunk('IDAT', deflateSync(rows, { level: 9 }))
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('PLTE', table),
    packed,
    chunk('IEND', Buffer.alloc(0)),
  ])
}
