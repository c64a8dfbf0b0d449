import { readFile, stat } from 'node:fs/promises'
import { invalidInput } from '#shared/errors.ts'
import { MOST_JSON_BYTES, MOST_JSON_DEPTH, MOST_JSON_VALUES } from '../../files/limits.ts'

/** Keys that reach the prototype of whatever they are copied to. */
const FORBIDDEN: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

export type JsonObject = { readonly [key: string]: unknown }
export const isObject = (value: unknown): value is JsonObject =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

/** Counts depth and values in the text itself, before anything is built of it. */
function checkSize(text: string): void {
  let depth = 0
  let nodes = 1
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]
    if (character === '"') {
      for (at += 1; at < text.length && text[at] !== '"'; at += 1) if (text[at] === '\\') at += 1
    } else if (character === '{' || character === '[') {
      depth += 1
      nodes += 1
      if (depth > MOST_JSON_DEPTH) throw invalidInput('file', `deeper-than: ${MOST_JSON_DEPTH}`)
    } else if (character === '}' || character === ']') depth -= 1
    else if (character === ',') nodes += 1
    if (nodes > MOST_JSON_VALUES) throw invalidInput('file', `more-values-than: ${MOST_JSON_VALUES}`)
  }
}

/** Refuses keys that are none of a file's business, however they are escaped. Depth is bounded by then. */
function checkKeys(value: unknown): void {
  if (value === null || typeof value !== 'object') return
  for (const [key, part] of Object.entries(value)) {
    if (!Array.isArray(value) && FORBIDDEN.has(key)) throw invalidInput('file', `forbidden-key: ${key}`)
    checkKeys(part)
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    throw invalidInput('file', 'not-json')
  }
}

/** The records of a file: a list response, an array, or one referral alone. Errors: INVALID_INPUT with path "file". */
export async function recordsOf(path: string): Promise<readonly unknown[]> {
  const { size } = await stat(path)
  if (size > MOST_JSON_BYTES) throw invalidInput('file', `larger than ${MOST_JSON_BYTES} bytes`)
  const text = decoded(await readFile(path))
  checkSize(text)
  const content = parsed(text)
  checkKeys(content)
  if (Array.isArray(content)) return content
  if (isObject(content) && Array.isArray(content['value'])) return content['value']
  if (isObject(content) && 'id' in content) return [content]
  throw invalidInput('file', 'no-referrals')
}

function decoded(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw invalidInput('file', 'not-unicode-text')
  }
}
