import { type ChildProcess, spawn } from 'node:child_process'
import type { Envelope, Json } from '#shared/errors.ts'

/** What a started loopback host says on its first line. */
interface Link {
  readonly url: string
  readonly origin: string
  readonly code: string
}

/** A loopback host in a process of its own, with a session. */
export interface LoopbackHost {
  readonly child: ChildProcess
  readonly origin: string
  readonly token: string
  /** The one-time code the token was given for: used up. */
  readonly code: string
  call(name: string, input: Json): Promise<Envelope>
  /** Hands a file over; gives its id. */
  upload(bytes: Buffer, name?: string): Promise<string>
  /** Ends it as a person would; gives the exit code. */
  stop(): Promise<number | null>
  kill(): Promise<void>
  /** Everything it said on stderr so far. */
  said(): string
}

export interface HostOptions {
  /** What starts it, in place of our own Node: a watcher that starts Node itself. */
  readonly program?: string
  readonly script: string
  readonly dataDir: string
  readonly env?: Readonly<Record<string, string>>
  readonly nodeArguments?: readonly string[]
  /** Kills it so long after it was started, whatever it does then. */
  readonly killAfterMs?: number | null
}

/** A host that could not start: what it said, and how it ended. */
export class HostRefused extends Error {
  readonly exitCode: number | null
  readonly said: string

  constructor(exitCode: number | null, said: string) {
    super(`the host ended with ${exitCode}: ${said}`)
    this.exitCode = exitCode
    this.said = said
  }
}

const ended = (child: ChildProcess): Promise<number | null> =>
  child.exitCode !== null || child.signalCode !== null
    ? Promise.resolve(child.exitCode)
    : new Promise((resolve) => child.once('close', (code) => resolve(code)))

/** Starts a host and opens a session with it. Errors: HostRefused. */
export async function startHost(options: HostOptions): Promise<LoopbackHost> {
  const {
    program = process.execPath,
    script,
    dataDir,
    env = {},
    nodeArguments = [],
    killAfterMs = null,
  } = options
  const child = spawn(program, [...nodeArguments, script, '--data-dir', dataDir, '--no-open'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  })
  if (killAfterMs !== null) setTimeout(() => child.kill('SIGKILL'), killAfterMs)
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
  const { origin, code } = await firstLine(child, () => said)
  const headers = { 'Content-Type': 'application/json', Origin: origin }
  const post = async (path: string, body: unknown, more: Record<string, string> = {}) => {
    const response = await fetch(`${origin}${path}`, {
      method: 'POST',
      headers: { ...headers, ...more },
      body: JSON.stringify(body),
    })
    return (await response.json()) as Envelope
  }
  const session = await post('/session', { code })
  if (!session.ok) throw new HostRefused(null, 'no session')
  const { token } = session.value as { token: string }
  return {
    child,
    origin,
    token,
    code,
    call: (name, input) => post('/call', { name, input }, { Authorization: `Bearer ${token}` }),
    upload: async (bytes, name = 'deals.csv') => {
      const response = await fetch(`${origin}/files?name=${encodeURIComponent(name)}`, {
        method: 'POST',
        headers: { Origin: origin, Authorization: `Bearer ${token}` },
        body: new Uint8Array(bytes),
      })
      const answer = (await response.json()) as Envelope
      if (!answer.ok) throw new Error(JSON.stringify(answer.error))
      return (answer.value as { fileId: string }).fileId
    },
    said: () => said,
    stop: () => {
      child.kill('SIGTERM')
      return ended(child)
    },
    kill: async () => {
      child.kill('SIGKILL')
      await ended(child)
    },
  }
}

function firstLine(child: ChildProcess, said: () => string): Promise<Link> {
  return new Promise((resolve, reject) => {
    let text = ''
    child.stdout!.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk
      const end = text.indexOf('\n')
      if (end >= 0) resolve(JSON.parse(text.slice(0, end)) as Link)
    })
    child.once('close', (code) => reject(new HostRefused(code, said())))
  })
}
