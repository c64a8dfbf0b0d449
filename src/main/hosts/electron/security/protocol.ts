import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import { type Session, protocol } from 'electron'
import { AppError, type Envelope } from '#shared/errors.ts'
import type { FileStore } from '../../../core/files/file-store.ts'
import { type BundleFiles, SECURITY_HEADERS } from '../../bundle-files.ts'
import { contentDisposition } from '../../content-disposition.ts'
import { handedName } from '../../handed-name.ts'
import { isOwnRequest } from './origin.ts'

/** Must run before the application is ready: our scheme behaves like a secure web origin. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ])
}

const ORIGIN = 'app://bundle'
const FILE = /^\/files\/([0-9a-f-]{36})$/
const UPLOAD = /^\/files\?name=([^#&]*)$/

const headers = (more: Record<string, string>): Headers => new Headers({ ...SECURITY_HEADERS, ...more })
const nothing = (status: number): Response => new Response(null, { status, headers: headers({}) })

async function receive(request: Request, files: FileStore): Promise<Response> {
  const name = handedName(new URL(request.url))
  let envelope: Envelope
  try {
    const body = request.body
      ? Readable.fromWeb(request.body as ReadableStream<Uint8Array>)
      : Readable.from([])
    const { fileId } = await files.put(name, body)
    envelope = { ok: true, value: { fileId } }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    envelope = { ok: false, error: error.toShape() }
  }
  return new Response(JSON.stringify(envelope), { headers: headers({ 'Content-Type': 'application/json' }) })
}

async function send(fileId: string, files: FileStore): Promise<Response> {
  const file = await files.find(fileId)
  if (!file) return nothing(404)
  return new Response(Readable.toWeb(files.read(file)), {
    headers: headers({
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': contentDisposition(file.name),
    }),
  })
}

/** Serves the screens by their manifest and files by their ids. Whatever is not exactly one of these is not there. */
export function serveBundle(session: Session, pages: BundleFiles, files: () => Promise<FileStore>): void {
  session.protocol.handle('app', async (request) => {
    if (!isOwnRequest(request.url)) return nothing(404)
    const path = request.url.slice(ORIGIN.length).split('#', 1)[0]!
    if (request.method === 'POST' && UPLOAD.test(path)) return receive(request, await files())
    if (request.method !== 'GET') return nothing(405)
    const fileId = FILE.exec(path)?.[1]
    if (fileId) return send(fileId, await files())
    const page = await pages.find(path)
    return page ? new Response(page.bytes, { headers: headers({ 'Content-Type': page.type }) }) : nothing(404)
  })
}
