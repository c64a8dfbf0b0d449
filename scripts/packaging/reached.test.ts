import { expect, test } from 'vitest'
import { reachedFrom } from './reached.ts'

const SCRIPTS: Record<string, string> = {
  '/a.js':
    "import { b } from './chunks/b.js'; import fs from 'node:fs'; new Worker(new URL('./w.js', import.meta.url)); b(fs)",
  '/chunks/b.js':
    "export * from 'kysely'; export const b = () => import('./c.js'); new URL('../fonts', import.meta.url)",
  '/chunks/c.js': "export { d } from './gone.js'; const s = 'import(\"./no.js\")'",
  '/w.js': 'export {}',
  '/other.js': "import 'node:http'",
}

test('follows imports of every kind, and workers, and says what is not there', () => {
  const { files, modules, missing } = reachedFrom(['/a.js'], (path) => SCRIPTS[path] ?? null)
  expect([...files]).toEqual(['/a.js', '/chunks/b.js', '/chunks/c.js', '/w.js'])
  expect([...modules].sort()).toEqual(['kysely', 'node:fs'])
  expect(missing).toEqual(['/chunks/gone.js'])
})
