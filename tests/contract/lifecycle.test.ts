import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import type { Build } from '../support/build.ts'
import { createDeal } from '../support/deal-commands.ts'
import { HostRefused, type LoopbackHost, startHost } from '../support/loopback-host.ts'
import { freshBuild } from '../support/test-host.ts'
import { jobOf } from './client.ts'
import { loopbackClient } from './loopback-client.ts'

let build: Build

beforeAll(async () => {
  build = await freshBuild('contract-lifecycle')
}, 120_000)
afterAll(() => build.remove())

function folder(): string {
  const dataDir = mkdtempSync(join(tmpdir(), 'tandem-test-'))
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
  return dataDir
}

async function started(dataDir: string): Promise<LoopbackHost> {
  const host = await startHost({ script: build.loopback, dataDir })
  onTestFinished(() => host.kill())
  return host
}

const files = (dataDir: string) => readdirSync(dataDir).filter((name) => name !== 'files')

test.for(['SIGTERM', 'SIGINT'] as const)(
  '%s ends the host with exit code 0 and leaves no log file behind',
  async (signal) => {
    const dataDir = folder()
    const host = await started(dataDir)
    const client = loopbackClient(host)
    await createDeal(client)
    const { jobId } = await client.call('exports.start', { format: 'deals-csv', selection: { tab: 'all' } })
    await jobOf(client, jobId)
    expect(files(dataDir)).toContain('tandem.db-wal')
    host.child.kill(signal)
    const [code] = (await once(host.child, 'exit')) as [number | null]
    expect(code).toBe(0)
    expect(files(dataDir).sort()).toEqual(['tandem.db', 'tandem.lock.db'])
  },
)

test('what was done before a clean end is there after the next start', async () => {
  const dataDir = folder()
  const first = await started(dataDir)
  const deal = await createDeal(loopbackClient(first))
  expect(await first.stop()).toBe(0)
  const second = await started(dataDir)
  expect(await loopbackClient(second).call('deals.get', { dealId: deal.id })).toEqual(deal)
  await second.stop()
})

test('what was acknowledged is there after a kill, too', async () => {
  const dataDir = folder()
  const first = await started(dataDir)
  const deal = await createDeal(loopbackClient(first))
  await first.kill()
  const second = await started(dataDir)
  expect(await loopbackClient(second).call('deals.get', { dealId: deal.id })).toEqual(deal)
  await second.stop()
})

test('a second host on the same folder exits with 1 and says why; the first goes on', async () => {
  const dataDir = folder()
  const first = await started(dataDir)
  const refused = await startHost({
    script: build.loopback,
    dataDir,
    env: { LC_ALL: 'en_US.UTF-8', LANG: 'en_US.UTF-8' },
  }).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(HostRefused)
  const { exitCode, said } = refused as HostRefused
  expect(exitCode).toBe(1)
  expect(said).toContain('Tandem is already open with this data folder.')
  expect((await loopbackClient(first).call('app.info', {})).name).toBe('Tandem')
  await first.stop()
})

test('a host that is told to end while a stream is open and a job runs ends all the same', async () => {
  const host = await started(folder())
  const client = loopbackClient(host)
  await client.call('sample.load', {})
  const headers = { Authorization: `Bearer ${host.token}`, Origin: host.origin }
  const stream = await fetch(`${host.origin}/events`, { headers })
  for (let index = 0; index < 5; index += 1) {
    await client.call('exports.start', { format: 'deals-csv', selection: { tab: 'all' } })
  }
  expect(await host.stop()).toBe(0)
  await stream.body?.cancel().catch(() => {})
})

test('the first line is one JSON object, everything else goes to stderr', async () => {
  const dataDir = folder()
  const child = spawn(process.execPath, [build.loopback, '--data-dir', dataDir, '--no-open'], {
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let [out, said] = ['', '']
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  await expect.poll(() => said, { timeout: 20_000 }).toContain('Press Enter')
  const link = JSON.parse(out) as { url: string; origin: string; code: string }
  expect(link.url).toBe(`${link.origin}/#code=${link.code}`)
  child.stdin.write('\n')
  await expect.poll(() => said, { timeout: 20_000 }).toContain('Fresh link: http://127.0.0.1:')
  child.kill('SIGTERM')
  await once(child, 'exit')
  expect(out.trim().split('\n')).toHaveLength(1)
})

test.skipIf(process.platform === 'win32')(
  'the folder and everything in it are their owner’s alone',
  async () => {
    const dataDir = join(folder(), 'new')
    const host = await started(dataDir)
    await createDeal(loopbackClient(host))
    for (const name of ['', ...readdirSync(dataDir)])
      expect(statSync(join(dataDir, name)).mode & 0o077, name).toBe(0)
    await host.stop()
  },
)

test('arguments nobody knows end it with 1 and a sentence', async () => {
  const child = spawn(process.execPath, [build.loopback, '--host', '0.0.0.0'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const [code] = (await once(child, 'close')) as [number | null]
  expect([code, said]).toEqual([1, expect.stringContaining('--host')])
})
