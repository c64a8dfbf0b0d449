import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import type { Component } from '#shared/licences.ts'
import { CHROMIUM, faultsOf } from './list.ts'
import { componentIn, packageOf } from './packages.ts'

/** SQLite is compiled into the driver. Its makers gave it to everybody. */
const SQLITE_TEXT = `SQLite is in the public domain. Its authors disclaim copyright to its source code, and ask of whoever
uses it to do good and not evil, to find forgiveness and forgive others, and to share freely, never taking more than
they give. See https://sqlite.org/copyright.html.`

function sqlite(driver: string): Component {
  const header = readFileSync(join(driver, 'deps/sqlite3/sqlite3.h'), 'utf8')
  const version = /#define SQLITE_VERSION\s+"([^"]+)"/.exec(header)?.[1] ?? ''
  return { name: 'SQLite', version, licence: 'blessing', text: SQLITE_TEXT }
}

/** What runs beside the bundles: everything `dependencies` names, what is compiled into it, and Electron. */
function beside(root: string): Component[] {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>
  }
  const folderOf = (name: string): string => join(root, 'node_modules', name)
  const electron = { ...componentIn(folderOf('electron')), name: 'Electron' }
  const named = Object.keys(dependencies).map((name) => componentIn(folderOf(name)))
  return [...named, sqlite(folderOf('better-sqlite3')), electron, CHROMIUM]
}

/**
 * Collects whose code really is in the bundles, over all builds of one run, and writes `licences.json` beside the
 * screens with the last of them. A licence that may not be shipped, or is missing, stops the build.
 */
export function licences(
  root: string,
  extra: readonly string[],
): { collect: () => Plugin; write: () => Plugin } {
  const folders = new Set(extra.map((name) => join(root, 'node_modules', name)))
  const built = new Set<string>()
  const collect = (): Plugin => ({
    name: 'licences-collect',
    generateBundle(_options, bundle) {
      built.add(this.environment.config.build.outDir)
      const ids = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []))
      const styles = [...this.getModuleIds()].filter((id) => /\.css(\?|$)/.test(id))
      for (const id of [...ids, ...styles]) {
        const folder = packageOf(id, root)
        if (folder !== null) folders.add(folder)
      }
    },
  })
  const list = (): Component[] => {
    const all = [...[...folders].map(componentIn), ...beside(root)]
    const unique = new Map(all.map((component) => [`${component.name} ${component.version}`, component]))
    return [...unique.values()].sort((one, other) =>
      one.name.toLowerCase() < other.name.toLowerCase() ? -1 : 1,
    )
  }
  const write = (): Plugin => ({
    name: 'licences-write',
    generateBundle() {
      if (built.size < 3)
        throw new Error('licences.json needs main, preload and screens to be built in one run')
      const components = list()
      const faults = faultsOf(components)
      if (faults.length > 0) throw new Error(`licences:\n${faults.join('\n')}`)
      this.emitFile({ type: 'asset', fileName: 'licences.json', source: JSON.stringify(components) })
    },
  })
  return { collect, write }
}
