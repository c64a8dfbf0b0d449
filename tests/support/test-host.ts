import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { takeBuild } from './build.ts'
import { ensureBuilt } from './ensure-built.ts'
import { type LoopbackHost, startHost } from './loopback-host.ts'

/** A real loopback host of a fresh build, on a folder of its own. */
export interface TestHost extends LoopbackHost {
  readonly dataDir: string
  /** Ends it, if it still lives, and takes everything of it away. */
  end(): Promise<void>
}

/** A build to start hosts from, one for each test file. */
export async function freshBuild(purpose: string) {
  await ensureBuilt()
  return takeBuild(purpose)
}

export async function startTestHost(purpose: string): Promise<TestHost> {
  const build = await freshBuild(purpose)
  const dataDir = mkdtempSync(join(tmpdir(), 'tandem-test-'))
  const host = await startHost({ script: build.loopback, dataDir })
  return {
    ...host,
    dataDir,
    end: async () => {
      await host.stop()
      build.remove()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
