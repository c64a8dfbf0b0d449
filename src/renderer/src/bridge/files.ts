import type { FileId } from '#shared/domain/ids.ts'
import type { Envelope } from '#shared/errors.ts'

/** Hands files over and gets them back: the same two addresses on both hosts. */
export interface FileTransfer {
  upload(file: File): Promise<Envelope<{ fileId: FileId }>>
  /** Saves a file the application made, under its name. False when it is gone. */
  download(fileId: FileId, name: string): Promise<boolean>
}

const RELEASE_AFTER_MS = 60_000

/** Files over the page's own origin, with whatever headers the host wants. */
export const sameOriginFiles = (headers: () => Record<string, string>): FileTransfer => ({
  upload: async (file) => {
    const response = await fetch(`/files?name=${encodeURIComponent(file.name)}`, {
      method: 'POST',
      headers: { ...headers(), 'Content-Type': 'application/octet-stream' },
      body: file,
    })
    if (response.ok) return (await response.json()) as Envelope<{ fileId: FileId }>
    return { ok: false, error: { code: 'INTERNAL', details: { reference: `upload-${response.status}` } } }
  },
  download: async (fileId, name) => {
    const response = await fetch(`/files/${fileId}`, { headers: headers() })
    if (!response.ok) return false
    const url = URL.createObjectURL(await response.blob())
    const link = document.createElement('a')
    link.href = url
    link.download = name
    link.click()
    setTimeout(() => URL.revokeObjectURL(url), RELEASE_AFTER_MS)
    return true
  },
})
