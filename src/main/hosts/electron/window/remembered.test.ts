import fc from 'fast-check'
import { expect, test } from 'vitest'
import { NOTHING_REMEMBERED, type Remembered, readRemembered } from './remembered.ts'

const WHOLE: Remembered = {
  bounds: { x: -1200, y: 40, width: 1300, height: 800 },
  maximized: true,
  fullScreen: true,
  zoom: 1.25,
  address: '/deals/inbound',
  theme: 'dark',
  locale: 'zh-CN',
}

test('what was written is read', () => {
  expect(readRemembered(JSON.stringify(WHOLE))).toEqual(WHOLE)
})

test.for(['', '{', 'null', '[]', '7', '"window"', '{"bounds":7}'])('of %j nothing is remembered', (text) => {
  expect(readRemembered(text)).toEqual(NOTHING_REMEMBERED)
})

test.for<[keyof Remembered, unknown]>([
  ['bounds', { x: 1, y: 2, width: 0, height: 4 }],
  ['bounds', { x: 1, y: 2, width: 1e9, height: 4 }],
  ['bounds', { x: 1.5, y: 2, width: 3, height: 4 }],
  ['maximized', 'yes'],
  ['fullScreen', 1],
  ['zoom', 40],
  ['zoom', null],
  ['address', 'https://evil.invalid/'],
  ['theme', 'pink'],
  ['locale', 'de'],
])('a %s that cannot be is left out, and the rest stays', ([field, value]) => {
  expect(readRemembered(JSON.stringify({ ...WHOLE, [field]: value }))).toEqual({
    ...WHOLE,
    [field]: NOTHING_REMEMBERED[field],
  })
})

test('whatever stands in the file, what is read of it can be written and read again', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
      const read = readRemembered(text)
      expect(readRemembered(JSON.stringify(read))).toEqual(read)
    }),
  )
})
