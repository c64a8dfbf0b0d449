import { type App, type Session, type WebContents } from 'electron'
import { isOwnContents } from './own-contents.ts'
import { isOwnPage, isOwnRequest } from './origin.ts'
import { openOutside } from './outside.ts'

/** Denies every permission a page could ask for, and every download (PROMISES 2 item 5): Electron grants by default. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}))
  session.setBluetoothPairingHandler((_details, answer) => answer({ confirmed: false }))
  session.on('select-hid-device', (event) => event.preventDefault())
  session.on('select-serial-port', (event) => event.preventDefault())
  session.on('select-usb-device', (event) => event.preventDefault())
  session.on('file-system-access-restricted', (event, _details, answer) => {
    event.preventDefault()
    answer('deny')
  })
  // Files leave by the dialog of the host alone: a page that saves by itself chooses the name and the content.
  session.on('will-download', (event) => event.preventDefault())
  // Also the dictionaries would come from a network.
  session.setSpellCheckerEnabled(false)
}

/** Lets nothing leave our own scheme: behind the policy of the pages, which asks for nothing else already. */
export function keepInside(session: Session, tools: boolean): void {
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    const ownTools = tools && URL.parse(url)?.protocol === 'devtools:'
    answer({ cancel: !isOwnRequest(url) && !ownTools })
  })
}

interface Leaving {
  readonly url: string
  readonly isMainFrame: boolean
  preventDefault(): void
}

/** What our own page points to outside may be opened there. Other pages, as that of a printed document, point nowhere. */
function handOut(contents: WebContents, url: string): void {
  if (isOwnContents(contents)) openOutside(url)
}

/** Keeps every page where it is: no navigation, no new window, no webview (PROMISES 2 items 12 to 14). */
export function confinePages(app: App): void {
  app.on('web-contents-created', (_event, contents) => {
    const stay = (event: Leaving) => {
      if (!event.isMainFrame || !isOwnPage(event.url)) event.preventDefault()
    }
    contents.on('will-redirect', stay)
    contents.on('will-frame-navigate', stay)
    contents.on('will-navigate', (event) => {
      if (!event.isMainFrame || !isOwnPage(event.url)) event.preventDefault()
      handOut(contents, event.url)
    })
    contents.on('will-attach-webview', (event) => event.preventDefault())
    // Prevented is the objection: no page keeps a person from closing it.
    contents.on('will-prevent-unload', (event) => event.preventDefault())
    contents.on('select-bluetooth-device', (event, _devices, answer) => {
      event.preventDefault()
      answer('')
    })
    contents.setWindowOpenHandler(({ url }) => {
      handOut(contents, url)
      return { action: 'deny' }
    })
  })
}
