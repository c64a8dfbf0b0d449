import { readFileSync, readdirSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { format, resolveConfig } from 'prettier'
import { ROWS } from './rows.data.ts'
import { type Line, type Table, VERDICTS } from './verdicts.data.ts'

const ROOT = resolve(import.meta.dirname, '../..')
const FOLDERS = ['tests/rulebook', 'src/shared', 'src/main/core']

interface Named {
  readonly file: string
  readonly name: string
}

/** Names of tests that carry rows in brackets at their beginning, whether given to `test` or to a table of cases. */
function testsIn(file: string): Named[] {
  const text = readFileSync(file, 'utf8')
  const names = text.matchAll(/(?<=['`])((?:\[[A-Z]?\d[\w.%-]*\] )+)((?:(?!['`]).)+)(?=['`])/g)
  return [...names].map(([, rows, rest]) => ({ file: relative(ROOT, file), name: `${rows}${rest}` }))
}

const tests = FOLDERS.flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts') && !name.endsWith('rows.test.ts'))
    .sort()
    .flatMap((name) => testsIn(join(ROOT, folder, name))),
)
const rowsOf = ({ name }: Named): string[] => [...name.matchAll(/\[([\w.%-]+)\]/g)].map(([, row]) => row!)
const testsFor = (row: string): Named[] => tests.filter((named) => rowsOf(named).includes(row))

test('every row of the rulebook has a test that carries its number', () => {
  expect(Object.keys(ROWS).filter((row) => testsFor(row).length === 0)).toEqual([])
})

test('no test carries a row the rulebook does not have', () => {
  expect([...new Set(tests.flatMap(rowsOf))].filter((row) => !(row in ROWS))).toEqual([])
})

test('every line of the verdicts names rows the rulebook has', () => {
  const lines = Object.values<Table>(VERDICTS).flatMap(({ sum = [], lines }): Line[] => [...sum, ...lines])
  const known = Object.keys(ROWS)
  const sections = known.map((row) => row.split('-')[0])
  const unknown = lines.map(({ row }) => row).filter((row) => !known.includes(row) && !sections.includes(row))
  expect([...new Set(unknown)]).toEqual([])
})

test('docs/rulebook-tests.md is the table of rows and their tests (npx vitest run tests/rulebook/rows.test.ts -u writes it)', async () => {
  const cell = (text: string) => text.replaceAll('|', '\\|')
  const lines = Object.entries(ROWS).map(([row, says]) => {
    const found = testsFor(row).map(
      ({ file, name }) => `${cell(name.replace(/^(\[[^\]]+\] )+/, ''))} · \`${file}\``,
    )
    return `| ${row.replace('%d', '1 to 8')} | ${cell(says)} | ${found.join('<br>')} |`
  })
  const text = [
    '# The rulebook and its tests',
    '',
    'Every row of the rulebook that is a rule, with the tests that carry its number in their name. Written by',
    '`tests/rulebook/rows.test.ts`, which fails when a row has no test or when this table is not what the tests say.',
    'The generated matrix (`tests/rulebook/matrix.test.ts`, `matrix.import.test.ts`) asks every action in every situation',
    'besides; its verdicts are data in `verdicts.data.ts` and `stages.data.ts`, each line with the row it comes from.',
    '',
    '| Row | What it says | Tests |',
    '| --- | --- | --- |',
    ...lines,
    '',
  ].join('\n')
  const path = join(ROOT, 'docs/rulebook-tests.md')
  const options = await resolveConfig(path)
  await expect(await format(text, { ...options, parser: 'markdown' })).toMatchFileSnapshot(path)
})
