import ts from 'typescript'
import { bare, bodyOf, callOf, calledBy, functionNamed, shapeOf, within } from '../ast.ts'
import { type Problem, type Rule, guarded, named, problem } from '../rule.ts'
import { FILES, inHost, inMain } from '../shape.ts'
import type { Source } from '../source.ts'

const PERMISSIONS: Readonly<Record<string, RegExp>> = {
  setPermissionRequestHandler: /^\(_\w+, _\w+, (\w+)(, _\w+)?\) => \1\(false\)$/,
  setPermissionCheckHandler: /^\(\) => false$/,
  setDevicePermissionHandler: /^\(\) => false$/,
  setDisplayMediaRequestHandler: /^\(_\w+, (\w+)\) => \1\(\{\}\)$/,
  setBluetoothPairingHandler: /^\(_\w+, (\w+)\) => \1\(\{ confirmed: false \}\)$/,
}
const LOCKDOWN = (path: string): boolean => path === FILES.lockdown

/** The calls `<object>.<member>(…)` that stand as statements of their own in a body. */
function* calls(
  body: readonly ts.Statement[],
): Generator<{ object: string; member: string; call: ts.CallExpression }> {
  for (const statement of body) {
    const call = callOf(statement)
    if (call && ts.isPropertyAccessExpression(call.expression)) {
      yield { object: shapeOf(call.expression.expression), member: call.expression.name.text, call }
    }
  }
}

const denied: Rule = {
  id: '5-permissions',
  fix: 'denyPermissions sets all five handlers, each one arrow that denies: no condition, no list',
  files: LOCKDOWN,
  needs: [FILES.lockdown],
  *check(source) {
    const deny = functionNamed(source.statements, 'denyPermissions')
    const set = deny ? [...calls(bodyOf(deny))] : []
    for (const [member, shape] of Object.entries(PERMISSIONS)) {
      const found = set.filter((each) => each.member === member)
      if (found.length !== 1 || named(source, member).length !== 1) {
        yield problem(deny, `does not set ${member}, once and always`)
      } else if (!shape.test(shapeOf(found[0]!.call.arguments[0]!))) {
        yield problem(found[0]!.call, `${member} does more than deny`)
      }
    }
  },
}

const downloads: Rule = {
  id: '5-downloads',
  fix: 'denyPermissions prevents will-download, once and always; files leave by the dialog of the host',
  files: inHost,
  *check(source) {
    for (const name of [
      'setDownloadPath',
      'createInterruptedDownload',
      'setSavePath',
      'setSaveDialogOptions',
    ])
      for (const node of named(source, name)) yield problem(node, `names "${name}"`)
    const uses = named(source, 'will-download')
    if (!LOCKDOWN(source.path)) {
      for (const node of uses) yield problem(node, 'answers for downloads')
      return
    }
    const deny = functionNamed(source.statements, 'denyPermissions')
    const known = "session.on('will-download', (event) => event.preventDefault())"
    const is = (statement: ts.Statement) => shapeOf(statement) === known
    if (uses.length !== 1 || !deny || !bodyOf(deny).some(is)) yield problem(deny, 'lets pages download')
  },
}

const sessions: Rule = {
  id: '5-every-session',
  fix: 'hand every session to denyPermissions before anything else; a partition is never persistent',
  files: inHost,
  *check(source) {
    for (const name of ['defaultSession', 'fromPartition', 'fromPath', 'partition']) {
      for (const node of named(source, name)) yield* undenied(source, node, name)
    }
  },
}

