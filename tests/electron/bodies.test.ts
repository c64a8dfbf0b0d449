import { expect, standInTest as test } from './support/test.ts'

const BYTES = 4 * 1024 * 1024

test('a large file crosses whole, into the application and out of it', async ({ standIn }) => {
  const page = await standIn.page
  const crossed = await page.evaluate(async (size) => {
    const digest = async (bytes: ArrayBuffer) =>
      [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))].join(' ')
    const bytes = new Uint8Array(size).map((_, index) => index % 251)
    const sent = await fetch('/files?name=large.bin', { method: 'POST', body: new Blob([bytes]) })
    const { value } = (await sent.json()) as { value: { fileId: string } }
    const back = await fetch(`/files/${value.fileId}`)
    return { there: await digest(bytes.buffer), back: await digest(await back.arrayBuffer()) }
  }, BYTES)
  expect(crossed.back).toBe(crossed.there)
})
