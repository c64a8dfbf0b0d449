import { join } from 'node:path'
import { ERROR_CODES } from '#shared/errors.ts'
import { openReader } from '#main/db/open.ts'
import { contentOf } from '../support/database-content.ts'
import type { LoopbackHost } from '../support/loopback-host.ts'
import type { Random } from '../support/random.ts'
import { Acknowledged, checkFolder } from './data-folder.ts'
import { DealWorker } from './host-work.ts'
import { type PromiseTest, always, must } from './promise-test.ts'
import { hostileCall } from './s1-hostile.ts'
import { startOwnHost } from './own-hosts.ts'

const DEALS_BEFORE = 30
/** What the transport answers with before anything is dispatched. */
const TRANSPORT_REFUSALS: readonly number[] = [400, 413, 415]

interface State {
  readonly host: LoopbackHost
  readonly dataDir: string
  readonly before: string
  /** Answers by their status and code. */
  readonly answers: Map<string, number>
}

/** Everything the database says, from a connection that opens for it and closes again. */
async function content(dataDir: string): Promise<string> {
  const reader = openReader(dataDir)
  try {
    return JSON.stringify(contentOf(reader.raw))
  } finally {
    await reader.db.destroy()
  }
}

/** Bytes that are no JSON, or too many, or say they are something else. */
function brokenBody(random: Random, body: string): { body: string; type: string } {
  const json = 'application/json'
  return random.pick([
    { body: body.slice(0, random.int(0, Math.max(1, body.length - 1))), type: json },
    { body: random.bytes(random.int(1, 200)).toString('latin1'), type: json },
    { body: `[${body}]`, type: json },
    { body: `{"name":"app.info","input":"${'x'.repeat(70_000)}"}`, type: json },
    { body, type: 'text/plain' },
  ])
}

async function send(host: LoopbackHost, body: string, type: string) {
  const headers = { 'Content-Type': type, Authorization: `Bearer ${host.token}`, Origin: host.origin }
  const response = await fetch(`${host.origin}/call`, { method: 'POST', headers, body })
  return { status: response.status, text: await response.text() }
}

/** Answered in the one envelope, with a code of the closed list; never by a fault of our own. */
function mustBeAnswered(status: number, text: string, sent: string): string {
  const told = () => `${status} ${text.slice(0, 200)} for ${sent.slice(0, 300)}`
  if (TRANSPORT_REFUSALS.includes(status)) return `HTTP ${status}`
  must(status === 200, told)
  const answer = JSON.parse(text) as { ok: boolean; error?: { code: string } }
  if (answer.ok) return 'ok'
  const code = answer.error?.code ?? ''
  must((ERROR_CODES as readonly string[]).includes(code), told)
  must(code !== 'INTERNAL', () => `a fault of our own: ${told()}`)
  return code
}

/** S1: hostile calls neither crash nor write. */
export const fuzz: PromiseTest<State> = {
  id: 'S1',
  title: 'hostile calls crash nothing and write nothing',
  attempts: { short: 2000, full: 10_000 },
  runsEach: 1,
  impossible: always,
  prepare: async ({ build, scratch, random }) => {
    const dataDir = join(scratch, 's1')
    const host = await startOwnHost({ script: build.loopback, dataDir })
    const worker = new DealWorker(host, random, new Acknowledged())
    await worker.begin()
    for (let deal = 0; deal < DEALS_BEFORE; deal += 1) await worker.step()
    return { host, dataDir, before: await content(dataDir), answers: new Map() }
  },
  attempt: async ({ host, answers }, random) => {
    const call = JSON.stringify(hostileCall(random))
    const { body, type } = random.percent(8)
      ? brokenBody(random, call)
      : { body: call, type: 'application/json' }
    const { status, text } = await send(host, body, type)
    const code = mustBeAnswered(status, text, body)
    answers.set(code, (answers.get(code) ?? 0) + 1)
  },
  finish: async ({ host, dataDir, before, answers }) => {
    const info = await host.call('app.info', {})
    must(info.ok, () => `the host does not answer any more: ${JSON.stringify(info)}`)
    must((await content(dataDir)) === before, () => 'something was written')
    const code = await host.stop()
    must(code === 0, () => `the host ended with ${code}`)
    must(!/FAILED/.test(host.said()), () => `the host logged: ${host.said().slice(0, 500)}`)
    await checkFolder(dataDir, new Acknowledged())
    const counts = [...answers].sort((a, b) => b[1] - a[1])
    return counts.map(([code, times]) => `${code} ${times}`).join(', ')
  },
}
