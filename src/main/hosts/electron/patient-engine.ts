import type { Envelope } from '#shared/errors.ts'
import type { EngineClient } from '../../workers/engine-client.ts'

const REFUSED: Envelope = { ok: false, error: { code: 'INTERNAL', details: { reference: 'engine' } } }

/** An engine that may be coming up still: what is asked waits for it. Whoever starts it hears that it refused to. */
export function patient(
  starting: Promise<EngineClient>,
): Pick<EngineClient, 'call' | 'look' | 'resume' | 'subscribe'> {
  const once = (use: (engine: EngineClient) => void): void => void starting.then(use, () => {})
  return {
    call: (name, input) =>
      starting.then(
        (engine) => engine.call(name, input),
        () => REFUSED,
      ),
    resume: () => once((engine) => engine.resume()),
    look: () => once((engine) => engine.look()),
    subscribe: (listener) => {
      let stop = (): void => {}
      let wanted = true
      once((engine) => {
        if (wanted) stop = engine.subscribe(listener)
      })
      return () => {
        wanted = false
        stop()
      }
    },
  }
}
