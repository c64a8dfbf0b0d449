import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Line, type Preview, commit, fileOf, preview } from '../support/bulk-csv.ts'
import { eventCount, rawOf } from '../support/database-content.ts'
import type { Action } from './actions.ts'
import { expected } from './expected.ts'
import { SAYINGS, lineFor } from './import-lines.ts'
import { SITUATIONS, nameOf } from './situations.data.ts'
import { type World, buildWorld, inCopy, lineOf, referralOf, removeWorld } from './world.ts'

/** The matrix once more, asked by lines of a file: each says of a deal we have what an action would make of it. */
let world: World
let cases = 0

beforeAll(async () => {
  world = await buildWorld('imported')
}, 120_000)
afterAll(() => {
  removeWorld(world)
  process.stdout.write(`rulebook matrix, imports: ${cases} verdicts\n`)
})

const rowOf = ({ sample }: Preview, index: number) =>
  sample.find(({ referralId }) => referralId === referralOf(index))!

test('a line that says of our own deal what is so changes nothing, whatever the situation', async () => {
  const lines = SITUATIONS.flatMap((situation, index): Line[] => {
    const { type, direction, status } = situation
    const told = type !== 'solution-assessment' && direction === 'outbound' && status !== 'lost'
    return told ? [lineOf(index, situation)] : []
  })
  await inCopy(world, async (app) => {
    const previewed = await preview(app, fileOf(lines), 'outbound')
    const changing = previewed.sample.filter(({ verdict }) => verdict !== 'unchanged')
    expect(changing.map(({ referralId, changes }) => `${referralId} ${changes.join()}`)).toEqual([])
    expect(previewed.unchanged).toBe(lines.length)
  })
})

test.each(Object.keys(SAYINGS) as Action[])('a line of a file that means "%s"', async (action) => {
  const asked = SITUATIONS.flatMap((situation, index) => {
    const line = lineFor(action, index, situation)
    return line ? [{ situation, index, line }] : []
  })
  expect(asked.length).toBeGreaterThan(0)
  await inCopy(world, async (app) => {
    const previewed = await preview(app, fileOf(asked.map(({ line }) => line)), 'outbound')
    const wrong: string[] = []
    let allowed = 0
    for (const { situation, index } of asked) {
      cases += 1
      const { verdict, reasons } = rowOf(previewed, index)
      const want = expected(action, situation)
      if (want.length === 0) allowed += 1
      const is = verdict === 'refused' ? [...new Set(reasons.map(({ code }) => code))].sort() : []
      if (want.join() !== is.join() || (want.length === 0 && verdict !== 'update')) {
        wrong.push(
          `${nameOf(situation)}: ${verdict} ${is.join(' ')} instead of ${want.join(' ') || 'update'}`,
        )
      }
    }
    expect(wrong.join('\n')).toBe('')
    const before = eventCount(rawOf(app))
    const done = await commit(app, previewed.importId)
    expect([done.updated, done.refused]).toEqual([allowed, asked.length - allowed])
    expect(eventCount(rawOf(app)) > before).toBe(allowed > 0)
  })
})
