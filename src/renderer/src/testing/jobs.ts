import type { Output } from '#shared/ipc/contract.ts'
import { id } from './deals.ts'

/** A job that is done. */
export const job = (over: Partial<Output<'jobs.get'>> = {}): Output<'jobs.get'> => ({
  jobId: id(20),
  kind: 'import',
  name: 'deals.csv',
  state: 'done',
  done: 4,
  total: 4,
  result: null,
  error: null,
  ...over,
})

/** Chooses a file in the one file input of the page, as the system's window would. */
export function chooseFile(file: File): HTMLInputElement {
  const input = document.querySelector<HTMLInputElement>('input[type="file"]')!
  Object.defineProperty(input, 'files', { value: [file], configurable: true })
  input.dispatchEvent(new Event('change'))
  return input
}
