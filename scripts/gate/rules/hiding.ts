import ts from 'typescript'
import { calledBy, chainOf, within } from '../ast.ts'
import { type Rule, guarded, named, problem } from '../rule.ts'
import { inApplication, inHost, inMain, inScreens, inSource } from '../shape.ts'
import type { Source } from '../source.ts'

/** Where a page or a process has everything it has. */
const WORLD = /^(globalThis|window|self|top|parent|document|process)$/

/** What is taken out of an object by its name: `const { fetch: get } = globalThis`. */
function* takenOut(source: Source): Generator<{ node: ts.BindingElement; name: string; from: string }> {
  for (const node of source.nodes()) {
    if (!ts.isBindingElement(node)) continue
    const declared = within(node, ts.isVariableDeclaration)
    const from = declared?.initializer ? (chainOf(declared.initializer) ?? '') : ''
    const named = node.propertyName ?? node.name
    if (ts.isIdentifier(named)) yield { node, name: named.text, from }
  }
}

/** Files the other rules would not read as what they are. */
const otherScripts: Rule = {
  id: '20-other-scripts',
  fix: 'write it in TypeScript, in a .ts or .vue file: of every other script the gate sees nothing',
  files: (path) => inSource(path) && /\.([cm]jsx?|jsx?|[cm]ts|tsx)$/.test(path),
  *check() {
    yield problem(null, 'is a script the rules do not read')
  },
}

