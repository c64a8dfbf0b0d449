import { fork } from 'node:child_process'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright'
import { PagePanes } from './page-panes.ts'
import { servePanes } from './remote-panes.ts'
import { type Message, Wire } from './wire.ts'

/** The application on its stand-in, its window open. */
export interface StandInProcess {
  readonly page: Page
  /** Ends it as the system does, or kills it in the middle of whatever it does; waits until it is gone. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>
}

/** Starts the application in a process of its own, its windows in a browser context of this one. */
export async function startChild(context: BrowserContext, dataDir: string): Promise<StandInProcess> {
  const child = fork(join(import.meta.dirname, 'child.ts'), [dataDir], {
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  })
  let said = ''
  child.stderr!.setEncoding('utf8').on('data', (text: string) => (said += text))
  const wire = new Wire((message) => {
    if (child.connected) child.send(message)
  })
  const panes = new PagePanes(context)
  servePanes(wire, panes)
  child.on('message', (message) => wire.hear(message as Message))
  const gone = new Promise<number | null>((resolve) => child.once('close', resolve))
  // Windows go with their application.
  const closed = gone.then(() => panes.close())
  const page = await Promise.race([
    panes.first,
    gone.then((code) => Promise.reject(new Error(`the application ended with ${code}: ${said}`))),
  ])
  return {
    page,
    end: async (signal) => {
      child.kill(signal)
      await closed
    },
  }
}
