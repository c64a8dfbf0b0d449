import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { id } from '../testing/deals.ts'
import { sameOriginFiles } from './files.ts'

const fetched = vi.fn<(url: string, init: RequestInit) => Promise<unknown>>()
const clicked = vi.fn<(link: HTMLAnchorElement) => void>()
const revoke = vi.fn<(url: string) => void>()

beforeEach(() => {
  vi.useFakeTimers()
  vi.stubGlobal('fetch', fetched)
  vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:one')
  vi.spyOn(URL, 'revokeObjectURL').mockImplementation(revoke)
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    clicked(this)
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  for (const mock of [fetched, clicked, revoke]) mock.mockReset()
})

const files = sameOriginFiles(() => ({ Authorization: 'Bearer t' }))

test('a file is sent as bytes under its own name, with the headers of the host', async () => {
  const envelope = { ok: true, value: { fileId: id(9) } }
  fetched.mockResolvedValue({ ok: true, json: async () => envelope })
  const file = new File(['a,b'], '交易 & more.csv')
  expect(await files.upload(file)).toEqual(envelope)
  expect(fetched.mock.calls).toEqual([
    [
      '/files?name=%E4%BA%A4%E6%98%93%20%26%20more.csv',
      {
        method: 'POST',
        headers: { Authorization: 'Bearer t', 'Content-Type': 'application/octet-stream' },
        body: file,
      },
    ],
  ])
})

test('an upload the host does not take is an error, not an exception', async () => {
  fetched.mockResolvedValue({ ok: false, status: 413 })
  expect(await files.upload(new File([''], 'a.csv'))).toEqual({
    ok: false,
    error: { code: 'INTERNAL', details: { reference: 'upload-413' } },
  })
})

test('a download is saved under its name, and its memory released later', async () => {
  fetched.mockResolvedValue({ ok: true, blob: async () => new Blob(['x']) })
  expect(await files.download(id(9), 'deals.csv')).toBe(true)
  expect(fetched.mock.calls).toEqual([
    ['/files/00000000-0000-7000-8000-000000000009', { headers: { Authorization: 'Bearer t' } }],
  ])
  expect(clicked.mock.calls.map(([link]) => [link.href, link.download])).toEqual([['blob:one', 'deals.csv']])
  expect(revoke).not.toHaveBeenCalled()
  vi.runAllTimers()
  expect(revoke.mock.calls).toEqual([['blob:one']])
})

test('a file that is gone is not saved', async () => {
  fetched.mockResolvedValue({ ok: false, status: 404 })
  expect(await files.download(id(9), 'deals.csv')).toBe(false)
  expect(clicked).not.toHaveBeenCalled()
})
