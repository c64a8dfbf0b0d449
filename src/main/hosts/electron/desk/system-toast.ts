import { Notification } from 'electron'

/** What the system shows for us: referred to until it is gone, or a click would find nobody. */
const shown = new Set<Notification>()

export const canShowToasts = (): boolean => Notification.isSupported()

/** Shows a message of the system. */
export function showToast(
  toast: { readonly title: string; readonly body: string },
  clicked: () => void,
): void {
  const message = new Notification({ title: toast.title, body: toast.body })
  const gone = (): void => void shown.delete(message)
  shown.add(message)
  message.on('click', () => {
    gone()
    clicked()
  })
  message.on('close', gone)
  message.on('failed', gone)
  message.show()
}
