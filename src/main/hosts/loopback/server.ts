import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { EngineClient } from '../../workers/engine-client.ts'
import { type BundleFiles, SECURITY_HEADERS } from '../bundle-files.ts'
import { BadBody, readJson } from './bodies.ts'
import { openEventStream } from './event-stream.ts'
import { receiveFile, sendFile } from './file-routes.ts'
import { refusedAtGate } from './gate.ts'
import type { Session } from './session.ts'

const MOST_CONNECTIONS = 32

export interface LoopbackServer {
  readonly origin: string
  /** Milliseconds since anybody was here; 0 while a page is listening. */
  idleMs(nowMs: number): number
  close(): Promise<void>
}

export interface ServerDeps {
  readonly engine: EngineClient
  readonly session: Session
  readonly pages: BundleFiles
  readonly nowMs: () => number
}

/** Answers with JSON. */
export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  const body = JSON.stringify(value)
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': 'no-store',
  })
  response.end(body)
}

const refuse = (response: ServerResponse, status: number, why: string): void => {
  response.setHeader('Connection', 'close')
  sendJson(response, status, { ok: false, why })
}

/** What a request asks for: a path of ours, whatever it looks like. Null when it isn't one. */
const urlOf = (request: IncomingMessage, origin: string): URL | null =>
  request.url?.startsWith('/') ? URL.parse(origin + request.url) : null

/** Serves the screens and the application to a browser on this computer, and to nobody else (PROMISES 3). */
export async function startServer(port: number, deps: ServerDeps): Promise<LoopbackServer> {
  const { engine, session, pages, nowMs } = deps
  let origin = ''
  let lastSeenMs = nowMs()
  const streams = new Set<() => void>()

  const routes: Record<
    string,
    (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void>
  > = {
    'POST /session': async (request, response) => {
      const { code } = await readJson(request)
      const token = typeof code === 'string' ? session.redeem(code, nowMs()) : null
      if (token === null) return refuse(response, 401, 'code')
      sendJson(response, 200, { ok: true, value: { token } })
    },
    'POST /call': async (request, response) => {
      const { name, input = null } = await readJson(request)
      if (typeof name !== 'string') throw new BadBody(400)
      sendJson(response, 200, await engine.call(name, input))
    },
    'GET /events': async (_request, response) => openEventStream(response, engine, streams),
    'POST /files': async (request, response, url) =>
      sendJson(response, 200, await receiveFile(request, url, engine.files)),
  }

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.setHeader(name, value)
    const refused = refusedAtGate(request, origin)
    if (refused) return refuse(response, refused.status, refused.why)
    lastSeenMs = nowMs()
    const url = urlOf(request, origin)
    if (!url) return refuse(response, 400, 'address')
    const page = request.method === 'GET' ? await pages.find(request.url!) : null
    if (page) {
      response.writeHead(200, { 'Content-Type': page.type })
      return void response.end(page.bytes)
    }
    const key = `${request.method} ${url.pathname}`
    if (key !== 'POST /session' && !session.allows(request.headers.authorization)) {
      return refuse(response, 401, 'token')
    }
    const file = /^\/files\/([0-9a-f-]{36})$/.exec(url.pathname)?.[1]
    if (request.method === 'GET' && file) return sendFile(response, file, engine.files)
    const route = Object.hasOwn(routes, key) ? routes[key] : undefined
    if (!route) return refuse(response, 404, 'route')
    await route(request, response, url)
  }

  const server = createServer({ maxHeaderSize: 8 * 1024 }, (request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (response.headersSent) return response.destroy()
      refuse(response, error instanceof BadBody ? error.status : 500, 'body')
    })
  })
  server.headersTimeout = 5_000
  server.requestTimeout = 10_000
  server.maxConnections = MOST_CONNECTIONS
  origin = await listen(server, port)
  return {
    origin,
    idleMs: (now) => (streams.size > 0 ? 0 : now - lastSeenMs),
    close: () => stop(server, streams),
  }
}

async function listen(server: Server, port: number): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const { address, port: actual } = server.address() as AddressInfo
  if (address !== '127.0.0.1') throw new Error(`listening on ${address}, not on loopback`)
  return `http://127.0.0.1:${actual}`
}

async function stop(server: Server, streams: ReadonlySet<() => void>): Promise<void> {
  for (const end of streams) end()
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeAllConnections()
  await closed
}
