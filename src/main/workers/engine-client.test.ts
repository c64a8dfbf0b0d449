import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import type { Envelope, Json } from '#shared/errors.ts'
import type { AppEvent } from '#shared/ipc/events.ts'
import type { Build } from '../../../tests/support/build.ts'
import { fileOf, line } from '../../../tests/support/bulk-csv.ts'
import { receive } from '../../../tests/support/deal-commands.ts'
import { temporaryFolder } from '../../../tests/support/folder.ts'
import { foreignDatabase } from '../../../tests/support/other-connection.ts'
import { freshBuild } from '../../../tests/support/test-host.ts'
import type { LogEntry } from '../core/ports.ts'
import { databaseFile } from '../db/open.ts'
import { type EngineClient, startEngine } from './engine-client.ts'

let build: Build

// A worker runs what was built, as it does in both hosts.
beforeAll(async () => {
  build = await freshBuild('engine-client')
}, 120_000)
afterAll(() => build.remove())

async function engineOn(dataDir: string): Promise<{ engine: EngineClient; log: LogEntry[] }> {
  const log: LogEntry[] = []
  const data = { dataDir, host: 'loopback' as const, version: '1.2.3', capabilities: ['test'] }
  const engine = await startEngine(build.engine, data, (entry) => log.push(entry))
  onTestFinished(() => engine.close())
  return { engine, log }
}

const execute = (command: Json): Json => ({ dealId: null, expectedVersion: null, command })
const valueOf = (envelope: Envelope): Record<string, Json> => {
  if (!envelope.ok) throw new Error(JSON.stringify(envelope.error))
  return envelope.value as Record<string, Json>
}

test('a call crosses to the engine and back, many at once, each to its own caller', async () => {
  const { engine } = await engineOn(temporaryFolder())
  expect(await engine.call('app.info', {})).toMatchObject({
    ok: true,
    value: { version: '1.2.3', host: 'loopback' },
  })
  const names = Array.from({ length: 30 }, (_, index) => `Deal ${index}`)
  const answers = await Promise.all(
    names.map((name) => engine.call('deals.execute', execute(receive({ name })))),
  )
  expect(answers.map((answer) => (valueOf(answer)['deal'] as { name: string }).name)).toEqual(names)
})

test('events arrive until nobody listens any more', async () => {
  const { engine } = await engineOn(temporaryFolder())
  const heard: AppEvent[] = []
  const stop = engine.subscribe((event) => heard.push(event))
  await engine.call('settings.save', { theme: 'dark' })
  expect(heard).toEqual([{ name: 'settings.changed', payload: {} }])
  stop()
  await engine.call('settings.save', { theme: 'light' })
  expect(heard).toHaveLength(1)
})

test('a folder that is in use is BUSY, and the first one goes on', async () => {
  const dataDir = temporaryFolder()
  const { engine } = await engineOn(dataDir)
  await expect(engineOn(dataDir)).rejects.toMatchObject({ code: 'BUSY', details: { what: 'data-folder' } })
  expect((await engine.call('app.info', {})).ok).toBe(true)
})

test('a folder with the database of something else is READ_ONLY, and the log says so without data', async () => {
  const dataDir = temporaryFolder()
  foreignDatabase(dataDir)
  const log: LogEntry[] = []
  const data = { dataDir, host: 'electron' as const, version: '1', capabilities: [] }
  await expect(startEngine(build.engine, data, (entry) => log.push(entry))).rejects.toMatchObject({
    code: 'READ_ONLY',
  })
  expect(log).toMatchObject([{ level: 'error', code: 'ENGINE_REFUSED' }])
})

test('a file that is no database ends the start with an error that is not one of ours', async () => {
  const dataDir = temporaryFolder()
  writeFileSync(databaseFile(dataDir), 'Dear diary, '.repeat(1000))
  const data = { dataDir, host: 'electron' as const, version: '1', capabilities: [] }
  await expect(startEngine(build.engine, data, () => {})).rejects.toMatchObject({
    code: 'INTERNAL',
    details: { reference: 'SqliteError' },
  })
})

test('what cannot cross is INVALID_INPUT, and the engine lives on', async () => {
  const { engine } = await engineOn(temporaryFolder())
  const uncrossable = { f: () => 1 } as unknown as Json
  expect(await engine.call('app.info', uncrossable)).toMatchObject({
    ok: false,
    error: { code: 'INVALID_INPUT' },
  })
  expect((await engine.call('app.info', {})).ok).toBe(true)
})

