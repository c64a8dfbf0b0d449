import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type LoadedWith, OUT, loadedWith } from './support/built-graph.ts'
import { runOn } from './stand-in/run.ts'
import { expect, standInOn, folderTest as test } from './support/test.ts'

const OUT_URL = `${pathToFileURL(OUT).href}/`

/** What no start needs: reading and writing of files, reports, paper, and, in the main process, data at all. */
const HEAVY_SOURCES = /^src\/main\/core\/(?:imports|exports|exchange|reports|paper|jobs)\/|^src\/main\/db\//
const HEAVY_PACKAGES = /^(?:zod|kysely|better-sqlite3|csv-parse|csv-stringify|echarts)$/

const heavyOf = ({ sources, packages }: LoadedWith): string[] => [
  ...sources.filter((name) => HEAVY_SOURCES.test(name)),
  ...packages.filter((name) => HEAVY_PACKAGES.test(name)),
]

/** What a test found is said beside its result. */
const say = (text: string): void => {
  process.stdout.write(`  ${text}\n`)
  test.info().annotations.push({ type: 'found', description: text })
}

test('before the first window is made, the main process has loaded little, and no code that deals with data', async ({
  context,
  dataDir,
}) => {
  const standIn = standInOn(context, dataDir)
  const before = new Promise<readonly string[]>((resolve) =>
    standIn.app.once('browser-window-created', () => resolve([...standIn.modules])),
  )
  await runOn(standIn)
  const modules = await before
  const own = modules.flatMap((url) => (url.startsWith(OUT_URL) ? [url.slice(OUT_URL.length)] : []))
  const others = modules.filter((url) => !url.startsWith(OUT_URL))
  const there = loadedWith(own)
  const bytes = own.reduce((sum, path) => sum + statSync(join(OUT, path)).size, 0)
  say(
    `before the first window: ${own.length} files of ours (${bytes} bytes, ${there.sources.length} sources)`,
  )
  say(
    `besides: ${others.length} modules of Node and Electron; packages in our files: ${there.packages.join(', ')}`,
  )

  expect(own).toContain('main/electron.js')
  expect(own.length).toBeLessThanOrEqual(14)
  expect(bytes).toBeLessThanOrEqual(130_000)
  expect(there.sources).toContain('src/main/hosts/electron/window/window.ts')
  // The names of places are two of them, a few hundred bytes each.
  expect(there.sources.length).toBeLessThanOrEqual(80)
  expect(others.filter((name) => name !== 'electron' && !name.startsWith('node:'))).toEqual([])
  expect(others.length).toBeLessThanOrEqual(14)
  expect(there.packages).toEqual(['uuidv7'])
  expect(heavyOf(there)).toEqual([])
  // Whatever was loaded, nothing it imports was left to be loaded with it.
  expect([...there.files].sort()).toEqual([...own].sort())
  await standIn.page
  standIn.app.quit()
  await standIn.app.ended
})

test('the engine starts without what reads and writes files, draws reports or sets paper', () => {
  const engine = loadedWith(['main/engine.js'])
  say(
    `the engine starts with ${engine.files.length} files, ${engine.sources.length} sources, ${engine.packages.join(', ')}`,
  )
  expect(engine.packages).toEqual(['better-sqlite3', 'kysely', 'uuidv7', 'zod'])
  const ofFiles = engine.sources.filter(
    (name) => HEAVY_SOURCES.test(name) && !name.startsWith('src/main/db/'),
  )
  // What takes an order and has it carried out elsewhere, and what takes an import back.
  const orders =
    /\/(?:(?:exchange|reports)\.handlers|imports\.service|start-paper|formula-guard|finished-imports|jobs\.service|job-control)\.ts$|\/imports\/undo\//
  expect(ofFiles.filter((name) => !orders.test(name))).toEqual([])
})

test('the same look finds the database in the engine, the tables in the worker of files, and the paper', () => {
  expect(heavyOf(loadedWith(['main/engine.js']))).toEqual(
    expect.arrayContaining(['kysely', 'better-sqlite3', 'zod', 'src/main/db/open.ts']),
  )
  expect(heavyOf(loadedWith(['main/jobs.js']))).toEqual(
    expect.arrayContaining(['csv-parse', 'src/main/core/exports/run-export.ts']),
  )
  const paper = /["'](\.\/chunks\/run-paper-[^"']+)["']/.exec(readFileSync(join(OUT, 'main/jobs.js'), 'utf8'))
  expect(heavyOf(loadedWith([join('main', paper![1]!)]))).toContain('src/main/core/paper/run-paper.ts')
})

test('the preload is smaller than one kilobyte', () => {
  const { size } = statSync(join(OUT, 'preload/preload.cjs'))
  say(`preload.cjs: ${size} bytes`)
  expect(size).toBeGreaterThan(0)
  expect(size).toBeLessThanOrEqual(1024)
})
