import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Component } from '#shared/licences.ts'

/** Modules a tool of the build writes into the bundle itself, and whose they are. */
const WRITTEN: readonly (readonly [prefix: string, owner: string])[] = [
  ['\0plugin-vue:', '@vitejs/plugin-vue'],
  ['\0vite/', 'vite'],
  ['\0rolldown/', 'rolldown'],
]
/** A licence file may go on with those of what only runs during a build. */
const BUILD_ONLY = /\n# Licenses of bundled dependencies[\s\S]*$/

interface Manifest {
  readonly name?: string
  readonly version?: string
  readonly license?: string | { readonly type?: string }
}

const manifestIn = (folder: string): Manifest =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest

/** The folder of the package a module of the bundle came from; null when it is our own. */
export function packageOf(id: string, root: string): string | null {
  const written = WRITTEN.find(([prefix]) => id.startsWith(prefix))
  if (written) return join(root, 'node_modules', written[1])
  if (!id.includes('node_modules')) return null
  let folder = dirname(id.replace(/^\0/, '').replace(/\?.*$/, ''))
  while (folder.includes('node_modules')) {
    if (existsSync(join(folder, 'package.json'))) {
      const { name, version } = manifestIn(folder)
      if (name !== undefined && version !== undefined) return folder
    }
    folder = dirname(folder)
  }
  throw new Error(`no package around ${id}`)
}

/** Name, version, licence and texts of a package: its licence and, where it has one, its notice. */
export function componentIn(folder: string): Component {
  const { name = '', version = '', license } = manifestIn(folder)
  const texts = readdirSync(folder)
    .filter((file) => /^(licen[cs]e|copying|notice)(\.(md|txt))?$/i.test(file))
    .sort()
    .map((file) =>
      readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').replace(BUILD_ONLY, '').trim(),
    )
  const licence = typeof license === 'string' ? license : (license?.type ?? '')
  return { name, version, licence, text: texts.length > 0 ? texts.join('\n\n') : null }
}