test('closing leaves a clean folder; after that every call is answered, and closing again does nothing', async () => {
  const dataDir = temporaryFolder()
  const { engine } = await engineOn(dataDir)
  await engine.call('deals.execute', execute(receive()))
  await engine.close()
  expect(readdirSync(dataDir).sort()).toEqual(['files', 'tandem.db', 'tandem.lock.db'])
  expect(await engine.call('app.info', {})).toEqual({
    ok: false,
    error: { code: 'INTERNAL', details: { reference: 'engine' } },
  })
  await engine.close()
  expect((await (await engineOn(dataDir)).engine.call('app.info', {})).ok).toBe(true)
})

test('it is closed while its host does nothing else, also in the middle of long work', async () => {
  const dataDir = temporaryFolder()
  const { engine } = await engineOn(dataDir)
  const bytes = Buffer.from(fileOf(Array.from({ length: 20_000 }, (_, index) => line(`R-${index}`))))
  const { fileId } = await engine.files.put('large.csv', [bytes] as never)
  const { jobId } = valueOf(await engine.call('imports.preview', { fileId, format: 'partner-center-csv' }))
  await jobUntil(engine, jobId!, ({ done }) => Number(done) > 0)
  expect(engine.closeNow(20_000)).toBe(true)
  expect(readdirSync(dataDir).sort()).toEqual(['files', 'tandem.db', 'tandem.lock.db'])
  await engine.close()
  expect(engine.closeNow(0)).toBe(true)
})

test('an engine that ends by itself says so, and one that was closed does not', async () => {
  const { engine } = await engineOn(temporaryFolder())
  let ended = false
  void engine.gone.then(() => (ended = true))
  await engine.close()
  expect(ended).toBe(false)

  const broken = temporaryFolder()
  const script = join(broken, 'engine.mjs')
  const ready = "import { parentPort } from 'node:worker_threads'; parentPort.postMessage({ kind: 'ready' })"
  writeFileSync(script, `${ready}; parentPort.once('message', () => { throw new Error('broken') })`)
  const log: LogEntry[] = []
  const data = { dataDir: broken, host: 'loopback' as const, version: '1', capabilities: [] }
  const failing = await startEngine(pathToFileURL(script), data, (entry) => log.push(entry))
  expect(await failing.call('app.info', {})).toMatchObject({ ok: false, error: { code: 'INTERNAL' } })
  await failing.gone
  expect(log).toEqual([{ level: 'error', code: 'ENGINE_FAILED', name: 'Error' }])
})

test('what earlier runs were handed is gone at the next start', async () => {
  const dataDir = temporaryFolder()
  const { engine } = await engineOn(dataDir)
  const { fileId } = await engine.files.put('old', [Buffer.from('x')] as never)
  await engine.close()
  expect(await (await engineOn(dataDir)).engine.files.find(fileId)).toBeNull()
})

/** Waits until a job says what is asked for. */
async function jobUntil(engine: EngineClient, jobId: Json, done: (job: Record<string, Json>) => boolean) {
  const job = async () => valueOf(await engine.call('jobs.get', { jobId }))
  await expect.poll(async () => done(await job()), { timeout: 20_000, interval: 5 }).toBe(true)
  return job()
}

test('long work runs on a thread of its own and can be stopped there', async () => {
  const { engine, log } = await engineOn(temporaryFolder())
  const bytes = Buffer.from(fileOf(Array.from({ length: 20_000 }, (_, index) => line(`R-${index}`))))
  const { fileId } = await engine.files.put('large.csv', [bytes] as never)
  const preview = { fileId, format: 'partner-center-csv' }
  const { jobId } = valueOf(await engine.call('imports.preview', preview))
  await jobUntil(engine, jobId!, ({ done }) => Number(done) > 0)
  expect((await engine.call('deals.list', { tab: 'all' })).ok).toBe(true)
  await engine.call('jobs.cancel', { jobId: jobId! })
  const stopped = await jobUntil(engine, jobId!, ({ state }) => state !== 'running')
  expect(stopped).toMatchObject({ state: 'cancelled', result: null })
  expect(Number(stopped['done'])).toBeLessThan(20_000)
  expect(log).toEqual([])
})

test('an error of long work comes back as what it is', async () => {
  const { engine } = await engineOn(temporaryFolder())
  const { fileId } = await engine.files.put('x.csv', [Buffer.from('no table')] as never)
  const { jobId } = valueOf(await engine.call('imports.preview', { fileId, format: 'partner-center-csv' }))
  const job = await jobUntil(engine, jobId!, ({ state }) => state !== 'running' && state !== 'queued')
  expect(job).toMatchObject({ state: 'failed', error: { code: 'INVALID_INPUT' } })
})
