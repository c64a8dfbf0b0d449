import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestHost, startTestHost } from '../support/test-host.ts'
import { allCases } from './cases.ts'
import { loopbackClient } from './loopback-client.ts'

let host: TestHost

beforeAll(async () => {
  host = await startTestHost('contract-loopback')
}, 120_000)
afterAll(() => host.end())

test.for(allCases())('$name over the real host: $title', async ({ run }) => {
  await run(loopbackClient(host))
})

test('all that while nothing went wrong in the host', () => {
  expect(host.child.exitCode).toBeNull()
  expect(host.said()).not.toContain('"level":"error"')
})
