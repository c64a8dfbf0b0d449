import { fork } from 'node:child_process'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright'
import { CONTROLS, type Controls, type Seen, WITNESS, type Witness } from './controls.ts'
import type { Launch } from './launch.ts'
import { PagePanes } from './page-panes.ts'
import { servePanes } from './remote-panes.ts'
import { type Message, Wire } from './wire.ts'

/** How an application ended. */
export interface Ended {
  /** Null: the system killed it. */
  readonly code: number | null
  /** Null: it could not tell any more. */
  readonly seen: Seen | null
  /** What it wrote for whoever started it from a terminal. */
  readonly said: string
}

/** The application on its stand-in, in a process of its own, from the first moment on. */
export interface StandInFork {
  /** Its window, once it shows something. */
  readonly page: Promise<Page>
  /** It has begun to make a window. */
  readonly begun: Promise<void>
  readonly controls: Controls
  /** It is gone, and its windows with it. */
  readonly ended: Promise<Ended>
  readonly kill: (signal: NodeJS.Signals) => void
}

/** The application on its stand-in, its window open. */
export interface StandInProcess {
  readonly page: Page
  /** Ends it as the system does, or kills it in the middle of whatever it does; waits until it is gone. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>
}

/** Starts the application in a process of its own, its windows in a browser context of this one. */
export function forkChild(context: BrowserContext, dataDir: string, launch: Launch = {}): StandInFork {
  const child = fork(join(import.meta.dirname, 'child.ts'), [dataDir, JSON.stringify(launch)], {
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let said = ''
  let seen: Seen | null = null
  child.stderr!.setEncoding('utf8').on('data', (text: string) => (said += text))
  const wire = new Wire((message) => {
    // It may end while it is told: then it hears nothing more, and nobody minds.
    if (child.connected) child.send(message, () => {})
  })
  wire.serve<Witness>(WITNESS, { ended: async (what) => void (seen = what) })
  const panes = new PagePanes(context)
  servePanes(wire, panes)
  const begun = new Promise<void>((resolve) => child.once('message', () => resolve()))
  child.on('message', (message) => wire.hear(message as Message))
  const gone = new Promise<number | null>((resolve) => child.once('close', resolve))
  return {
    page: panes.first,
    begun,
    controls: wire.at<Controls>(CONTROLS),
    // Windows go with their application.
    ended: gone.then(async (code) => {
      await panes.close()
      return { code, seen, said }
    }),
    kill: (signal) => void child.kill(signal),
  }
}

/** Starts it and waits for its window. */
export async function startChild(context: BrowserContext, dataDir: string): Promise<StandInProcess> {
  const { page, ended, kill } = forkChild(context, dataDir)
  const failed = ended.then(({ code, said }) =>
    Promise.reject(new Error(`the application ended with ${code}: ${said}`)),
  )
  return {
    page: await Promise.race([page, failed]),
    end: async (signal) => {
      kill(signal)
      await ended
    },
  }
}
