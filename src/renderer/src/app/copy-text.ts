/**
 * Puts text on the clipboard; false when that was refused. By the old command, which needs a press of a button and
 * nothing else: the newer way asks for a permission, and our pages get none (PROMISES 2 item 5).
 */
export function copyText(text: string): boolean {
  let isDone = false
  const fill = (event: ClipboardEvent) => {
    event.preventDefault()
    event.clipboardData?.setData('text/plain', text)
    isDone = true
  }
  document.addEventListener('copy', fill)
  try {
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    return document.execCommand('copy') && isDone
  } finally {
    document.removeEventListener('copy', fill)
  }
}
