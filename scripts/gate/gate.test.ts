import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Gate, wordsOf } from './gate.ts'
import { PLANTS } from './planted.ts'
import { type Plant, withPlant } from './planted/plant.ts'
import { RULES } from './rules.ts'
import { readFiles } from './source.ts'

const files = readFiles(join(import.meta.dirname, '../..'))
const gate = new Gate()
const said = gate.run(files).map(wordsOf)
/** What is found besides what the sources say already. */
const foundIn = (plant: Plant) =>
  gate.run(withPlant(files, plant)).filter((finding) => !said.includes(wordsOf(finding)))

test('the sources have the known shape', () => {
  expect(said).toEqual([])
})

test('every rule has an id of its own that begins with an item of the checklist', () => {
  const ids = RULES.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids.filter((id) => !/^(?:[1-9]|1\d|20|x[1-7])-[a-z-]+$/.test(id))).toEqual([])
})

test('every rule has a planted violation, and every planted violation a rule', () => {
  const rules = new Set(RULES.map(({ id }) => id))
  const planted = new Set(PLANTS.map(({ rule }) => rule))
  expect([...rules].filter((id) => !planted.has(id))).toEqual([])
  expect([...planted].filter((id) => !rules.has(id))).toEqual([])
})

describe('a planted violation is seen by its rule and by no other', () => {
  test.each(PLANTS.map((plant) => [plant.rule, plant.tries, plant] as const))(
    '[%s] %s',
    (rule, _tries, plant) => {
      const found = foundIn(plant)
      expect(new Set(found.map((finding) => finding.rule)), found.map(wordsOf).join('\n')).toEqual(
        new Set([rule]),
      )
      expect(found.every(({ file, line }) => file === plant.file && line >= 1)).toBe(true)
    },
  )
})

test('no rule is there twice: without it, its planted violations pass', () => {
  for (const { id } of RULES) {
    const others = new Gate(RULES.filter((rule) => rule.id !== id))
    const [plant] = PLANTS.filter(({ rule }) => rule === id)
    const one = new Map([...withPlant(files, plant!)].filter(([path]) => path === plant!.file))
    expect(
      others.run(one).filter(({ what }) => what !== 'the file is missing'),
      id,
    ).toEqual([])
  }
})
