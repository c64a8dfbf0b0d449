import { isBuiltin } from 'node:module'
import ts from 'typescript'
import { bare, calledBy, constantNamed, functionNamed, shapeOf } from '../ast.ts'
import { type Rule, guarded, named, problem } from '../rule.ts'
import {
  FETCHED_FILES,
  FETCHING,
  FILES,
  KNOWN_ADDRESSES,
  NODE_MODULES,
  inApplication,
  inHost,
  inMain,
  inScreens,
} from '../shape.ts'
import { PACKAGES } from '../shape.ts'

/** What each file loads into its window. */
const LOADED: Readonly<Record<string, string>> = { [FILES.window]: 'PAGE_URL', [FILES.print]: 'address' }

const loadUrl: Rule = {
  id: '1-load-url',
  fix: `load PAGE_URL in ${FILES.window}, or the document to be printed in ${FILES.print}, and nothing else`,
  files: inMain,
  *check(source) {
    for (const node of named(source, 'loadURL')) {
      const call = calledBy(node)
      const known = call?.arguments.length === 1 && call.arguments[0]!.getText() === LOADED[source.path]
      if (!known) yield problem(node, 'loads something else into a window')
    }
  },
}

const printed: Rule = {
  id: '1-printed-address',
  fix: 'print the copy of the document: const address = pathToFileURL(page).href, all other requests cancelled',
  files: (path) => path === FILES.print,
  needs: [FILES.print],
  *check(source) {
    const declared = [...source.nodes()].filter(
      (node): node is ts.VariableDeclaration =>
        ts.isVariableDeclaration(node) && node.name.getText() === 'address',
    )
    const shapes = declared.map(({ initializer }) => (initializer ? shapeOf(initializer) : ''))
    if (shapes.join() !== 'pathToFileURL(page).href')
      yield problem(declared[0] ?? null, 'prints another address')
    const asked = named(source, 'onBeforeRequest').map((node) => calledBy(node))
    const expected = "({ url }, answer) => answer({ cancel: url !== address && !url.startsWith('data:') })"
    if (asked.length !== 1 || !asked[0] || shapeOf(asked[0].arguments[0]!) !== expected) {
      yield problem(asked[0] ?? null, 'does not cancel every other request')
    }
  },
}

const OWN_PAGE =
  "{ const parts = URL.parse(url) return (parts !== null && parts.protocol === 'app:' && parts.host === 'bundle' && " +
  "parts.username === '' && parts.password === '' && parts.pathname === '/index.html' && parts.search === '' && " +
  'url === PAGE_URL + parts.hash) }'

const pageUrl: Rule = {
  id: '1-page-url',
  fix: "keep PAGE_URL = 'app://bundle/index.html' and compare every part of a parsed URL, nothing less",
  files: (path) => path === FILES.origin,
  needs: [FILES.origin],
  *check(source) {
    const url = constantNamed(source.statements, 'PAGE_URL')
    if (!url || !ts.isStringLiteral(bare(url)) || source.values.fold(url) !== 'app://bundle/index.html') {
      yield problem(url, 'loads another page')
    }
    const own = functionNamed(source.statements, 'isOwnPage')
    const body = own?.body ? shapeOf(own.body) : ''
    if (body !== OWN_PAGE) yield problem(own, 'knows our pages another way')
  },
}

