import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import type { Component } from '#shared/licences.ts'
import { faultsOf } from '../../scripts/packaging/licences/list.ts'
import { packageOf } from '../../scripts/packaging/licences/packages.ts'
import { ensureBuilt } from '../support/ensure-built.ts'
import { ROOT } from './lay-out.ts'

beforeAll(ensureBuilt, 120_000)
const listed = (): Component[] =>
  JSON.parse(readFileSync(join(ROOT, 'out/renderer/licences.json'), 'utf8')) as Component[]

test('everything in the bundles may be shipped, and brings the text of its licence', () => {
  const components = listed()
  expect(faultsOf(components)).toEqual([])
  expect(components.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      '@fontsource-variable/inter',
      '@fontsource-variable/noto-sans-sc',
      '@vue/runtime-core',
      'Chromium',
      'Electron',
      'SQLite',
      'better-sqlite3',
      'csv-parse',
      'echarts',
      'kysely',
      'reka-ui',
      'zod',
    ]),
  )
})

test('tools that only build and test are not listed', () => {
  const names = listed().map(({ name }) => name)
  expect(
    names.filter((name) => /^(eslint|vitest|playwright|typescript|electron-builder|prettier)$/.test(name)),
  ).toEqual([])
})

test('a module belongs to the package around it, and one of ours to none', () => {
  expect(packageOf(join(ROOT, 'node_modules/zod/v4/core/parse.js?x=1'), ROOT)).toBe(
    join(ROOT, 'node_modules/zod'),
  )
  expect(packageOf('\0plugin-vue:export-helper', ROOT)).toBe(join(ROOT, 'node_modules/@vitejs/plugin-vue'))
  expect(packageOf(join(ROOT, 'src/shared/result.ts'), ROOT)).toBeNull()
})
