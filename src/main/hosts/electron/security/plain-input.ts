import type { Json } from '#shared/errors.ts'

/** The largest input of a call, in letters: the same as over the other host. */
export const MOST_LETTERS = 64 * 1024
/** Deepest nesting: beyond, handing it to another thread would overflow the stack. */
const MOST_DEPTH = 32
/** What every value costs, so that many small ones are large too. */
const EACH = 4

const isPlainObject = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}

/**
 * Whether what a page sent is plain data of a size somebody could have typed. Stops counting at the limit, so it costs
 * no more for what is larger, or refers to itself.
 */
export function isPlainInput(input: unknown): input is Json {
  let left = MOST_LETTERS
  const waiting: { value: unknown; depth: number }[] = [{ value: input, depth: 0 }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, depth } = next
    left -= EACH
    if (typeof value === 'string') left -= value.length
    else if (typeof value === 'object' && value !== null) {
      if (depth === MOST_DEPTH) return false
      if (!Array.isArray(value) && !isPlainObject(value)) return false
      if (Array.isArray(value) && value.length * EACH > left) return false
      for (const [key, inner] of Object.entries(value)) {
        left -= Array.isArray(value) ? 0 : key.length
        waiting.push({ value: inner, depth: depth + 1 })
        if (left < 0) return false
      }
    } else if (typeof value === 'number' ? !Number.isFinite(value) : !isSimple(value)) return false
    if (left < 0) return false
  }
  return true
}

const isSimple = (value: unknown): boolean =>
  value === null || value === undefined || typeof value === 'boolean'
