import { execFileSync } from 'node:child_process'
import { existsSync, renameSync, writeFileSync } from 'node:fs'
import type { Instant } from '#shared/domain/time.ts'
import type { Build } from '../support/build.ts'
import type { LoopbackHost } from '../support/loopback-host.ts'
import { programOnPath } from '../support/tools.ts'
import { startOwnHost } from './own-hosts.ts'
import { must } from './promise-test.ts'

/** Where libfaketime's library for programs with threads is: asked of whoever installed it. */
export function faketimeLibrary(): string | null {
  const listed = (program: string, ...args: string[]): string => {
    try {
      return execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
    } catch {
      return ''
    }
  }
  const files = programOnPath('dpkg') ? listed('dpkg', '-L', 'libfaketime').split('\n') : []
  // Its own wrapper tells the library it would put in front.
  if (programOnPath('faketime')) {
    const preload = listed('faketime', '-m', '2026-01-01', 'env')
    files.push(...(/^LD_PRELOAD=(.*)$/m.exec(preload)?.[1] ?? '').split(/[: ]/))
  }
  return files.find((file) => /libfaketimeMT\.so/.test(file) && existsSync(file)) ?? null
}

/** What a faked host is made of. */
export interface Faking {
  readonly build: Build
  readonly library: string
}

/** What libfaketime reads as the time: whole seconds in UTC. */
const spelled = (instant: Instant): string => instant.slice(0, 19).replace('T', ' ')

/** A host for which it is one moment until it is told another; timers still run, monotonic time is left alone. */
export class FakedHost {
  readonly #faking: Faking
  readonly dataDir: string
  readonly #timeFile: string

  constructor(faking: Faking, dataDir: string) {
    this.#faking = faking
    this.dataDir = dataDir
    this.#timeFile = `${dataDir}.time`
  }

  /** Sets the clock of a host that runs. It reads the file each time it asks for the time. */
  set(instant: Instant): void {
    // In one step: half a line would be another time.
    writeFileSync(`${this.#timeFile}.new`, `${spelled(instant)}\n`)
    renameSync(`${this.#timeFile}.new`, this.#timeFile)
  }

  /** Starts at an instant (whole seconds), does something, and ends. */
  async at<T>(instant: Instant, work: (host: LoopbackHost) => Promise<T>): Promise<T> {
    this.set(instant)
    const host = await startOwnHost({
      script: this.#faking.build.loopback,
      dataDir: this.dataDir,
      env: {
        TZ: 'UTC',
        LD_PRELOAD: this.#faking.library,
        FAKETIME_TIMESTAMP_FILE: this.#timeFile,
        FAKETIME_DONT_FAKE_MONOTONIC: '1',
        FAKETIME_NO_CACHE: '1',
      },
    })
    try {
      return await work(host)
    } finally {
      const code = await host.stop()
      must(code === 0, () => `the host at ${instant} ended with ${code}: ${host.said()}`)
    }
  }
}
