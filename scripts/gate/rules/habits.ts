import ts from 'typescript'
import { bare, calledBy, constantNamed, shapeOf } from '../ast.ts'
import { type Rule, guarded, named, problem } from '../rule.ts'
import { FILES, inApplication, inHost, inMain, inSource } from '../shape.ts'

const execute: Rule = {
  id: '7-execute-javascript',
  fix: `only ${FILES.print} asks the document something, with its constants OWN_WORLD and FONTS_LOADED`,
  files: inMain,
  *check(source) {
    for (const name of [
      'executeJavaScript',
      'executeJavaScriptInIsolatedWorld',
      'insertCSS',
      'executeInMainWorld',
    ]) {
      for (const node of named(source, name)) {
        const call = calledBy(node)
        const known = 'webContents.executeJavaScriptInIsolatedWorld(OWN_WORLD, [{ code: FONTS_LOADED }])'
        if (source.path !== FILES.print || !call || shapeOf(call) !== known)
          yield problem(node, 'runs a text in a page')
      }
    }
    if (source.path !== FILES.print) return
    const code = constantNamed(source.statements, 'FONTS_LOADED')
    if (!code || !ts.isStringLiteralLike(bare(code))) yield problem(code, 'is not written out')
  },
}

/** Members that may be called in one place alone. */
const single = (id: string, fix: string, name: string, file: string): Rule => ({
  id,
  fix,
  files: inMain,
  *check(source) {
    const uses = named(source, name)
    for (const [index, node] of uses.entries()) {
      if (source.path !== file) yield problem(node, `calls ${name}`)
      else if (index > 0) yield problem(node, `calls ${name} a second time`)
      else if (!calledBy(node)) yield problem(node, `keeps ${name} instead of calling it`)
    }
  },
})

/** A package of an update, out of the one folder it was verified into: no other file is opened. */
const openPath: Rule = {
  id: '15-open-path',
  fix: `only ${FILES.openUpdate} opens a file, a verified package out of the folder of updates`,
  files: inMain,
  *check(source) {
    const known = 'shell.openPath(join(updatesFolder(), basename(fileName)))'
    for (const [index, node] of named(source, 'openPath').entries()) {
      const call = calledBy(node)
      if (source.path !== FILES.openUpdate) yield problem(node, 'calls openPath')
      else if (index > 0) yield problem(node, 'calls openPath a second time')
      else if (!call || shapeOf(call) !== known) yield problem(node, 'opens something else')
    }
    if (source.path !== FILES.openUpdate) return
    const folder = constantNamed(source.statements, 'updatesFolder')
    if (!folder || shapeOf(folder) !== "(): string => join(app.getPath('userData'), 'updates')")
      yield problem(folder, 'is another folder')
  },
}

export const HABIT_RULES: readonly Rule[] = [
  execute,
  single(
    '15-open-external',
    `ask ${FILES.outside} to open it: addresses are checked there`,
    'openExternal',
    FILES.outside,
  ),
  openPath,
  single(
    '15-show-item',
    `ask ${FILES.systemFiles}: only a file the application wrote is shown`,
    'showItemInFolder',
    FILES.systemFiles,
  ),
  guarded({
    id: '15-shell-otherwise',
    fix: 'leave it to the person: the application makes no links and throws nothing away',
    files: inMain,
    names: ['trashItem', 'writeShortcutLink', 'readShortcutLink', 'moveItemToTrash'],
  }),
  guarded({
    id: 'x3-developer-tools',
    fix: 'the packaged application has no developer tools, no reload, no debugger',
    files: inMain,
    names: [
      ...['openDevTools', 'toggleDevTools', 'inspectElement', 'setDevToolsWebContents', 'addWorkSpace'],
      ...[
        'reload',
        'forceReload',
        'reloadIgnoringCache',
        'debugger',
        'inspectSharedWorker',
        'inspectServiceWorker',
      ],
    ],
    // A page that failed is loaded anew, by the host alone.
    known: { [FILES.crashes]: ['reload'] },
  }),
  guarded({
    id: 'x6-reporting',
    fix: 'nothing is reported and nothing updates by itself',
    files: inSource,
    names: [
      ...['crashReporter', 'autoUpdater', 'netLog', 'contentTracing', 'inAppPurchase', 'pushNotifications'],
      ...['setFeedURL', 'uploadToServer', 'submitURL', 'electron-updater', 'update-electron-app'],
    ],
  }),
  guarded({
    id: '2-processes',
    fix: 'long work runs in the workers: the application starts no other process',
    files: inApplication,
    names: ['utilityProcess', 'child_process', 'execFile', 'spawnSync', 'execSync', 'fork', 'relaunch'],
  }),
  guarded({
    id: 'x1-file-paths',
    fix: 'pages hand over files and handles, never paths',
    files: inApplication,
    names: ['webUtils', 'getPathForFile', 'startDrag'],
  }),
  guarded({
    id: '18-default-client',
    fix: 'addresses of the system lead nowhere into the application',
    files: inHost,
    names: ['setAsDefaultProtocolClient', 'open-url', 'continue-activity'],
  }),
]