const testCode: Rule = {
  id: '20-test-code',
  fix: 'name what is taken, and take nothing from tests: they are not read by the gate',
  files: inApplication,
  *check(source) {
    for (const node of source.nodes()) {
      const module =
        ts.isImportDeclaration(node) || ts.isExportDeclaration(node) ? node.moduleSpecifier : null
      const value = module ? source.values.fold(module) : null
      if (value && /\.(test|bench|test-d)\.ts$|\/testing\/|\/tests\//.test(value))
        yield problem(node, `takes "${value}"`)
      const isAll =
        ts.isPropertyAccessExpression(node) && ts.isMetaProperty(node.expression) && node.name.text === 'glob'
      if (isAll) yield problem(node, 'takes whatever lies in a folder')
    }
  },
}

const hiddenFetch: Rule = {
  id: '1-hidden-fetch',
  fix: 'ask the host by the bridge: fetch is called by its own name where 1-fetch knows it, never through another',
  files: inApplication,
  *check(source) {
    for (const node of named(source, 'fetch')) {
      const { parent } = node
      if (!ts.isIdentifier(node) || !ts.isPropertyAccessExpression(parent) || parent.name !== node) continue
      if (inHost(source.path) || WORLD.test(chainOf(parent.expression) ?? ''))
        yield problem(node, 'fetches by another way')
    }
    for (const { node, name, from } of takenOut(source)) {
      if (name === 'fetch' && WORLD.test(from)) yield problem(node, 'takes fetch out of its world')
    }
    for (const node of named(source, 'fetch')) {
      const { parent } = node
      const kept = ts.isVariableDeclaration(parent) && parent.initializer === node
      if (kept || (ts.isBinaryExpression(parent) && parent.right === node))
        yield problem(node, 'keeps fetch by another name')
    }
  },
}

const hiddenMembers: Rule = {
  id: '20-hidden-member',
  fix: 'write the member plainly: neither taken out under a computed name, nor walked through',
  files: inHost,
  *check(source) {
    for (const node of source.nodes()) {
      if (ts.isForInStatement(node)) yield problem(node, 'walks through the members of an object')
      if (ts.isBindingElement(node) && node.propertyName && ts.isComputedPropertyName(node.propertyName))
        yield problem(node, 'takes out a computed member')
    }
  },
}

const hiddenConstructor: Rule = {
  id: '7-hidden-constructor',
  fix: 'write the code: a constructor that is found makes code from text',
  files: inApplication,
  *check(source) {
    for (const { node, name } of takenOut(source))
      if (name === 'constructor') yield problem(node, 'takes a constructor out')
    for (const { node, value } of source.values.texts) {
      if (/^data:(text|application)\/(javascript|ecmascript|wasm)/i.test(value))
        yield problem(node, 'makes a script from text')
    }
  },
}

const LEAVING = /(^|\.)(location\.(assign|replace)|navigation\.navigate)$/

const hiddenLeaving: Rule = {
  id: '13-hidden-leaving',
  fix: 'go to a place with the router: a page neither leaves nor opens a window, by whatever name',
  files: inScreens,
  *check(source) {
    const known = new Set(
      source.statements.flatMap((statement) =>
        ts.isFunctionDeclaration(statement) && statement.name ? [statement.name.text] : [],
      ),
    )
    for (const node of source.nodes()) {
      if (!ts.isCallExpression(node)) continue
      const chain = chainOf(node.expression) ?? ''
      const plainly = /^((window|globalThis|self|document|top|parent)\.)*location\.(assign|replace)$/.test(
        chain,
      )
      if (LEAVING.test(chain) && !plainly) yield problem(node, `calls ${chain}`)
      if (chain === 'open' && !known.has('open') && !isDeclared(source, 'open'))
        yield problem(node, 'opens a window')
    }
    for (const { node, name, from } of takenOut(source)) {
      if (WORLD.test(from) && /^(location|navigation|open)$/.test(name))
        yield problem(node, `takes ${name} out of its world`)
    }
  },
}

const isDeclared = (source: Source, name: string): boolean =>
  named(source, name).some(
    ({ parent }) =>
      (ts.isVariableDeclaration(parent) ||
        ts.isBindingElement(parent) ||
        ts.isParameter(parent) ||
        ts.isImportSpecifier(parent)) &&
      parent.name.getText() === name,
  )

const elements: Rule = {
  id: '11-made-elements',
  fix: 'write elements in templates: what a script makes is an element whose name is written there, and loads nothing',
  files: inScreens,
  *check(source) {
    for (const name of ['createElement', 'createElementNS']) {
      for (const node of named(source, name)) {
        const tag = calledBy(node)?.arguments.at(name === 'createElement' ? 0 : 1)
        const value = tag ? source.values.fold(tag) : null
        if (value === null) yield problem(node, 'makes an element of a name that is not written')
        else if (/^(script|link|meta|style|img|audio|video|source)$/i.test(value))
          yield problem(node, `makes <${value}>`)
      }
    }
    for (const element of source.elements) {
      const all = element.attributes.filter(({ directive, name }) => directive === 'bind' && name === '')
      for (const { text } of all) {
        if (/^[a-z]/.test(element.tag) && element.tag !== 'component' && text !== '$attrs')
          yield problem(element, `takes whatever is in ${text}`)
      }
    }
  },
}

export const HIDING_RULES: readonly Rule[] = [
  otherScripts,
  testCode,
  hiddenFetch,
  hiddenMembers,
  hiddenConstructor,
  hiddenLeaving,
  elements,
  guarded({
    id: '20-never-in-host',
    fix: 'leave it: the host reaches no name, keeps no picture and presses no key of a page',
    files: inHost,
    names: [
      ...['resolveHost', 'resolveProxy', 'preconnect', 'savePage', 'capturePage', 'beginFrameSubscription'],
      ...[
        'sendInputEvent',
        'goToIndex',
        'goToOffset',
        'cookies',
        'moveToApplicationsFolder',
        'desktopCapturer',
      ],
    ],
  }),
  guarded({
    id: '2-process-itself',
    fix: 'the process is left as it was started: its folder, its environment, its engine, and other processes',
    files: inMain,
    names: ['chdir', 'loadEnvFile', 'setFlagsFromString', 'execArgv', 'execve', 'kill', 'setuid', 'setgid'],
  }),
  guarded({
    id: 'x7-other-stores',
    fix: 'keep it in the database by a procedure: neither a folder of the browser, nor one a page asked for',
    files: inScreens,
    names: [
      ...['getDirectory', 'BroadcastChannel', 'showOpenFilePicker', 'showSaveFilePicker'],
      ...['showDirectoryPicker', 'getAsFileSystemHandle'],
    ],
  }),
]
