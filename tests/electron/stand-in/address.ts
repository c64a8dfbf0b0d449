/** Chromium knows no scheme of ours: pages live on an https origin of their own that exists nowhere. */
const WEB = 'https://bundle.app.invalid'
const APP = 'app://bundle'

/** The address in the browser for an address in Electron. */
export const toWeb = (url: string): string => (url.startsWith(`${APP}/`) ? WEB + url.slice(APP.length) : url)

/** The address in Electron for an address in the browser. */
export const toApp = (url: string): string => (url.startsWith(`${WEB}/`) ? APP + url.slice(WEB.length) : url)