function* undenied(source: Source, node: ts.Node, name: string): Generator<Problem> {
  if (name === 'fromPath' || name === 'partition') return yield problem(node, `uses a session by ${name}`)
  const denials = named(source, 'denyPermissions').map((each) => calledBy(each))
  const given = denials.flatMap((call) => (call ? [shapeOf(call.arguments[0]!)] : []))
  if (name === 'defaultSession') {
    if (!given.includes('session.defaultSession')) yield problem(node, 'uses a session that denies nothing')
    return
  }
  const call = calledBy(node)
  const declared = call && ts.isVariableDeclaration(call.parent) ? call.parent : null
  if (!call || !declared) return yield problem(node, 'opens a session that has no name')
  const [partition] = call.arguments
  const text =
    partition && ts.isTemplateExpression(partition)
      ? partition.head.text
      : partition && source.values.fold(partition)
  if (typeof text !== 'string' || text.startsWith('persist'))
    yield problem(call, 'opens a session that is kept on disk')
  // The statement after the declaration denies: nothing can come in between.
  const statement = within(declared, ts.isVariableStatement)
  const block = statement?.parent
  const statements = block && (ts.isBlock(block) || ts.isSourceFile(block)) ? [...block.statements] : []
  const next = callOf(statements[statements.indexOf(statement!) + 1])
  if (!next || shapeOf(next) !== `denyPermissions(${declared.name.getText()})`) {
    yield problem(call, 'opens a session that denies nothing')
  }
}

const EVENTS = ['will-navigate', 'will-redirect', 'will-frame-navigate']
const STAY =
  /^\((\w+)\) => \{ if \(!\1\.isMainFrame \|\| !isOwnPage\(\1\.url\)\) \1\.preventDefault\(\)( handOut\(contents, \1\.url\))? \}$/

/** The body of the listener that every webContents gets, and the name the webContents has there. */
function everyContents(source: Source): { body: readonly ts.Statement[]; contents: string } | null {
  const confine = functionNamed(source.statements, 'confinePages')
  for (const { object, member, call } of confine ? calls(bodyOf(confine)) : []) {
    const [event, listener] = call.arguments
    if (object !== 'app' || member !== 'on' || !event || source.values.fold(event) !== 'web-contents-created')
      continue
    if (!listener || !ts.isArrowFunction(listener)) continue
    return { body: bodyOf(listener), contents: listener.parameters[1]?.name.getText() ?? '' }
  }
  return null
}

/** The listener given for an event of every webContents: an arrow, or the constant beside it. */
function listenerFor(source: Source, event: string): string | null {
  const every = everyContents(source)
  if (!every) return null
  const found = [...calls(every.body)].filter(
    ({ object, member, call }) =>
      object === every.contents && member === 'on' && source.values.fold(call.arguments[0]!) === event,
  )
  const given = found.length === 1 ? found[0]!.call.arguments[1] : null
  if (!given) return null
  if (!ts.isIdentifier(given)) return shapeOf(given)
  for (const statement of every.body) {
    if (!ts.isVariableStatement(statement)) continue
    for (const { name, initializer } of statement.declarationList.declarations) {
      if (name.getText() === given.text && initializer) return shapeOf(untyped(initializer))
    }
  }
  return null
}

/** An arrow's parameters may carry types: they say nothing of what it does. */
const untyped = (value: ts.Expression): ts.Expression => bare(value)
const withoutTypes = (shape: string): string =>
  shape.replace(/^\(([^)]*(?:\([^)]*\)[^)]*)*)\) =>/, (_all, inside: string) => {
    const names = inside.split(/,(?![^{]*\})/).map((each) => each.trim().split(/[?:]/)[0]!.trim())
    return `(${names.join(', ')}) =>`
  })

const navigation: Rule = {
  id: '13-navigation',
  fix: 'confinePages prevents will-navigate, will-redirect and will-frame-navigate of every webContents, unless isOwnPage',
  files: LOCKDOWN,
  needs: [FILES.lockdown],
  *check(source) {
    for (const event of EVENTS) {
      const listener = listenerFor(source, event)
      if (!listener || !STAY.test(withoutTypes(listener)))
        yield problem(null, `does not keep pages from ${event}`)
    }
  },
}

