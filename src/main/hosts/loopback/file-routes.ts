import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { AppError, type Envelope } from '#shared/errors.ts'
import type { FileStore } from '../../core/files/file-store.ts'
import { contentDisposition } from '../content-disposition.ts'
import { handedName } from '../handed-name.ts'

/** Takes a file in for an import. Too large a one comes back as INVALID_INPUT, and nothing is kept. */
export async function receiveFile(request: IncomingMessage, url: URL, files: FileStore): Promise<Envelope> {
  try {
    const { fileId } = await files.put(handedName(url), request)
    return { ok: true, value: { fileId } }
  } catch (error) {
    if (error instanceof AppError) return { ok: false, error: error.toShape() }
    throw error
  }
}

/** Sends a file the application made or was given. */
export async function sendFile(response: ServerResponse, fileId: string, files: FileStore): Promise<void> {
  const file = await files.find(fileId)
  if (!file) {
    response.writeHead(404).end()
    return
  }
  response.writeHead(200, {
    'Content-Type': 'application/octet-stream',
    'Content-Length': file.bytes,
    'Content-Disposition': contentDisposition(file.name),
    'Cache-Control': 'no-store',
  })
  await pipeline(files.read(file), response)
}
