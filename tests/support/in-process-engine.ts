import type { EngineClient } from '#main/workers/engine-client.ts'
import type { TestApplication } from './application.ts'

/** An application in this process, as a host holds it: no worker in between, everything copied all the same. */
export const inProcessEngine = (app: TestApplication): EngineClient => ({
  call: async (name, input) => structuredClone(await app.app.dispatch(name, structuredClone(input))),
  subscribe: (listener) => app.app.subscribe(listener),
  files: app.files,
  resume: () => void app.app.resume(),
  look: () => void app.app.look(),
  gone: new Promise(() => {}),
  close: () => app.close(),
  // One thread cannot wait for itself.
  closeNow: () => false,
})
