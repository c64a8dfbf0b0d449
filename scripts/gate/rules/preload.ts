import ts from 'typescript'
import { bare, calledBy, chainOf, constantNamed, everyNode, shapeOf } from '../ast.ts'
import { type Rule, guarded, named, problem } from '../rule.ts'
import { FILES } from '../shape.ts'
import type { Source } from '../source.ts'

const isPreload = (path: string): boolean => path === FILES.preload
/** What a page is given, and by which member of ipcRenderer each works. */
const EXPOSED: Readonly<Record<string, string>> = { call: 'invoke', subscribe: 'on' }

const imports: Rule = {
  id: '20-preload-imports',
  fix: 'the preload imports contextBridge, ipcRenderer, the two channels, and types',
  files: isPreload,
  needs: [FILES.preload],
  *check(source) {
    for (const statement of source.statements) {
      if (!ts.isImportDeclaration(statement)) {
        if (ts.isExportDeclaration(statement) || ts.isExportAssignment(statement))
          yield problem(statement, 'exports')
        continue
      }
      const { importClause, moduleSpecifier } = statement
      const module = source.values.fold(moduleSpecifier)
      if (importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword || module === 'electron') continue
      if (module !== '#shared/ipc/channels.ts') yield problem(statement, `imports "${module}"`)
    }
  },
}

function literal(source: Source): ts.ObjectLiteralExpression | null {
  const value = constantNamed(source.statements, 'bridge')
  const object = value && bare(value)
  return object && ts.isObjectLiteralExpression(object) ? object : null
}

const exposes: Rule = {
  id: '20-preload-exposes',
  fix: "contextBridge.exposeInMainWorld('tandem', Object.freeze(bridge)) once, with bridge one literal of arrows",
  files: isPreload,
  *check(source) {
    const calls = named(source, 'contextBridge').filter(({ parent }) => !ts.isImportSpecifier(parent))
    const [use] = calls
    const call = use && ts.isPropertyAccessExpression(use.parent) ? calledBy(use.parent.name) : null
    const shape = call ? shapeOf(call) : ''
    const whole = "contextBridge.exposeInMainWorld('tandem', Object.freeze(bridge))"
    if (
      calls.length !== 1 ||
      shape !== whole ||
      !call ||
      call.parent.parent.kind !== ts.SyntaxKind.SourceFile
    ) {
      yield problem(use ?? null, 'exposes something else')
    }
    const bridge = literal(source)
    if (!bridge) return yield problem(null, 'exposes what is not written out')
    const names = bridge.properties.map((property) => property.name?.getText() ?? '…')
    if (names.join() !== Object.keys(EXPOSED).join()) yield problem(bridge, `exposes ${names.join(', ')}`)
    for (const property of bridge.properties) {
      if (!ts.isPropertyAssignment(property) || !ts.isArrowFunction(property.initializer)) {
        yield problem(property, 'is no arrow of our own')
      }
    }
    for (const node of named(source, 'bridge')) {
      const { parent } = node
      const known =
        ts.isVariableDeclaration(parent) ||
        (ts.isCallExpression(parent) && shapeOf(parent) === 'Object.freeze(bridge)')
      if (!known && !ts.isStringLiteral(node)) yield problem(node, 'changes what is exposed')
    }
  },
}

const KNOWN_CALLS: readonly RegExp[] = [
  /^ipcRenderer\.invoke\(CALL_CHANNEL, name, input\)$/,
  /^ipcRenderer\.on\(EVENT_CHANNEL, \w+\)$/,
  /^ipcRenderer\.removeListener\(EVENT_CHANNEL, \w+\)$/,
]

const uses: Rule = {
  id: '20-preload-ipc',
  fix: 'invoke(CALL_CHANNEL, name, input), on(EVENT_CHANNEL, hear) and removeListener(EVENT_CHANNEL, hear): nothing else',
  files: isPreload,
  *check(source) {
    for (const node of named(source, 'ipcRenderer')) {
      if (ts.isImportSpecifier(node.parent)) continue
      const call = ts.isPropertyAccessExpression(node.parent) ? calledBy(node.parent.name) : null
      if (!call || !KNOWN_CALLS.some((known) => known.test(shapeOf(call)))) {
        yield problem(node, `uses ipcRenderer: ${node.parent.getText()}`)
      }
    }
    for (const name of ['CALL_CHANNEL', 'EVENT_CHANNEL']) {
      if (named(source, name).length < 2) yield problem(null, `does not use ${name}`)
    }
  },
}

const eventKept: Rule = {
  id: '20-preload-event',
  fix: 'the listener takes (_event, event) and gives event on, once: what Electron sends with it never reaches a page',
  files: isPreload,
  *check(source) {
    const listened = [...source.nodes()].flatMap((node) =>
      ts.isCallExpression(node) && chainOf(node.expression) === 'ipcRenderer.on' ? [node.arguments[1]] : [],
    )
    if (listened.length !== 1 || !listened[0] || !ts.isIdentifier(listened[0])) {
      return yield problem(listened[0] ?? null, 'hears by a function that has no name')
    }
    const { text } = listened[0]
    const [hear] = [...source.nodes()].flatMap((node) =>
      ts.isVariableDeclaration(node) && node.name.getText() === text && node.initializer
        ? [node.initializer]
        : [],
    )
    const known = /^\(_event: unknown, (\w+): AppEvent\) => listener\(\1\)$/
    if (!hear || !known.test(shapeOf(hear)))
      yield problem(hear ?? null, 'may give more than the event of ours')
    for (const node of hear ? everyNode(hear) : []) {
      if (ts.isIdentifier(node) && node.text === 'arguments') yield problem(node, 'gives all arguments on')
    }
  },
}

export const PRELOAD_RULES: readonly Rule[] = [
  imports,
  exposes,
  uses,
  eventKept,
  guarded({
    id: '20-preload-globals',
    fix: 'the preload needs nothing of Node and nothing of the page',
    files: isPreload,
    names: [
      'process',
      'Buffer',
      'global',
      'globalThis',
      'window',
      'document',
      'self',
      'eval',
      'Function',
      'exposeInIsolatedWorld',
      'executeInMainWorld',
    ],
  }),
]
