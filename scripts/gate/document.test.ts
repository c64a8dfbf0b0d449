import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { RULES } from './rules.ts'

const ROOT = join(import.meta.dirname, '../..')
const text = readFileSync(join(ROOT, 'docs/electron-security.md'), 'utf8').replace(/\s+/g, ' ')
const named = [...text.matchAll(/`((?:\d{1,2}|x\d)-[a-z][a-z-]*)`/g)].map(([, id]) => id!)
const titles = [...text.matchAll(/“([^”]+)” \(`([^`]+)`\)/g)].map(([, title, file]) => ({
  title: title!,
  file: file!,
}))
const rows = (heading: string): string[] =>
  [...(text.split(`## ${heading}`)[1] ?? '').split(' ## ')[0]!.matchAll(/\| (\w+)(?= [^|-])/g)].map(
    ([, row]) => row!,
  )

test('docs/electron-security.md names every rule of the gate, and no other', () => {
  const ids = RULES.map(({ id }) => id)
  expect(ids.filter((id) => !named.includes(id))).toEqual([])
  expect(named.filter((id) => !ids.includes(id))).toEqual([])
})

test('every test it names is there, under that title', () => {
  expect(titles.length).toBeGreaterThan(10)
  const wrong = titles.filter(
    ({ title, file }) =>
      !existsSync(join(ROOT, file)) || !readFileSync(join(ROOT, file), 'utf8').includes(title),
  )
  expect(wrong).toEqual([])
})

test('every file it names is there', () => {
  const files = [...text.matchAll(/`((?:scripts|tests|src|docs)\/[\w./-]+)`/g)].map(([, file]) => file!)
  expect(files.filter((file) => !existsSync(join(ROOT, file)))).toEqual([])
})

test('it has a row for each of the twenty items and of the seven promises', () => {
  const items = Array.from({ length: 20 }, (_, index) => String(index + 1))
  expect(items.filter((item) => !rows('The twenty items').includes(item))).toEqual([])
  const promises = Array.from({ length: 7 }, (_, index) => `X${index + 1}`)
  expect(promises.filter((item) => !rows('X1 to X7').includes(item))).toEqual([])
})
