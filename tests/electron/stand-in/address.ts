/** Chromium knows no scheme of ours, and lets nobody answer for its files: both live on origins that exist nowhere. */
const ORIGINS = [
  ['app://bundle', 'https://bundle.app.invalid'],
  ['file://', 'https://file.app.invalid'],
] as const

/** The address in the browser for an address in Electron. */
export function toWeb(url: string): string {
  const [app, web] = ORIGINS.find(([scheme]) => url.startsWith(`${scheme}/`)) ?? ['', '']
  return web + url.slice(app.length)
}

/** The address in Electron for an address in the browser. */
export function toApp(url: string): string {
  const [app, web] = ORIGINS.find(([, origin]) => url.startsWith(`${origin}/`)) ?? ['', '']
  return app + url.slice(web.length)
}
