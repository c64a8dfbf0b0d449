import { type App, type Session } from 'electron'
import { isOwnPage } from './origin.ts'

/** Denies every permission a page could ask for (PROMISES 2 item 5): Electron grants by default. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
}

/** Keeps every page where it is: no navigation, no new window, no webview (PROMISES 2 items 12 to 14). */
export function confinePages(app: App): void {
  app.on('web-contents-created', (_event, contents) => {
    const stay = (event: { preventDefault(): void; url?: string }, url?: string) => {
      if (!isOwnPage(event.url ?? url ?? '')) event.preventDefault()
    }
    contents.on('will-navigate', stay)
    contents.on('will-redirect', stay)
    contents.on('will-frame-navigate', stay)
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  })
}
