import type { NotTaken } from '#shared/domain/not-taken.ts'
import type { HandedFile } from '#shared/ipc/host-contract/files.ts'

/** A file somebody brings to be imported: of the page, taken in by the host already, or not taken, and why. */
export type Brought = File | HandedFile | { readonly refused: NotTaken }

/** Whether a drag brings files from outside. */
export const bringsFiles = (transfer: DataTransfer | null): boolean =>
  transfer !== null && [...transfer.types].includes('Files')

/** What a drop brings: one file, or why it is none; null where it brings no file at all. */
export function broughtBy(transfer: DataTransfer | null): Brought | null {
  const [file, ...others] = transfer?.files ?? []
  if (!file) return null
  if (others.length > 0) return { refused: 'several' }
  const isFolder = [...(transfer?.items ?? [])].some(
    (item) => item.kind === 'file' && item.webkitGetAsEntry()?.isDirectory,
  )
  return isFolder ? { refused: 'folder' } : file
}