const webview: Rule = {
  id: '12-attach-webview',
  fix: "contents.on('will-attach-webview', (event) => event.preventDefault()) for every webContents",
  files: LOCKDOWN,
  *check(source) {
    const listener = listenerFor(source, 'will-attach-webview')
    if (!listener || !/^\((\w+)\) => \1\.preventDefault\(\)$/.test(listener)) {
      yield problem(null, 'does not keep pages from attaching a webview')
    }
  },
}

const unload: Rule = {
  id: '13-unload',
  fix: "contents.on('will-prevent-unload', (event) => event.preventDefault()) for every webContents: no page keeps a person",
  files: LOCKDOWN,
  *check(source) {
    const listener = listenerFor(source, 'will-prevent-unload')
    if (!listener || !/^\((\w+)\) => \1\.preventDefault\(\)$/.test(listener)) {
      yield problem(null, 'lets a page object to being closed')
    }
  },
}

const windows: Rule = {
  id: '14-window-open',
  fix: "contents.setWindowOpenHandler(…) of every webContents answers { action: 'deny' } and nothing else",
  files: LOCKDOWN,
  *check(source) {
    const every = everyContents(source)
    const set = every ? [...calls(every.body)].filter(({ member }) => member === 'setWindowOpenHandler') : []
    const handler = set.length === 1 ? set[0]!.call.arguments[0] : null
    if (!handler || !ts.isArrowFunction(handler) || set[0]!.object !== every!.contents) {
      return yield problem(null, 'does not answer every window.open')
    }
    const answers = ts.isBlock(handler.body)
      ? returnsOf(handler.body).map(({ expression }) => (expression ? bare(expression) : null))
      : [bare(handler.body)]
    if (answers.length === 0) yield problem(handler, 'answers nothing')
    for (const answer of answers) {
      if (!answer || shapeOf(answer) !== "{ action: 'deny' }") yield problem(handler, 'may open a window')
    }
  },
}

function returnsOf(node: ts.Node): ts.ReturnStatement[] {
  const found: ts.ReturnStatement[] = []
  ts.forEachChild(node, (child) => {
    if (ts.isReturnStatement(child)) found.push(child)
    else if (!ts.isFunctionLike(child)) found.push(...returnsOf(child))
  })
  return found
}

const lockdownOnly = (id: string, fix: string, names: readonly string[]): Rule =>
  guarded({ id, fix, files: inHost, names, known: { [FILES.lockdown]: names } })

export const CONFINEMENT_RULES: readonly Rule[] = [
  denied,
  downloads,
  sessions,
  navigation,
  unload,
  webview,
  windows,
  lockdownOnly('5-permissions-elsewhere', `permissions are denied in ${FILES.lockdown} and nowhere else`, [
    ...Object.keys(PERMISSIONS),
    ...['setUSBProtectedClassesHandler', 'select-hid-device', 'select-usb-device'],
    ...['select-serial-port', 'select-bluetooth-device'],
  ]),
  lockdownOnly('13-events-elsewhere', `pages are confined in ${FILES.lockdown} and nowhere else`, [
    ...['web-contents-created', 'setWindowOpenHandler', 'will-attach-webview', 'did-attach-webview'],
    'will-prevent-unload',
    ...EVENTS,
  ]),
  guarded({
    id: '13-listeners-kept',
    fix: 'name the one listener to remove: what confines pages stays',
    files: inMain,
    names: ['removeAllListeners', 'setMaxListeners', 'rawListeners'],
  }),
  guarded({
    id: '14-other-windows',
    fix: `windows are opened in ${FILES.window} and ${FILES.print}`,
    files: inMain,
    names: [
      ...['BrowserView', 'WebContentsView', 'BaseWindow', 'overrideBrowserWindowOptions', 'addBrowserView'],
      ...['setBrowserView', 'createWindow', 'addChildView', 'allow'],
    ],
  }),
]
