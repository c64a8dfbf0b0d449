import type { IncomingMessage } from 'node:http'
import type { Json } from '#shared/errors.ts'

/** Largest JSON body, in bytes. Files have a route of their own. */
export const MOST_BODY_BYTES = 64 * 1024

/** A body that couldn't be taken: the status to answer with. */
export class BadBody extends Error {
  readonly status: number

  constructor(status: number) {
    super(`body refused: ${status}`)
    this.status = status
  }
}

/** Reads a JSON object of limited size. Errors: BadBody 413, 415 or 400. */
export async function readJson(request: IncomingMessage): Promise<Record<string, Json>> {
  const type = (request.headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase()
  if (type !== 'application/json') throw new BadBody(415)
  if (Number(request.headers['content-length'] ?? 0) > MOST_BODY_BYTES) throw new BadBody(413)
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.byteLength
    if (bytes > MOST_BODY_BYTES) throw new BadBody(413)
    chunks.push(chunk)
  }
  let value: unknown
  try {
    value = JSON.parse(Buffer.concat(chunks).toString('utf8'))
  } catch {
    throw new BadBody(400)
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value)) throw new BadBody(400)
  return value as Record<string, Json>
}
