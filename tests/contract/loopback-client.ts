import { expect } from 'vitest'
import type { Envelope } from '#shared/errors.ts'
import type { LoopbackHost } from '../support/loopback-host.ts'
import type { ContractClient } from './client.ts'
import { checkAnswer, clientOf } from './in-process-client.ts'

/** A real loopback host, called as its page calls it. */
export function loopbackClient(host: LoopbackHost): ContractClient {
  const headers = { Authorization: `Bearer ${host.token}`, Origin: host.origin }
  return clientOf(
    async (name, input) => {
      const answer = await host.call(name, input)
      checkAnswer(name, answer)
      return answer
    },
    {
      upload: async (name, bytes) => {
        const url = `${host.origin}/files?name=${encodeURIComponent(name)}`
        const response = await fetch(url, { method: 'POST', headers, body: bytes as string })
        const answer = (await response.json()) as Envelope<{ fileId: string }>
        if (!answer.ok) throw new Error(JSON.stringify(answer.error))
        return answer.value.fileId
      },
      download: async (fileId) => {
        const response = await fetch(`${host.origin}/files/${fileId}`, { headers })
        expect(response.status).toBe(200)
        expect(response.headers.get('content-disposition')).toMatch(/^attachment; /)
        return Buffer.from(await response.arrayBuffer())
      },
    },
  )
}
