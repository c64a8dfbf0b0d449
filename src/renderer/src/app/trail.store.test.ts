import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, test, vi } from 'vitest'
import { id } from '../testing/deals.ts'
import { useTrail } from './trail.store.ts'

const ids = (...numbers: number[]) => numbers.map((number) => id<'deal'>(number))

beforeEach(() => setActivePinia(createPinia()))

test('a deal knows its place among those one came from', () => {
  const trail = useTrail()
  trail.lay('outbound', [{ ids: ids(7, 8, 9), count: 58 }])
  expect(trail.standing(id(8))).toEqual({ place: 'outbound', number: 2, count: 58 })
  expect(trail.standing(id(5))).toBeNull()
})

test('on the board it stands in its column', () => {
  const trail = useTrail()
  trail.lay('pipeline', [
    { ids: ids(1, 2), count: 2 },
    { ids: ids(3, 4, 5), count: 3 },
  ])
  expect(trail.standing(id(4))).toEqual({ place: 'pipeline', number: 2, count: 3 })
})

test('one step leads to its neighbours, and beyond the ends to nothing', async () => {
  const trail = useTrail()
  trail.lay('favorites', [{ ids: ids(1, 2, 3), count: 3 }])
  const steps = [trail.step(id(2), 1), trail.step(id(2), -1), trail.step(id(3), 1), trail.step(id(1), -1)]
  expect(await Promise.all(steps)).toEqual([id(3), id(1), null, null])
  expect(await trail.step(id(9), 1)).toBeNull()
})

test('where there are more than are here, they are brought at the end and not before', async () => {
  const trail = useTrail()
  const more = vi.fn(async () => ids(1, 2, 3, 4))
  trail.lay('inbound', [{ ids: ids(1, 2), count: 4, more }])
  expect(await trail.step(id(1), 1)).toBe(id(2))
  expect(more).not.toHaveBeenCalled()
  expect(await trail.step(id(2), 1)).toBe(id(3))
  expect(await trail.step(id(3), 1)).toBe(id(4))
  expect(more).toHaveBeenCalledOnce()
  expect(trail.standing(id(4))).toEqual({ place: 'inbound', number: 4, count: 4 })
})

test('a screen that shows others lays another trail', () => {
  const trail = useTrail()
  trail.lay('inbound', [{ ids: ids(1), count: 1 }])
  trail.lay('search', [{ ids: ids(2, 1), count: 2 }])
  expect(trail.standing(id(1))).toEqual({ place: 'search', number: 2, count: 2 })
})
