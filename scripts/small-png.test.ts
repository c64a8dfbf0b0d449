import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync, inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { smallPng } from './small-png.ts'

const RED = [200, 30, 40]
const BLUE = [10, 60, 220]

/** Two rows of RGB, the second written as differences to the first. */
function picture(): Buffer {
  const rows = Buffer.from([0, ...RED, ...BLUE, 2, 0, 0, 0, 190, 226, 76])
  const head = Buffer.from([0, 0, 0, 2, 0, 0, 0, 2, 8, 2, 0, 0, 0])
  const part = (name: string, data: Buffer): Buffer => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(data.length)
    return Buffer.concat([length, Buffer.from(name), data, Buffer.alloc(4)])
  }
  const signature = Buffer.from('89504e470d0a1a0a', 'hex')
  return Buffer.concat([
    signature,
    part('IHDR', head),
    part('IDAT', deflateSync(rows)),
    part('IEND', Buffer.alloc(0)),
  ])
}

const partOf = (png: Buffer, name: string): Buffer => {
  const at = png.indexOf(name)
  return png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4))
}

test('every pixel keeps its colour while there are no more than 256 of them', () => {
  const small = smallPng(picture())
  const palette = [...partOf(small, 'PLTE')]
  const rows = [...inflateSync(partOf(small, 'IDAT'))]
  const colourAt = (index: number): number[] => palette.slice(rows[index]! * 3, rows[index]! * 3 + 3)
  expect([colourAt(1), colourAt(2), colourAt(4), colourAt(5)]).toEqual([RED, BLUE, RED, [200, 30, 40]])
})

test('what is no such picture is refused', () => {
  const indexed = picture()
  indexed[25] = 3
  expect(() => smallPng(indexed)).toThrow('not such a picture')
  expect(() => smallPng(readFileSync(join(import.meta.dirname, '../resources/icons/tandem.svg')))).toThrow()
})
