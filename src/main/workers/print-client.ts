import { AppError } from '#shared/errors.ts'
import type { PrintPdf } from '../core/ports.ts'
import type { FromEngine } from './messages.ts'

const CANCEL_CHECK_MS = 50

/** The engine's side of printing, which hosts do: asks, waits, and tells when nobody wants it any more. */
export class PrintClient {
  readonly #say: (message: FromEngine) => void
  readonly #waiting = new Map<number, (ok: boolean) => void>()
  #lastId = 0

  constructor(say: (message: FromEngine) => void) {
    this.#say = say
  }

  /** Prints. Errors: CANCELLED, INTERNAL where the host could not. */
  readonly print: PrintPdf = async (html, pdf, control) => {
    const id = ++this.#lastId
    const watch = setInterval(() => {
      if (control.cancelled) this.#say({ kind: 'stop-printing', id })
    }, CANCEL_CHECK_MS)
    try {
      const ok = await new Promise<boolean>((resolve) => {
        this.#waiting.set(id, resolve)
        this.#say({ kind: 'print', id, html, pdf })
      })
      if (control.cancelled) throw new AppError('CANCELLED', { what: 'job' })
      if (!ok) throw new AppError('INTERNAL', { reference: 'print' })
    } finally {
      clearInterval(watch)
    }
  }

  /** The host is done with it. */
  ended(id: number, ok: boolean): void {
    this.#waiting.get(id)?.(ok)
    this.#waiting.delete(id)
  }
}
