import { readFile } from 'node:fs/promises'
import { expect } from 'vitest'
import { ERROR_CODES, type Envelope, type Json } from '#shared/errors.ts'
import { type ProcedureName, contract } from '#shared/ipc/contract.ts'
import type { TestApplication } from '../support/application.ts'
import type { ContractClient } from './client.ts'

/**
 * Holds an answer against the contract: plain JSON, the value as its schema has it and nothing more, an error of the
 * closed list.
 */
export function checkAnswer(name: ProcedureName, answer: Envelope): void {
  expect(JSON.parse(JSON.stringify(answer))).toEqual(answer)
  if (answer.ok) {
    const parsed = contract[name].output.safeParse(answer.value)
    expect(parsed.error?.issues ?? [], name).toEqual([])
    expect(parsed.data).toEqual(answer.value)
  } else {
    expect(ERROR_CODES).toContain(answer.error.code)
  }
}

async function* once(bytes: Uint8Array | string): AsyncIterable<Uint8Array> {
  yield Buffer.from(bytes as string)
}

/** Dispatch in this process, with everything copied on its way in and out as Electron does it. */
export function inProcessClient(app: TestApplication): ContractClient {
  const cross = async (name: ProcedureName, input: Json): Promise<Envelope> => {
    const answer = structuredClone(await app.app.dispatch(name, structuredClone(input)))
    checkAnswer(name, answer)
    return answer
  }
  return clientOf(cross, {
    upload: async (name, bytes) => (await app.files.put(name, once(bytes))).fileId,
    download: async (fileId) => readFile((await app.files.get(fileId as never)).path),
  })
}

/** A client over anything that carries a call. */
export function clientOf(
  cross: (name: ProcedureName, input: Json) => Promise<Envelope>,
  files: Pick<ContractClient, 'upload' | 'download'>,
): ContractClient {
  return {
    ...files,
    call: async (name, input) => {
      const answer = await cross(name, input)
      if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`)
      return answer.value as never
    },
    fail: async (name, input) => {
      const answer = await cross(name, input)
      if (answer.ok) throw new Error(`${name} succeeded: ${JSON.stringify(answer.value)}`)
      return answer.error
    },
  }
}
