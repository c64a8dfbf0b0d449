import type { IncomingMessage } from 'node:http'
import type { Json } from '#shared/errors.ts'

/** Largest JSON body, in bytes. Files have a route of their own. */
export const MOST_BODY_BYTES = 64 * 1024

/** Deepest nesting of a JSON body (PROMISES 4): beyond, handing it to another thread would overflow the stack. */
const MOST_DEPTH = 32

/** A body that couldn't be taken: the status to answer with. */
export class BadBody extends Error {
  readonly status: number

  constructor(status: number) {
    super(`body refused: ${status}`)
    this.status = status
  }
}

/** How deep brackets of a JSON text nest, those in strings apart. Counts, so that no text is too deep to look at. */
function depthOf(text: string): number {
  let depth = 0
  let deepest = 0
  let inString = false
  for (let index = 0; index < text.length; index += 1) {
    const letter = text[index]
    if (letter === '"') inString = !inString
    else if (inString) index += letter === '\\' ? 1 : 0
    else if (letter === '[' || letter === '{') deepest = Math.max(deepest, (depth += 1))
    else if (letter === ']' || letter === '}') depth -= 1
  }
  return deepest
}

/** Reads a JSON object of limited size and depth. Errors: BadBody 413, 415 or 400. */
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
  const text = Buffer.concat(chunks).toString('utf8')
  if (depthOf(text) > MOST_DEPTH) throw new BadBody(400)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new BadBody(400)
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value)) throw new BadBody(400)
  return value as Record<string, Json>
}
