import { parseArgs } from 'node:util'
import envPaths from 'env-paths'

/** What the command line of the loopback host says. */
export interface HostArguments {
  readonly dataDir: string
  readonly port: number
  readonly open: boolean
  /** Minutes without a page after which the host ends itself; null: never. */
  readonly idleExitMinutes: number | null
}

/** Reads the command line. Errors: a sentence for the person who typed it. */
export function readArguments(argv: readonly string[]): HostArguments {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      'data-dir': { type: 'string' },
      port: { type: 'string' },
      'no-open': { type: 'boolean' },
      'idle-exit-minutes': { type: 'string' },
    },
  })
  const number = (name: 'port' | 'idle-exit-minutes', most: number): number | null => {
    const text = values[name]
    if (text === undefined) return null
    const value = Number(text)
    if (!Number.isInteger(value) || value < 0 || value > most)
      throw new Error(`--${name} ${text} is not a number`)
    return value
  }
  return {
    dataDir: values['data-dir'] ?? envPaths('Tandem', { suffix: '' }).data,
    port: number('port', 65_535) ?? 0,
    open: values['no-open'] !== true,
    idleExitMinutes: number('idle-exit-minutes', 100_000),
  }
}
