import { expect, test } from 'vitest'
import { type ProcedureName, contract } from '#shared/ipc/contract.ts'
import { openApplication } from '../support/open-application.ts'
import { CASES } from './cases.ts'
import type { ContractClient } from './client.ts'
import { inProcessClient } from './in-process-client.ts'

test('there is a case for every procedure, and for nothing else', () => {
  expect(Object.keys(CASES).sort()).toEqual(Object.keys(contract).sort())
  for (const [name, cases] of Object.entries(CASES)) expect(cases.length, name).toBeGreaterThan(0)
})

test.for(Object.keys(contract) as ProcedureName[])('the cases of %s do call it', async (name) => {
  const called = new Set<string>()
  const client = inProcessClient(await openApplication())
  const noting: ContractClient = {
    ...client,
    call: (procedure, input) => {
      called.add(procedure)
      return client.call(procedure, input)
    },
    fail: (procedure, input) => {
      called.add(procedure)
      return client.fail(procedure, input)
    },
  }
  for (const { run } of CASES[name]) await run(noting)
  expect(called).toContain(name)
})
