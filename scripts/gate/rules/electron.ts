import ts from 'typescript'
import { chainOf, within } from '../ast.ts'
import { type Problem, type Rule, guarded, named, problem } from '../rule.ts'
import { ELECTRON_NAMES, FILES, HANDED_ON, inApplication, inHost, inSource } from '../shape.ts'
import type { Source } from '../source.ts'

const ELECTRON = /^(electron(\/.*)?|@electron\/.*|original-fs|node:electron)$/

/** Where Electron's parts can be had from, and how they may be used: by name, in place, in plain sight. */
function* specifiers(source: Source): Generator<{ at: ts.Node; module: string | null; plain: boolean }> {
  for (const node of source.nodes()) {
    if (ts.isImportDeclaration(node)) {
      yield { at: node, module: source.values.fold(node.moduleSpecifier), plain: true }
    } else if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
      yield { at: node, module: source.values.fold(node.moduleSpecifier), plain: false }
    } else if (ts.isImportEqualsDeclaration(node)) {
      yield { at: node, module: 'electron', plain: false }
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      yield {
        at: node,
        module: node.arguments[0] ? source.values.fold(node.arguments[0]) : null,
        plain: false,
      }
    }
  }
}

const byName: Rule = {
  id: '20-electron-by-name',
  fix: "write import { app } from 'electron', by name, at the top of a file of the Electron host",
  files: inSource,
  *check(source) {
    for (const { at, module, plain } of specifiers(source)) {
      if (module === null) yield problem(at, 'imports a module whose name is put together')
      else if (ELECTRON.test(module)) yield* wrongImport(source, at, module, plain)
    }
  },
}

function* wrongImport(source: Source, at: ts.Node, module: string, plain: boolean): Generator<Problem> {
  if (!plain || !ts.isImportDeclaration(at))
    return yield problem(at, `takes "${module}" otherwise than by name`)
  if (module !== 'electron') return yield problem(at, `takes "${module}"`)
  if (!inHost(source.path)) return yield problem(at, 'takes Electron outside of its host')
  const clause = at.importClause
  if (!clause || clause.name || !clause.namedBindings || ts.isNamespaceImport(clause.namedBindings)) {
    yield problem(at, 'takes all of Electron')
  }
}

/** The runtime names a file takes from Electron, with what they are called there. */
function taken(source: Source): { specifier: ts.ImportSpecifier; name: string }[] {
  return source.statements.filter(ts.isImportDeclaration).flatMap(({ importClause, moduleSpecifier }) => {
    const bindings = importClause?.namedBindings
    if (source.values.fold(moduleSpecifier) !== 'electron' || !bindings || ts.isNamespaceImport(bindings))
      return []
    if (importClause.phaseModifier === ts.SyntaxKind.TypeKeyword) return []
    return bindings.elements
      .filter(({ isTypeOnly }) => !isTypeOnly)
      .map((specifier) => ({ specifier, name: (specifier.propertyName ?? specifier.name).text }))
  })
}

const names: Rule = {
  id: '20-electron-names',
  fix: 'take only what ELECTRON_NAMES of scripts/gate/shape.ts lists for this file, or list it there with its reason',
  files: inHost,
  *check(source) {
    const known = ELECTRON_NAMES[source.path] ?? []
    for (const { specifier, name } of taken(source)) {
      if (!known.includes(name)) yield problem(specifier, `takes "${name}"`)
      else if (specifier.propertyName) yield problem(specifier, `calls "${name}" by another name`)
    }
  },
}

/** Whether an imported part is used in place: as the object of a member, after `new`, or handed on where that is known. */
function usedInPlace(node: ts.Identifier): boolean {
  const { parent } = node
  if (ts.isPropertyAccessExpression(parent) && parent.expression === node) return !parent.questionDotToken
  if (ts.isNewExpression(parent) && parent.expression === node) return true
  if (ts.isCallExpression(parent) && parent.arguments.includes(node)) return HANDED_ON.includes(node.text)
  if (ts.isBinaryExpression(parent)) return parent.operatorToken.kind === ts.SyntaxKind.InstanceOfKeyword
  if (ts.isPropertyAssignment(parent) || ts.isPropertyAccessExpression(parent)) return parent.name === node
  if (within(node, ts.isHeritageClause)) return false
  return ts.isTypeNode(parent) || ts.isImportSpecifier(parent) || within(node, ts.isTypeNode) !== null
}

