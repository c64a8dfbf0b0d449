/**
 * The known shape of the application: where things may stand and what they are. The rules compare with it. Whoever
 * adds something to the Electron host adds it here too, in the same change: that is the point of the list.
 */
const HOST = 'src/main/hosts/electron'

export const FILES = {
  index: `${HOST}/index.ts`,
  run: `${HOST}/run.ts`,
  preload: `${HOST}/preload.ts`,
  ipc: `${HOST}/security/ipc.ts`,
  lockdown: `${HOST}/security/lockdown.ts`,
  doors: `${HOST}/security/doors.ts`,
  origin: `${HOST}/security/origin.ts`,
  protocol: `${HOST}/security/protocol.ts`,
  outside: `${HOST}/security/outside.ts`,
  crashes: `${HOST}/life/crashes.ts`,
  window: `${HOST}/window/window.ts`,
  print: `${HOST}/files/print-pdf.ts`,
  systemFiles: `${HOST}/files/system-files.ts`,
  openUpdate: `${HOST}/files/open-update.ts`,
  channels: 'src/shared/ipc/channels.ts',
  policy: 'src/main/hosts/bundle-files.ts',
  page: 'src/renderer/index.html',
} as const

export const inHost = (path: string): boolean => path.startsWith(`${HOST}/`)
export const inLoopback = (path: string): boolean => path.startsWith('src/main/hosts/loopback/')
export const inMain = (path: string): boolean => path.startsWith('src/main/') && !inLoopback(path)
export const inScreens = (path: string): boolean => path.startsWith('src/renderer/')
export const inSource = (path: string): boolean => path.startsWith('src/')
/** What runs in the Electron application: all but the other host. */
export const inApplication = (path: string): boolean => inSource(path) && !inLoopback(path)
export const isPage = (path: string): boolean => path.endsWith('.html')

/** What says how the application is started, built and packaged; tests may start it otherwise. */
export const isConfiguration = (path: string): boolean =>
  path === 'package.json' ||
  path === 'electron.vite.config.ts' ||
  /^electron-builder[^/]*$|^build\/|^\.github\/|^\.npmrc$/.test(path) ||
  (path.startsWith('scripts/') && !path.startsWith('scripts/gate/'))

/** What each file of the host takes from Electron. Types may be taken anywhere in the host. */
export const ELECTRON_NAMES: Readonly<Record<string, readonly string[]>> = {
  [FILES.index]: ['app'],
  [FILES.run]: ['app', 'dialog', 'session'],
  [FILES.outside]: ['shell'],
  [FILES.crashes]: ['app', 'dialog'],
  [`${HOST}/life/ends.ts`]: ['app', 'powerMonitor'],
  [FILES.preload]: ['contextBridge', 'ipcRenderer'],
  [FILES.ipc]: ['ipcMain'],
  [FILES.protocol]: ['protocol'],
  [FILES.window]: ['BrowserWindow', 'app', 'nativeTheme', 'screen'],
  [FILES.print]: ['BrowserWindow', 'session'],
  [`${HOST}/window/follow-settings.ts`]: ['nativeTheme'],
  [`${HOST}/window/take-leave.ts`]: ['app'],
  [`${HOST}/window/menu.ts`]: ['Menu', 'app'],
  [`${HOST}/window/wake.ts`]: ['app', 'powerMonitor'],
  [`${HOST}/files/dialogs.ts`]: ['dialog'],
  [`${HOST}/files/opening.ts`]: ['app'],
  [FILES.systemFiles]: ['shell'],
  [FILES.openUpdate]: ['app', 'shell'],
  [`${HOST}/files/updates.ts`]: ['dialog'],
  [`${HOST}/files/taking-updates.ts`]: ['app'],
  [`${HOST}/desk/desk.ts`]: ['app'],
  [`${HOST}/desk/icon.ts`]: ['Menu', 'Tray', 'app', 'nativeImage'],
  [`${HOST}/desk/login.ts`]: ['app'],
  [`${HOST}/desk/system-toast.ts`]: ['Notification'],
}

/** What a file may read of its environment: an AppImage is told in no other way where it is. */
export const KNOWN_ENVIRONMENT: ReadonlyMap<string, string> = new Map([
  [`${HOST}/desk/login.ts`, '{ APPDIR, APPIMAGE } = process.env'],
])

/** Parts of Electron a file may hand on as an argument; all others are used where they are imported. */
export const HANDED_ON = ['app']

/** The preferences of every window, key by key. `rule` is the rule that speaks when the value is another. */
export const PREFERENCES: Readonly<Record<string, { readonly value: string; readonly rule: string }>> = {
  preload: { value: "join(import.meta.dirname, '../preload/preload.cjs')", rule: '20-preload-file' },
  nodeIntegration: { value: 'false', rule: '2-node-integration' },
  nodeIntegrationInWorker: { value: 'false', rule: '2-node-integration' },
  nodeIntegrationInSubFrames: { value: 'false', rule: '2-node-integration' },
  contextIsolation: { value: 'true', rule: '3-context-isolation' },
  sandbox: { value: 'true', rule: '4-sandbox' },
  webSecurity: { value: 'true', rule: '6-web-security' },
  allowRunningInsecureContent: { value: 'false', rule: '8-insecure-content' },
  experimentalFeatures: { value: 'false', rule: '9-experimental-features' },
  webviewTag: { value: 'false', rule: '11-webview-tag' },
  navigateOnDragDrop: { value: 'false', rule: '13-drag-navigation' },
  disableDialogs: { value: 'true', rule: '14-page-dialogs' },
  spellcheck: { value: 'false', rule: 'x3-spellcheck' },
  devTools: { value: '!app.isPackaged', rule: 'x3-devtools' },
}