const REMOTE =
  /(?:^|[^a-z+])(?:https?|wss?|ftp|file|blob|smb|ms-[a-z]+|javascript|vbscript|view-source|chrome):(?=[^\s;'"])/i
const ELSEWHERE = /url\(\s*['"]?(?:[a-z][a-z+.-]*:)?\/\/|@import\s+(?:url\()?['"]?(?:[a-z]+:)?\/\//i
/** A scheme at the end of a text: the rest of the address is put behind it at run time. */
const OPEN_ENDED = /^(?:https?|wss?|ftp|file|smb):(?:\/\/)?$/i

const remote: Rule = {
  id: '1-remote-address',
  fix: 'an offline application names no address: help links stand in the list of outside.ts, formats in KNOWN_ADDRESSES',
  files: inApplication,
  *check(source) {
    const known = KNOWN_ADDRESSES[source.path] ?? []
    for (const { node, value } of source.values.texts) {
      const inside = known.some((address) => value.includes(address) || address.startsWith(value))
      if (!inside && (REMOTE.test(value) || OPEN_ENDED.test(value)))
        yield problem(node, `names ${value.trim()}`)
    }
    for (const element of source.elements) {
      for (const { text, bound } of element.attributes) {
        if (!bound && (REMOTE.test(text) || text.startsWith('//'))) yield problem(element, `names ${text}`)
      }
    }
    if (/\.(css|vue)$/.test(source.path) && ELSEWHERE.test(source.text))
      yield problem(null, 'styles load from elsewhere')
  },
}

/** A package by the name it is installed under. */
const packageOf = (module: string): string => module.split('/', module.startsWith('@') ? 2 : 1).join('/')

const packages: Rule = {
  id: 'x6-packages',
  fix: 'the application is made of the packages in PACKAGES of scripts/gate/shape.ts: list a new one there with its reason',
  files: inApplication,
  *check(source) {
    const known = inScreens(source.path) ? PACKAGES.screens : [...PACKAGES.main, ...PACKAGES.screens]
    for (const node of source.nodes()) {
      const module = moduleOf(node)
      const value = module && source.values.fold(module)
      if (!value || /^[.#]|^electron(\/|$)/.test(value) || isBuiltin(value)) continue
      if (!known.includes(packageOf(value)) && !ts.isTypeNode(node)) yield problem(node, `takes "${value}"`)
    }
  },
}

/** The module a statement or call takes something from. */
function moduleOf(node: ts.Node): ts.Expression | null {
  if (ts.isImportDeclaration(node)) return node.moduleSpecifier
  if (ts.isExportDeclaration(node)) return node.moduleSpecifier ?? null
  const dynamic = ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword
  return dynamic ? (node.arguments[0] ?? null) : null
}

const network: Rule = {
  id: '1-network-modules',
  fix: 'the application opens no port and starts no program: what does, is the other host (src/main/hosts/loopback)',
  files: inApplication,
  *check(source) {
    for (const node of source.nodes()) {
      const value = source.values.fold(moduleOf(node) ?? ts.factory.createNull())
      if (value === null || ts.isTypeNode(node)) continue
      const module = value.replace(/^node:/, '')
      if (isBuiltin(value) && !NODE_MODULES.includes(module)) yield problem(node, `takes "${value}"`)
      else if (/(^|\/)loopback\//.test(value)) yield problem(node, 'takes from the other host')
    }
  },
}

const fetching: Rule = {
  id: '1-fetch',
  fix: `ask the host by the bridge; files go over the page's own origin in ${FETCHING.join(' and ')}`,
  files: inApplication,
  *check(source) {
    for (const node of named(source, 'fetch')) {
      const call = node.parent
      if (!ts.isIdentifier(node) || !ts.isCallExpression(call) || call.expression !== node) continue
      const [given] = call.arguments
      const text = given && (ts.isTemplateExpression(given) ? given.head.text : source.values.fold(given))
      // A function of a file's own may be called so; then it is given no address.
      if (!given || ownFunction(source.values.said.get('fetch') ?? [])) continue
      const over = FETCHING.includes(source.path) && typeof text === 'string' && /^\/(?!\/)/.test(text)
      const own = over || (typeof text === 'string' && FETCHED_FILES[source.path] === text)
      if (!own) yield problem(node, 'fetches by itself')
    }
  },
}

/** Whether one of the places a name stands at declares it. */
const ownFunction = (nodes: readonly ts.Node[]): boolean =>
  nodes.some(
    ({ parent }) =>
      (ts.isFunctionDeclaration(parent) || ts.isParameter(parent) || ts.isMethodDeclaration(parent)) &&
      parent.name !== undefined &&
      nodes.includes(parent.name),
  )

export const LOADING_RULES: readonly Rule[] = [
  loadUrl,
  printed,
  pageUrl,
  remote,
  packages,
  network,
  fetching,
  guarded({
    id: '1-load-otherwise',
    fix: 'a window loads our page by loadURL(PAGE_URL), once',
    files: inMain,
    names: ['loadFile', 'loadDataWithBaseURL', 'downloadURL', 'loadExtension'],
  }),
  guarded({
    id: '1-sockets',
    fix: 'the application talks to nobody but its own host, over the bridge',
    files: inApplication,
    names: [
      ...['XMLHttpRequest', 'WebSocket', 'WebSocketStream', 'EventSource', 'sendBeacon', 'RTCPeerConnection'],
      ...['WebTransport', 'fetchLater'],
    ],
  }),
  guarded({
    id: '1-certificates',
    fix: 'leave certificates, proxies and passwords to nobody: nothing is loaded from a network',
    files: inMain,
    names: [
      ...['setCertificateVerifyProc', 'certificate-error', 'select-client-certificate', 'importCertificate'],
      ...[
        'setProxy',
        'allowNTLMCredentialsForDomains',
        'setClientCertRequestPasswordHandler',
        'closeAllConnections',
      ],
      ...['configureHostResolver', 'setSSLConfig', 'NODE_TLS_REJECT_UNAUTHORIZED', 'rejectUnauthorized'],
    ],
  }),
  guarded({
    id: '1-web-requests',
    fix: `requests are cancelled in ${FILES.lockdown} and ${FILES.print}, and changed nowhere`,
    files: inHost,
    names: [
      ...['webRequest', 'onBeforeRequest', 'onHeadersReceived', 'onBeforeSendHeaders', 'onBeforeRedirect'],
      ...['onSendHeaders', 'onResponseStarted', 'onAuthRequired', 'redirectURL'],
    ],
    known: {
      [FILES.print]: ['webRequest', 'onBeforeRequest'],
      [FILES.lockdown]: ['webRequest', 'onBeforeRequest'],
    },
  }),
]
