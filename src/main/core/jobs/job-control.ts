import { AppError } from '#shared/errors.ts'

/** How running work tells how far it is and hears that nobody wants it any more. */
export interface JobControl {
  progress(done: number, total: number | null): void
  readonly cancelled: boolean
}

/** Stops work that was cancelled. Errors: CANCELLED. */
export function stopIfCancelled(control: JobControl): void {
  if (control.cancelled) throw new AppError('CANCELLED', { what: 'job' })
}

/** Work that somebody waits for at once: it tells nobody how far it is, and is not cancelled. */
export const UNWATCHED: JobControl = { progress: () => {}, cancelled: false }