/** Switches of Chromium that are taken away from the packaged program (item 4): one that is missing is a door. */
export const DOORS = [
  ...['remote-debugging-port', 'remote-debugging-pipe', 'remote-debugging-address', 'remote-allow-origins'],
  ...['browser-subprocess-path', 'gpu-launcher', 'renderer-cmd-prefix', 'utility-cmd-prefix'],
  ...['load-extension', 'disable-extensions-except', 'disable-web-security', 'disable-site-isolation-trials'],
  ...['allow-file-access-from-files', 'allow-running-insecure-content', 'ignore-certificate-errors'],
  ...[
    'host-rules',
    'host-resolver-rules',
    'proxy-server',
    'proxy-pac-url',
    'single-process',
    'in-process-gpu',
  ],
  ...['no-sandbox', 'disable-gpu-sandbox', 'disable-seccomp-filter-sandbox', 'enable-blink-features'],
  ...['use-fake-ui-for-media-stream', 'log-net-log', 'net-log-capture-mode', 'trace-startup'],
]

/** A window writes every one of them: what is left to Electron changes with Electron. */
export const WRITTEN = Object.keys(PREFERENCES)

/** The window that prints: the same without a preload, in a session of its own. */
export const PRINT_WRITTEN = [
  'session',
  'nodeIntegration',
  'contextIsolation',
  'sandbox',
  'webviewTag',
  'spellcheck',
]

/** Keys Electron knows that open something: they stand nowhere. */
export const NEVER_PREFERENCES: Readonly<Record<string, readonly string[]>> = {
  '10-blink-features': ['enableBlinkFeatures', 'disableBlinkFeatures'],
}

/** Options of a window besides its preferences. */
export const WINDOW_OPTIONS = [
  ...['x', 'y', 'width', 'height', 'minWidth', 'minHeight', 'show', 'title', 'icon', 'backgroundColor'],
  ...['autoHideMenuBar', 'webPreferences'],
]

/** Privileges of our scheme (item 18): no bypassCSP, no allowServiceWorkers, no corsEnabled. */
export const PRIVILEGES = 'standard: true, secure: true, supportFetchAPI: true, stream: true'

/** The policy of the pages (item 7), directive by directive. */
export const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "frame-src 'none'",
  "worker-src 'self'",
  "require-trusted-types-for 'script'",
]

/** Modules of Node the application may name, by folder; the other host alone may name what opens ports or processes. */
export const NODE_MODULES = [
  ...['fs', 'fs/promises', 'path', 'url', 'os', 'crypto', 'zlib', 'readline', 'timers/promises', 'util'],
  ...['stream', 'stream/promises', 'stream/web', 'worker_threads', 'events'],
]

/** Packages the application is made of, by side. */
export const PACKAGES = {
  main: ['better-sqlite3', 'kysely', 'zod', 'csv-parse', 'csv-stringify', 'uuidv7', 'env-paths'],
  screens: [
    ...[
      'vue',
      'vue-router',
      'vue-i18n',
      'pinia',
      'reka-ui',
      '@lucide/vue',
      'echarts',
      'vue-echarts',
      'uuidv7',
    ],
    ...['@tanstack/vue-virtual', '@internationalized/date', '@fontsource-variable/inter'],
    ...['@atlaskit/pragmatic-drag-and-drop', '@atlaskit/pragmatic-drag-and-drop-auto-scroll'],
    ...['@fontsource-variable/noto-sans-sc'],
  ],
}

/** Addresses with a scheme that may stand in a file: names of formats, never loaded. */
export const KNOWN_ADDRESSES: Readonly<Record<string, readonly string[]>> = {
  // The scheme alone: the hosts that may be opened outside stand in the list beside it.
  [`${HOST}/security/outside-address.ts`]: ['https:'],
  'src/main/core/exchange/xlsx-writer.ts': [
    'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
    'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
    'http://schemas.openxmlformats.org/package/2006',
  ],
}

/** A written document carries a policy of its own: it leaves the application, and loads nothing at all. */
export const DOCUMENT_POLICY = {
  file: 'src/main/core/paper/document.ts',
  texts: [
    "default-src 'none'",
    "style-src 'sha256-",
    'font-src data:',
    '<meta http-equiv="Content-Security-Policy" content="',
  ],
}

/** Files of the screens that ask the host over the page's own origin. */
export const FETCHING = ['src/renderer/src/bridge/files.ts', 'src/renderer/src/bridge/loopback-bridge.ts']

/** A file of the bundle that is read when somebody asks for it. */
export const FETCHED_FILES: Readonly<Record<string, string>> = {
  'src/renderer/src/features/company/licences.ts': 'licences.json',
}

/** The one place with a session's token: the other host's, which has no preload (PROMISES 3). */
export const SESSION_STORAGE = 'src/renderer/src/bridge/loopback-bridge.ts'

/** Elements that load or embed something else. */
export const EMBEDDING = [
  ...['webview', 'iframe', 'frame', 'frameset', 'object', 'embed', 'applet', 'portal', 'fencedframe', 'base'],
]

/** The packages that are shipped beside the bundles: what is built in is no dependency of the program. */
export const SHIPPED = ['better-sqlite3']

/** The packages whose script may run at installation: the Node of the repository, and one that only picks a file. */
export const ALLOWED_SCRIPTS = ['node', 'vue-demi']
