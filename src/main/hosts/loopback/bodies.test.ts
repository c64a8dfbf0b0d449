import { Readable } from 'node:stream'
import type { IncomingMessage } from 'node:http'
import { expect, test } from 'vitest'
import { BadBody, MOST_BODY_BYTES, readJson } from './bodies.ts'

/** A request as far as bodies care. */
function request(chunks: readonly string[], headers: Record<string, string> = {}): IncomingMessage {
  const stream = Readable.from(chunks.map((chunk) => Buffer.from(chunk)))
  return Object.assign(stream, {
    headers: { 'content-type': 'application/json', ...headers },
  }) as unknown as IncomingMessage
}
const nested = (depth: number, text = '0') => `{"a":${'['.repeat(depth - 1)}${text}${']'.repeat(depth - 1)}}`

test('an object comes as it was sent, in however many pieces', async () => {
  expect(await readJson(request(['{"a"', ':"云', '"}']))).toEqual({ a: '云' })
  expect(await readJson(request(['{}'], { 'content-type': 'APPLICATION/JSON; charset=utf-8' }))).toEqual({})
})

test('a letter cut in two between pieces is whole again', async () => {
  const bytes = Buffer.from('{"a":"云"}')
  const stream = Object.assign(Readable.from([bytes.subarray(0, 7), bytes.subarray(7)]), {
    headers: { 'content-type': 'application/json' },
  })
  expect(await readJson(stream as unknown as IncomingMessage)).toEqual({ a: '云' })
})

test.for(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', '', 'application/jsonp'])(
  'the type %j is 415',
  async (type) => {
    await expect(readJson(request(['{}'], { 'content-type': type }))).rejects.toEqual(new BadBody(415))
  },
)

test('too large is 413, whether it says so or not', async () => {
  const large = `{"a":"${'x'.repeat(MOST_BODY_BYTES)}"}`
  await expect(readJson(request([large]))).rejects.toEqual(new BadBody(413))
  const announced = { 'content-length': String(MOST_BODY_BYTES + 1) }
  await expect(readJson(request(['{}'], announced))).rejects.toEqual(new BadBody(413))
})

test('brackets may nest 32 deep and no deeper; brackets in texts do not count', async () => {
  expect(await readJson(request([nested(32)]))).toBeTypeOf('object')
  await expect(readJson(request([nested(33)]))).rejects.toEqual(new BadBody(400))
  await expect(readJson(request([nested(30_000)]))).rejects.toEqual(new BadBody(400))
  const text = JSON.stringify('[{'.repeat(100) + '\\"[[')
  expect(await readJson(request([nested(32, text)]))).toBeTypeOf('object')
})

test.for(['', '{', 'null', '[]', '"x"', '1', '{"a":1}}'])('%j is 400', async (text) => {
  await expect(readJson(request([text]))).rejects.toEqual(new BadBody(400))
})
