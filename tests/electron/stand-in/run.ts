import { registerHooks } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { StandIn } from './stand-in.ts'

const OUT = join(import.meta.dirname, '../../../out')
const RUN = /\?run=\d+$/
const runs: Readonly<Record<string, unknown>>[] = []
const modules: Set<string>[] = []
/** The folders of what is run, by address. */
const outs = new Set<string>()

const numberIn = (url: string): number => Number(url.slice(url.indexOf('=') + 1))

/**
 * `electron` is the stand-in of the run that asks for it. Every run has modules of its own, or a part loaded later would
 * have the stand-in of whoever loaded it first.
 */
function hook(): void {
  Object.assign(globalThis, { tandemStandIns: runs })
  registerHooks({
    resolve: (specifier, context, next) => {
      const run = RUN.exec(context.parentURL ?? '')?.[0]
      if (run === undefined) return next(specifier, context)
      const asked = modules[numberIn(run)]!
      if (specifier === 'electron') {
        asked.add(specifier)
        return { url: `stand-in:electron${run}`, format: 'module', shortCircuit: true }
      }
      const resolved = next(specifier, context)
      asked.add(resolved.url)
      return [...outs].some((folder) => resolved.url.startsWith(folder))
        ? { ...resolved, url: resolved.url + run }
        : resolved
    },
    load: (url, context, next) => {
      if (!url.startsWith('stand-in:electron')) return next(url, context)
      const run = numberIn(url)
      const source = `export const { ${Object.keys(runs[run]!).join(', ')} } = globalThis.tandemStandIns[${run}]`
      return { format: 'module', source, shortCircuit: true }
    },
  })
}

/** Runs the built main process on a stand-in: what was built last, or what is in another folder. */
export async function runOn(standIn: StandIn, out = OUT): Promise<void> {
  if (runs.length === 0) hook()
  const run = runs.push(standIn.exports) - 1
  const main = pathToFileURL(`${out}/main/`).href
  outs.add(main)
  modules.push(standIn.modules.add(`${main}electron.js`))
  await import(`${main}electron.js?run=${run}`)
}
