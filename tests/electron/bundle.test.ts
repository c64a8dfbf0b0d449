import { readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { expect, test } from '@playwright/test'

const MAIN = resolve(import.meta.dirname, '../../out/main')
const IMPORT = /(?:\bfrom\s*|\bimport\s*\(?\s*|new URL\(\s*)["']([^"']+)["']/g
const PORTS = [
  'node:http',
  'node:https',
  'node:http2',
  'node:net',
  'node:tls',
  'node:dgram',
  'node:child_process',
]

/** Everything a built script names, through its chunks and workers. */
function graph(entry: string): { files: Set<string>; modules: Set<string> } {
  const files = new Set<string>()
  const modules = new Set<string>()
  const visit = (file: string): void => {
    if (files.has(file)) return
    files.add(file)
    for (const [, specifier] of readFileSync(file, 'utf8').matchAll(IMPORT)) {
      if (!specifier!.startsWith('.')) modules.add(specifier!)
      else if (specifier!.endsWith('.js')) visit(join(dirname(file), specifier!))
    }
  }
  visit(join(MAIN, entry))
  return { files, modules }
}

test('the Electron application opens no port: its bundle names no network module', () => {
  const { files, modules } = graph('electron.js')
  expect([...files].map((file) => file.slice(MAIN.length + 1))).toEqual(
    expect.arrayContaining(['electron.js', 'engine.js', 'jobs.js']),
  )
  expect(modules).toContain('electron')
  expect(PORTS.filter((name) => modules.has(name) || modules.has(name.replace('node:', '')))).toEqual([])
})

test('the same look at the loopback host finds its port', () => {
  expect(graph('loopback.js').modules).toContain('node:http')
})

test('the preload is one file that needs Electron alone', () => {
  const preload = readFileSync(join(MAIN, '../preload/preload.cjs'), 'utf8')
  expect([...preload.matchAll(/require\(["']([^"']+)["']\)/g)].map(([, name]) => name)).toEqual(['electron'])
})
