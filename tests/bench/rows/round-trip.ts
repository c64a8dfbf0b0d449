import { Worker } from 'node:worker_threads'
import { once } from 'node:events'
import type { Json } from '#shared/errors.ts'
import { startEngine } from '#main/workers/engine-client.ts'
import type { BenchContext, Group } from '../bench-context.ts'
import { type Row, measure, median, timed } from '../measure.ts'

const ROWS = 500
const ECHO = `const { parentPort } = require('node:worker_threads')
parentPort.on('message', (message) => parentPort.postMessage(message))`

type Call = (name: string, input: Json) => Promise<unknown>

/** Row 15, empty: a call that reads one small setting, against a worker that only echoes. */
async function empty(call: Call): Promise<Row> {
  const echo = new Worker(ECHO, { eval: true })
  const row = await measure({
    id: '15a',
    work: 'Screen → engine → screen, empty',
    floor: 'echo of a bare worker',
    budget: { text: '≤ 3 ×', mostRatio: 3 },
    samples: 200,
    run: async () => void (await call('settings.get', {})),
    runFloor: async () => {
      echo.postMessage({ kind: 'call', id: 1, name: 'settings.get', input: {} })
      await once(echo, 'message')
    },
  })
  await echo.terminate()
  return row
}

/** Row 15, with rows: what the way there and back adds to the work itself. */
async function withRows(call: Call, { bench }: BenchContext): Promise<Row> {
  const input = { tab: 'all', limit: ROWS } as const
  const answer = await bench.call('deals.list', input)
  const whole: number[] = []
  const row = await measure({
    id: '15b',
    work: `Screen → engine → screen, ${answer.rows.length} rows, without the query`,
    floor: 'structured clone of the rows',
    budget: { text: '≤ 3 ×', mostRatio: 3 },
    samples: 40,
    run: async () => {
      const there = await timed(async () => void (await call('deals.list', input)))
      const here = await timed(async () => void (await bench.call('deals.list', input)))
      whole.push(there)
      return Math.max(0, there - here)
    },
    runFloor: () => void structuredClone(answer),
  })
  return { ...row, note: `with the query ${median(whole).toFixed(2)} ms` }
}

/** Row 15: between a screen and the engine, through the worker of the built application. */
export const roundTrip: Group = async (context) => {
  const { bench, build } = context
  const data = { dataDir: bench.dataDir, host: 'loopback', version: '0.0.0-bench', capabilities: [] } as const
  const engine = await startEngine(build.engine, data, () => {})
  const call: Call = async (name, input) => {
    const envelope = await engine.call(name, input)
    if (!envelope.ok) throw new Error(JSON.stringify(envelope.error))
  }
  try {
    return [await empty(call), await withRows(call, context)]
  } finally {
    await engine.close()
  }
}
