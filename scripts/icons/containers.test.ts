import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { decodePng } from '../small-png.ts'
import { icns, ico } from './containers.ts'

const ICONS = join(import.meta.dirname, '../../resources/icons')
const read = (name: string): Buffer => readFileSync(join(ICONS, name))
const pngSize = (png: Buffer): number => png.readUInt32BE(16)

/** What an icon of Windows holds: sizes, and the bytes of each picture. */
function picturesOf(file: Buffer): { size: number; body: Buffer }[] {
  expect(file.readUInt32LE(0)).toBe(0x10000)
  return Array.from({ length: file.readUInt16LE(4) }, (_, index) => {
    const entry = file.subarray(6 + 16 * index, 22 + 16 * index)
    const at = entry.readUInt32LE(12)
    return { size: entry[0] || 256, body: file.subarray(at, at + entry.readUInt32LE(8)) }
  })
}

/** What an icon of the Mac holds: its parts by name. */
function partsOf(file: Buffer): Map<string, Buffer> {
  expect([file.toString('latin1', 0, 4), file.readUInt32BE(4)]).toEqual(['icns', file.length])
  const parts = new Map<string, Buffer>()
  for (let at = 8; at < file.length; at += file.readUInt32BE(at + 4)) {
    parts.set(file.toString('latin1', at, at + 4), file.subarray(at + 8, at + file.readUInt32BE(at + 4)))
  }
  return parts
}

test('an icon of Windows holds every pixel of its picture', () => {
  const png = read('app/16x16.png')
  const [only] = picturesOf(ico([{ size: 16, png }]))
  const pixels = decodePng(png)
  const middle = (15 - 8) * 16 + 8
  const at = (8 * 16 + 8) * pixels.channels
  expect([...only!.body.subarray(40 + middle * 4, 43 + middle * 4)].toReversed()).toEqual([
    ...pixels.bytes.subarray(at, at + 3),
  ])
  expect(only!.body).toHaveLength(40 + 16 * 16 * 4 + 16 * 4)
})

test.each([
  ['app', 'icon'],
  ['document', 'tandem-file'],
])('the icons of the %s are in every size the systems ask for', (name, file) => {
  const windows = picturesOf(read(`${name}/${file}.ico`))
  expect(windows.map(({ size }) => size)).toEqual([16, 20, 24, 32, 48, 64, 256])
  expect(pngSize(windows.at(-1)!.body)).toBe(256)
  const mac = partsOf(read(`${name}/${file}.icns`))
  expect([...mac].map(([part, png]) => [part, pngSize(png)])).toEqual([
    ['icp4', 16],
    ['icp5', 32],
    ['ic11', 32],
    ['ic12', 64],
    ['ic07', 128],
    ['ic08', 256],
    ['ic13', 256],
    ['ic09', 512],
    ['ic14', 512],
    ['ic10', 1024],
  ])
  for (const size of [16, 24, 32, 48, 64, 128, 256, 512]) {
    expect(pngSize(read(`${name}/${size}x${size}.png`))).toBe(size)
  }
})

test('the menu bar of a Mac gets black and nothing else', () => {
  for (const name of [
    'tandemTemplate',
    'tandemTemplate@2x',
    'tandem-answerTemplate',
    'tandem-answerTemplate@2x',
  ]) {
    const { bytes, channels } = decodePng(read(`tray/${name}.png`))
    expect(channels).toBe(4)
    expect(bytes.every((value, at) => at % 4 === 3 || bytes[at - (at % 4) + 3] === 0 || value === 0)).toBe(
      true,
    )
    expect(bytes.some((value, at) => at % 4 === 3 && value > 0)).toBe(true)
  }
})

test('a size the Mac has no name for is refused', () => {
  expect(() => icns([{ size: 20, png: read('app/24x24.png') }])).toThrow('no such size: 20')
})
