import ts from 'typescript'
import { bare, bodyOf, calledBy, constantNamed, functionNamed, shapeOf } from '../ast.ts'
import { type Rule, guarded, named, problem } from '../rule.ts'
import { FILES, inHost, inMain } from '../shape.ts'
import type { Source } from '../source.ts'

/** The preload has rules of its own. */
const inHostProper = (path: string): boolean => inHost(path) && path !== FILES.preload
const isWrapper = (path: string): boolean => path === FILES.ipc

/** The function that answers the one channel. */
function handler(source: Source): ts.FunctionLikeDeclaration | null {
  const [call] = named(source, 'ipcMain').flatMap((node) => {
    const { parent } = node
    const found = ts.isPropertyAccessExpression(parent) ? calledBy(parent.name) : null
    return found ? [found] : []
  })
  const given = call?.arguments[1]
  return given && (ts.isArrowFunction(given) || ts.isFunctionExpression(given)) ? given : null
}

const wrapper: Rule = {
  id: '17-ipc-wrapper',
  fix: `ipcMain.handle(CALL_CHANNEL, …) stands once, in ${FILES.ipc}; new procedures go over that channel`,
  files: inHost,
  needs: [FILES.ipc],
  *check(source) {
    const uses = named(source, 'ipcMain').filter(({ parent }) => !ts.isImportSpecifier(parent))
    if (!isWrapper(source.path)) {
      for (const node of named(source, 'ipcMain')) yield problem(node, 'hears pages')
      return
    }
    for (const { parent } of uses) {
      const call = ts.isPropertyAccessExpression(parent) ? calledBy(parent.name) : null
      const known =
        call &&
        shapeOf(call.expression) === 'ipcMain.handle' &&
        shapeOf(call.arguments[0]!) === 'CALL_CHANNEL'
      if (!known) yield problem(parent, 'hears pages another way')
    }
    if (uses.length !== 1) yield problem(null, `hears pages ${uses.length} times`)
  },
}

const sender: Rule = {
  id: '17-sender',
  fix: "the handler's first statement refuses: if (!isOwnSender(event) …) return …; isOwnSender asks for frame, top, page and window",
  files: isWrapper,
  *check(source) {
    const first = handler(source) && bodyOf(handler(source)!)[0]
    const refuses =
      first &&
      ts.isIfStatement(first) &&
      /^!isOwnSender\(event\)( \|\| [^|&]+)?$/.test(shapeOf(first.expression)) &&
      /^\{? ?return /.test(shapeOf(first.thenStatement))
    if (!refuses) yield problem(first ?? null, 'answers before it asks who calls')
    const own = functionNamed(source.statements, 'isOwnSender')
    const said = own?.body ? shapeOf(own.body) : ''
    const asked = [
      'frame !== null',
      'frame.parent === null',
      'isOwnPage(frame.url)',
      'isOwnContents(event.sender)',
    ]
    for (const question of asked) if (!said.includes(question)) yield problem(own, `does not ask ${question}`)
    if (/\|\|/.test(said)) yield problem(own, 'lets one answer stand for another')
  },
}

const channels: Rule = {
  id: '17-channels',
  fix: "channels.ts is two constants, CALL_CHANNEL = 'tandem:call' and EVENT_CHANNEL = 'tandem:event'",
  files: (path) => path === FILES.channels,
  needs: [FILES.channels],
  *check(source) {
    const found = source.statements.map((statement) => shapeOf(statement))
    const expected = [
      "export const CALL_CHANNEL = 'tandem:call'",
      "export const EVENT_CHANNEL = 'tandem:event'",
    ]
    if (found.join('\n') !== expected.join('\n')) yield problem(null, 'has other channels')
    for (const name of ['CALL_CHANNEL', 'EVENT_CHANNEL']) {
      const value = constantNamed(source.statements, name)
      if (!value || !ts.isStringLiteral(bare(value))) yield problem(value, `${name} is not written out`)
    }
  },
}

const events: Rule = {
  id: '17-events',
  fix: `pages are told by tellPages in ${FILES.ipc}: webContents.send(EVENT_CHANNEL, event)`,
  files: inHostProper,
  *check(source) {
    for (const node of named(source, 'send')) {
      if (!ts.isPropertyAccessExpression(node.parent) && !ts.isStringLiteral(node)) continue
      const call = calledBy(node)
      const known = isWrapper(source.path) && call && call.arguments[0]?.getText() === 'EVENT_CHANNEL'
      if (!known) yield problem(node, 'sends to a page')
    }
  },
}

export const IPC_RULES: readonly Rule[] = [
  wrapper,
  sender,
  channels,
  events,
  guarded({
    id: '17-other-ways',
    fix: 'pages and host talk over the two channels of channels.ts alone',
    files: inHostProper,
    names: [
      ...[
        'sendToFrame',
        'MessageChannelMain',
        'MessagePortMain',
        'ipc-message',
        'ipc-message-sync',
        'sendSync',
      ],
      ...['sendToHost', 'handleOnce', 'returnValue', 'postMessage', 'serviceWorkers', 'ipc'],
    ],
  }),
  guarded({
    id: '20-main-to-page',
    fix: 'nothing of the host reaches a page but by the preload: registerPreloadScript, setPreloads and the like stand nowhere',
    files: inMain,
    names: ['registerPreloadScript', 'setPreloads', 'unregisterPreloadScript', 'preloadURL'],
  }),
]
