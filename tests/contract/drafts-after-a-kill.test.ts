import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Envelope } from '#shared/errors.ts'
import { type LoopbackHost, startHost } from '../support/loopback-host.ts'
import { freshBuild } from '../support/test-host.ts'
import { writtenDraft } from '../support/written-draft.ts'

const KILLS = 3

const valueOf = (envelope: Envelope): unknown => {
  if (!envelope.ok) throw new Error(JSON.stringify(envelope.error))
  return envelope.value
}

test('a draft whose saving was answered is there after kill -9, as it was saved last', async () => {
  const build = await freshBuild('drafts-after-a-kill')
  const dataDir = mkdtempSync(join(tmpdir(), 'tandem-test-'))
  let host: LoopbackHost = await startHost({ script: build.loopback, dataDir })
  onTestFinished(async () => {
    await host.kill()
    build.remove()
    rmSync(dataDir, { recursive: true, force: true })
  })
  let draftId: string | null = null
  for (let kill = 0; kill < KILLS; kill += 1) {
    const form = writtenDraft({ name: `Typed before kill ${kill}` })
    const saved = valueOf(await host.call('drafts.save', { draftId, form })) as { draftId: string }
    draftId = saved.draftId
    await host.kill()
    expect(host.child.signalCode).toBe('SIGKILL')
    host = await startHost({ script: build.loopback, dataDir })
    expect(valueOf(await host.call('drafts.get', { draftId }))).toEqual({ ...saved, form })
  }
  expect(valueOf(await host.call('drafts.list', {}))).toMatchObject({ rows: [{ draftId }] })
  expect(await host.stop()).toBe(0)
}, 120_000)
