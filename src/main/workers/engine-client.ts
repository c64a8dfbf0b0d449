import { Worker } from 'node:worker_threads'
import { AppError, type Envelope, type Json, invalidInput } from '#shared/errors.ts'
import type { AppEvent } from '#shared/ipc/events.ts'
import { FileStore } from '../core/files/file-store.ts'
import type { LogEntry } from '../core/ports.ts'
import type { EngineData, EngineStart, FromEngine, PrintPdf, ToEngine } from './messages.ts'
import { newId } from './system-ports.ts'

/** What a host holds of the application: calls, events, files, and a clean end. */
export interface EngineClient {
  /** Calls a procedure. Never rejects: an engine that ends answers INTERNAL, what is no plain data INVALID_INPUT. */
  call(name: string, input: Json): Promise<Envelope>
  subscribe(listener: (event: AppEvent) => void): () => void
  readonly files: FileStore
  /** The computer woke up. */
  resume(): void
  /** Somebody turned to the window: look at the clock again. */
  look(): void
  /** Tells of an engine that ended without being asked to. */
  readonly gone: Promise<void>
  close(): Promise<void>
  /**
   * Closes while this thread does nothing else, for as long as it may take. For the moment in which a system ends
   * everybody: what is left for later does not happen. Whether it was closed in time.
   */
  closeNow(mostMs: number): boolean
}

const dead: Envelope = { ok: false, error: { code: 'INTERNAL', details: { reference: 'engine' } } }

const uncrossable: Envelope = { ok: false, error: invalidInput('input', 'is not plain data').toShape() }

/** Starts the engine worker and waits until it serves. Errors: BUSY (another Tandem has the folder), READ_ONLY. */
export async function startEngine(
  script: URL,
  data: EngineData,
  log: (entry: LogEntry) => void,
  printPdf: PrintPdf | null = null,
): Promise<EngineClient> {
  const closed = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT))
  const worker = new Worker(script, {
    workerData: { ...data, prints: printPdf !== null, closed } satisfies EngineStart,
  })
  const answers = new Map<number, (envelope: Envelope) => void>()
  const listeners = new Set<(event: AppEvent) => void>()
  const tell = (message: ToEngine): void => worker.postMessage(message)
  const printing = new Map<number, AbortController>()
  const print = (id: number, html: string, pdf: string): void => {
    const control = new AbortController()
    printing.set(id, control)
    const told = (ok: boolean) => {
      printing.delete(id)
      tell({ kind: 'printed', id, ok })
    }
    printPdf!(html, pdf, control.signal).then(
      () => told(true),
      (error: unknown) => {
        log({ level: 'warn', code: 'PRINT_FAILED', name: error instanceof Error ? error.name : 'unknown' })
        told(false)
      },
    )
  }
  let lastId = 0
  let alive = true
  let closing: Promise<void> | null = null
  let whenClosed = (): void => {}
  let whenGone = (): void => {}
  const gone = new Promise<void>((resolve) => (whenGone = resolve))

  const started = new Promise<void>((resolve, reject) => {
    worker.on('message', (message: FromEngine) => {
      switch (message.kind) {
        case 'ready':
          return resolve()
        case 'refused':
          return reject(errorOf(message.envelope))
        case 'answer':
          answers.get(message.id)?.(message.envelope)
          answers.delete(message.id)
          return
        case 'event':
          for (const listener of listeners) listener(message.event)
          return
        case 'log':
          return log(message.entry)
        case 'print':
          return print(message.id, message.html, message.pdf)
        case 'stop-printing':
          return printing.get(message.id)?.abort()
        case 'closed':
          return whenClosed()
      }
    })
    worker.on('error', (error) => {
      log({ level: 'error', code: 'ENGINE_FAILED', name: error.name })
      reject(error instanceof Error ? error : new Error(String(error)))
    })
    worker.on('exit', () => {
      alive = false
      reject(new AppError('INTERNAL', { reference: 'engine' }))
      for (const answer of answers.values()) answer(dead)
      whenClosed()
      if (!closing) whenGone()
    })
  })
  await started
  const close = async (): Promise<void> => {
    if (!alive) return
    await new Promise<void>((resolve) => {
      whenClosed = resolve
      tell({ kind: 'close' })
    })
    await worker.terminate()
  }
  return {
    files: new FileStore(data.dataDir, newId),
    call: (name, input) => {
      if (!alive || closing) return Promise.resolve(dead)
      const id = ++lastId
      return new Promise((resolve) => {
        try {
          tell({ kind: 'call', id, name, input })
          answers.set(id, resolve)
        } catch {
          resolve(uncrossable)
        }
      })
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    resume: () => {
      if (!closing) tell({ kind: 'resume' })
    },
    look: () => {
      if (!closing) tell({ kind: 'look' })
    },
    gone,
    close: () => (closing ??= close()),
    closeNow: (mostMs) => {
      if (!alive) return true
      closing ??= close()
      return Atomics.wait(closed, 0, 0, mostMs) !== 'timed-out'
    },
  }
}

const errorOf = (envelope: Envelope): AppError =>
  envelope.ok
    ? new AppError('INTERNAL', { reference: 'engine' })
    : new AppError(envelope.error.code, envelope.error.details)
