import { readFileSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { parseSync } from 'vite'

export const OUT = resolve(import.meta.dirname, '../../../out')
const MODULE = /^\/\/ (?:#region )?(?:\S*\/)?((?:src|resources|node_modules)\/\S+)$/gm
const PACKAGE = /^node_modules\/((?:@[^/]+\/)?[^/]+)/

/** What is loaded with a built script, before it does anything. */
export interface LoadedWith {
  /** The scripts, by their paths under `out`. */
  readonly files: readonly string[]
  /** Our own sources in them, as the bundler marks them. */
  readonly sources: readonly string[]
  /** Packages: those in the scripts, and those named by them that lie beside. */
  readonly packages: readonly string[]
  /** Modules of Node and of Electron. */
  readonly builtin: readonly string[]
}

const isBuiltin = (name: string): boolean =>
  name === 'electron' || process.getBuiltinModule(name) !== undefined

/** Every script these scripts import statically, they themselves included. Paths under `out`. */
export function loadedWith(entries: readonly string[]): LoadedWith {
  const files = new Set<string>()
  const [modules, named] = [new Set<string>(), new Set<string>()]
  const visit = (path: string): void => {
    if (files.has(path)) return
    files.add(path)
    const text = readFileSync(join(OUT, path), 'utf8')
    for (const [, module] of text.matchAll(MODULE)) modules.add(module!)
    const { staticImports, staticExports } = parseSync(basename(path), text).module
    const exported = staticExports.flatMap(({ entries: each }) => each.map((entry) => entry.moduleRequest))
    for (const request of [...staticImports.map((each) => each.moduleRequest), ...exported]) {
      if (request?.value.startsWith('.')) visit(join(dirname(path), request.value))
      else if (request) named.add(request.value)
    }
  }
  entries.forEach(visit)
  const bundled = [...modules].flatMap((module) => PACKAGE.exec(module)?.[1] ?? [])
  const beside = [...named].filter((name) => !isBuiltin(name))
  return {
    files: [...files],
    sources: [...modules].filter((module) => !PACKAGE.test(module)).sort(),
    packages: [...new Set([...bundled, ...beside])].sort(),
    builtin: [...named].filter(isBuiltin).sort(),
  }
}