const alias: Rule = {
  id: '20-electron-alias',
  fix: 'use the part where it is imported: name.member(…) or new Name(…), never through another name',
  files: (path) => inHost(path) && path !== FILES.preload,
  *check(source) {
    for (const { name } of taken(source)) {
      for (const node of named(source, name)) {
        if (ts.isIdentifier(node) && !usedInPlace(node)) yield problem(node, `hands "${name}" on`)
      }
    }
  },
}

/** Members of Electron's parts that are themselves parts: nobody keeps them under another name. */
const member: Rule = {
  id: '20-electron-member',
  fix: 'call the member where it is: app.on(…), never const { on } = app or const on = app.on',
  files: inHost,
  *check(source) {
    const parts = new Set(taken(source).map(({ name }) => name))
    for (const node of source.nodes()) {
      if (!ts.isPropertyAccessExpression(node)) continue
      const root = chainOf(node)?.split('.')[0]
      if (!root || !parts.has(root) || !/^[a-z]/.test(root)) continue
      const kept = ts.isVariableDeclaration(node.parent) || ts.isBinaryExpression(node.parent)
      const callee = /\.(is|should|use)\w+$|\.(platform|themeSource|name)$/.test(chainOf(node) ?? '')
      if (kept && !callee) yield problem(node, `keeps ${chainOf(node)}`)
    }
  },
}

const computed: Rule = {
  id: '20-computed-member',
  fix: 'write the member plainly (window.show()), or look values up in a Map',
  files: inHost,
  *check(source) {
    for (const node of source.nodes()) {
      if (!ts.isElementAccessExpression(node)) continue
      if (chainOf(node.expression) === 'process.versions') continue
      if (!ts.isNumericLiteral(node.argumentExpression))
        yield problem(node, `computes a member: ${node.getText()}`)
    }
  },
}

const escapes: Rule = {
  id: '20-type-escapes',
  fix: 'give it its true type: the gate reads what is written, and the compiler must be able to hold it',
  files: inHost,
  *check(source) {
    if (/@ts-(ignore|expect-error|nocheck)/.test(source.text)) yield problem(null, 'turns the compiler off')
    for (const node of source.nodes()) {
      if (node.kind === ts.SyntaxKind.AnyKeyword) yield problem(node, 'uses any')
      if (!ts.isAsExpression(node)) continue
      const through = node.expression
      const kinds = [ts.SyntaxKind.UnknownKeyword, ts.SyntaxKind.NeverKeyword]
      if (node.type.kind === ts.SyntaxKind.NeverKeyword) yield problem(node, 'turns a value into any type')
      if (ts.isAsExpression(through) && kinds.includes(through.type.kind)) {
        yield problem(node, 'turns a value into any other type')
      }
    }
  },
}

export const ELECTRON_RULES: readonly Rule[] = [
  byName,
  names,
  alias,
  member,
  computed,
  escapes,
  guarded({
    id: '20-reflection',
    fix: 'call what you mean by its name: nothing that calls by a value is known to the gate',
    files: inHost,
    names: [
      'Reflect',
      'Proxy',
      'defineProperty',
      'defineProperties',
      'setPrototypeOf',
      '__proto__',
      'assign',
    ],
  }),
  guarded({
    id: '20-loaders',
    fix: 'import it at the top of the file',
    files: inApplication,
    names: [
      ...[
        'require',
        'createRequire',
        'getBuiltinModule',
        'mainModule',
        '_linkedBinding',
        'dlopen',
        'binding',
      ],
      ...['registerHooks', '_load', 'importScripts'],
    ],
  }),
]
