import { registerHooks } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { StandIn } from './stand-in.ts'

const OUT = pathToFileURL(join(import.meta.dirname, '../../../out/main/')).href
const RUN = /\?run=\d+$/
const runs: Readonly<Record<string, unknown>>[] = []
const modules: Set<string>[] = []

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
      return resolved.url.startsWith(OUT) ? { ...resolved, url: resolved.url + run } : resolved
    },
    load: (url, context, next) => {
      if (!url.startsWith('stand-in:electron')) return next(url, context)
      const run = numberIn(url)
      const source = `export const { ${Object.keys(runs[run]!).join(', ')} } = globalThis.tandemStandIns[${run}]`
      return { format: 'module', source, shortCircuit: true }
    },
  })
}

/** Runs the built main process on a stand-in. */
export async function runOn(standIn: StandIn): Promise<void> {
  if (runs.length === 0) hook()
  const run = runs.push(standIn.exports) - 1
  modules.push(standIn.modules.add(`${OUT}electron.js`))
  await import(`${OUT}electron.js?run=${run}`)
}
