import fc from 'fast-check'
import { expect, test } from 'vitest'
import { GRIP, type Rect, SMALLEST, USUAL, isInReach, overlap, place } from './placement.ts'

const LAPTOP: Rect = { x: 0, y: 0, width: 1728, height: 1080 }
const SIDE: Rect = { x: 1728, y: -200, width: 2560, height: 1400 }

test('the first window stands in the middle of the primary display', () => {
  expect(place(null, [LAPTOP, SIDE]).bounds).toEqual({ x: 144, y: 90, ...USUAL })
})

test('a window goes where it was, on whichever display that is', () => {
  const saved = { x: 2000, y: -100, width: 1600, height: 1200 }
  expect(place(saved, [LAPTOP, SIDE])).toEqual({ bounds: saved, smallest: SMALLEST })
})

test('where its display is gone, it stands in the middle of the primary one and fits', () => {
  const saved = { x: 2000, y: -100, width: 2400, height: 1300 }
  expect(place(saved, [LAPTOP]).bounds).toEqual(LAPTOP)
  expect(place({ ...saved, width: 1200, height: 800 }, [LAPTOP]).bounds).toEqual({
    x: 264,
    y: 140,
    width: 1200,
    height: 800,
  })
})

test.for<[string, Rect]>([
  ['above the display', { x: 100, y: -30, width: 1200, height: 800 }],
  ['at its left edge', { x: -1100, y: 10, width: 1200, height: 800 }],
  ['at its right edge', { x: 1700, y: 10, width: 1200, height: 800 }],
  ['under its lower edge', { x: 100, y: 1070, width: 1200, height: 800 }],
])('a title bar %s comes back in reach, and all of the window with it', ([, saved]) => {
  const { bounds } = place(saved, [LAPTOP])
  expect(overlap(bounds, LAPTOP)).toEqual({ width: 1200, height: 800 })
})

test('a window half over the edge stays so: its title bar is in reach', () => {
  const saved = { x: 1000, y: 500, width: 1200, height: 800 }
  expect(place(saved, [LAPTOP]).bounds).toEqual(saved)
})

test('a window between two displays is as large as the one that has most of it allows', () => {
  const saved = { x: 1500, y: 0, width: 3000, height: 1000 }
  expect(place(saved, [LAPTOP, SIDE]).bounds).toEqual({ ...saved, width: 2560 })
})

test('on a display smaller than the screens need, the window is what fits', () => {
  const small = { x: 0, y: 25, width: 960, height: 600 }
  expect(place(null, [small])).toEqual({ bounds: small, smallest: { width: 960, height: 600 } })
})

test('without any display that can be used, it opens as at the first start', () => {
  expect(place(null, []).bounds).toEqual({ x: 0, y: 0, ...USUAL })
})

const coordinate = fc.integer({ min: -20_000, max: 20_000 })
const rect = (width: [number, number], height: [number, number]): fc.Arbitrary<Rect> =>
  fc.record({
    x: coordinate,
    y: coordinate,
    width: fc.integer({ min: width[0], max: width[1] }),
    height: fc.integer({ min: height[0], max: height[1] }),
  })
const displays = fc.array(rect([320, 8000], [240, 5000]), { minLength: 1, maxLength: 5 })
/** Far away, or so near to a display that it lies over its edge. */
const savedNear = (areas: readonly Rect[]): fc.Arbitrary<Rect | null> =>
  fc.oneof(
    fc.constant(null),
    rect([0, 30_000], [0, 30_000]),
    fc
      .record({
        at: fc.constantFrom(...areas),
        dx: fc.integer({ min: -2000, max: 9000 }),
        dy: fc.integer({ min: -1200, max: 6000 }),
        size: rect([200, 6000], [100, 4000]),
      })
      .map(({ at, dx, dy, size }) => ({ ...size, x: at.x + dx, y: at.y + dy })),
  )
const setups = displays.chain((areas) => fc.record({ areas: fc.constant(areas), saved: savedNear(areas) }))

test('whatever was saved and whatever displays there are: it can be moved, and it has room', () => {
  fc.assert(
    fc.property(setups, ({ areas, saved }) => {
      const { bounds, smallest } = place(saved, areas)
      expect(isInReach(bounds, areas)).toBe(true)
      const roomy = areas.filter(({ width, height }) => bounds.width <= width && bounds.height <= height)
      expect(roomy).not.toEqual([])
      expect(bounds.width).toBeGreaterThanOrEqual(smallest.width)
      expect(bounds.height).toBeGreaterThanOrEqual(smallest.height)
      const needed = areas.map(({ width, height }) => ({
        width: Math.min(SMALLEST.width, width),
        height: Math.min(SMALLEST.height, height),
      }))
      expect(needed).toContainEqual(smallest)
    }),
    { numRuns: 3000 },
  )
})

test('on one display, placing twice is placing once', () => {
  fc.assert(
    fc.property(setups, ({ areas: [only], saved }) => {
      const { bounds } = place(saved, [only!])
      expect(place(bounds, [only!]).bounds).toEqual(bounds)
    }),
    { numRuns: 1000 },
  )
})

test('so much of the title bar as one can take hold of', () => {
  const at = (x: number, y: number) => isInReach({ x, y, width: 1024, height: 700 }, [LAPTOP])
  expect(at(LAPTOP.width - GRIP.width, 0)).toBe(true)
  expect(at(LAPTOP.width - GRIP.width + 1, 0)).toBe(false)
  expect(at(0, LAPTOP.height - GRIP.height)).toBe(true)
  expect(at(0, LAPTOP.height - GRIP.height + 1)).toBe(false)
})
