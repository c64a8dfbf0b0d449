import ts from 'typescript'
import { bare, calledBy, chainOf } from '../ast.ts'
import { type Rule, guarded, named, problem } from '../rule.ts'
import { EMBEDDING, SESSION_STORAGE, inApplication, inScreens, isPage } from '../shape.ts'
import type { Source } from '../source.ts'

const MARKUP = [
  ...['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'createContextualFragment', 'srcdoc', 'setHTMLUnsafe'],
  ...[
    'parseHTMLUnsafe',
    'setHTML',
    'DOMParser',
    'writeln',
    'createPolicy',
    'trustedTypes',
    'v-html',
    'designMode',
  ],
  ...['createStaticVNode', 'insertStaticContent', 'parseFromString', 'XSLTProcessor'],
]

const markup: Rule = {
  id: '7-markup',
  fix: 'show text as text ({{ … }}); build elements with templates',
  files: inScreens,
  *check(source) {
    for (const name of MARKUP)
      for (const node of named(source, name)) yield problem(node, `writes markup with ${name}`)
    for (const node of named(source, 'execCommand')) {
      const command = calledBy(node)?.arguments[0]
      if (!command || source.values.fold(command) !== 'copy')
        yield problem(node, 'edits the document by a command')
    }
    for (const node of named(source, 'write')) {
      if (/^(window\.)?document$/.test(shapeBefore(node))) yield problem(node, 'writes into the document')
    }
    for (const element of source.elements) {
      for (const { name, directive } of element.attributes) {
        const plainly = (name ?? '').replace(/^\./, '').toLowerCase()
        const known = MARKUP.some((each) => each.toLowerCase() === plainly.replaceAll('-', ''))
        if (directive === 'html' || known) yield problem(element, 'writes markup')
        if (name === null) yield problem(element, 'computes the name of an attribute')
      }
    }
  },
}

const shapeBefore = (node: ts.Node): string =>
  ts.isPropertyAccessExpression(node.parent) ? (chainOf(node.parent.expression) ?? '') : ''

const handlers: Rule = {
  id: '7-handlers',
  fix: 'listen with @event="…": handlers as text are stopped by the policy and hide from review',
  files: (path) => inScreens(path) && !isPage(path),
  *check(source) {
    for (const element of source.elements) {
      for (const { name, bound, directive } of element.attributes) {
        const text = !bound && /^on[a-z]+$/.test(name ?? '')
        const lower = directive === 'bind' && /^on[a-z]+$/.test(name ?? '')
        if (text || lower) yield problem(element, `has the handler ${name} as text`)
      }
    }
    for (const node of named(source, 'setAttribute')) {
      const call = ts.isPropertyAccessExpression(node.parent) ? node.parent.parent : null
      const [name] = call && ts.isCallExpression(call) ? call.arguments : []
      const value = name ? source.values.fold(name) : null
      if (value === null || /^on|^srcdoc$|^(xlink:)?href$|^src$|^style$/i.test(value)) {
        yield problem(node, 'sets an attribute that can run something')
      }
    }
  },
}

const evaluated: Rule = {
  id: '7-eval',
  fix: 'write the code: nothing of the application is made from text at run time',
  files: inApplication,
  *check(source) {
    for (const name of [
      'eval',
      'Function',
      'AsyncFunction',
      'GeneratorFunction',
      'execScript',
      'WebAssembly',
    ]) {
      for (const node of named(source, name)) {
        const type = ts.isTypeReferenceNode(node.parent) || ts.isTypeAliasDeclaration(node.parent)
        if (ts.isIdentifier(node) && !type) yield problem(node, `names ${name}`)
      }
    }
    for (const node of source.nodes()) {
      if (
        ts.isCallExpression(node) &&
        /(^|\.)set(Timeout|Interval|Immediate)$/.test(chainOf(node.expression) ?? '')
      ) {
        const [what] = node.arguments
        const given = what && bare(what)
        if (
          given &&
          (ts.isTemplateExpression(given) ||
            ts.isBinaryExpression(given) ||
            source.values.fold(given) !== null)
        ) {
          yield problem(node, 'runs a text later')
        }
      }
      const constructed = ts.isPropertyAccessExpression(node) && node.name.text === 'constructor'
      if (constructed && ts.isCallExpression(node.parent)) yield problem(node, 'calls a constructor it found')
    }
  },
}

const embedding: Rule = {
  id: '11-embedding',
  fix: 'nothing is embedded: no webview, frame, object or embed, by whatever way it is made',
  files: inScreens,
  *check(source) {
    for (const element of source.elements) {
      const is = element.attributes.find(({ name }) => name === 'is')
      const tag = is && !is.bound ? is.text : element.tag
      if (EMBEDDING.includes(tag.toLowerCase())) yield problem(element, `embeds with <${tag}>`)
    }
    // Text of a script can become the name of an element: in createElement, h, or a dynamic component.
    for (const { node, value } of source.values.texts) {
      if (['webview', 'iframe', 'frameset', 'embed', 'applet', 'fencedframe'].includes(value.toLowerCase())) {
        yield problem(node, `names the element ${value}`)
      }
      if (['object', 'frame', 'base', 'portal'].includes(value) && makesElement(node))
        yield problem(node, `makes <${value}>`)
    }
  },
}

const makesElement = (node: ts.Node): boolean =>
  ts.isCallExpression(node.parent) &&
  /(^|\.)(h|createElement|createElementNS|createVNode)$/.test(chainOf(node.parent.expression) ?? '')

const links: Rule = {
  id: '13-links',
  fix: 'go to a place with RouterLink; help outside is opened by the host when a person asks (host procedures)',
  files: inScreens,
  *check(source) {
    for (const element of source.elements) {
      for (const { name, text, bound } of element.attributes) {
        const native = /^[a-z]/.test(element.tag)
        if (native && ['target', 'ping', 'formaction', 'action', 'formtarget'].includes(name ?? '')) {
          yield problem(element, `leads away with ${name}="${text}"`)
        }
        if (element.tag === 'a' && name === 'href' && (bound ? text !== 'href' : !text.startsWith('#'))) {
          yield problem(element, `leads to ${text}`)
        }
      }
    }
    for (const node of source.nodes()) {
      const chain = ts.isPropertyAccessExpression(node) ? (chainOf(node) ?? '') : ''
      if (
        /^((window|globalThis|self|document|top|parent)\.)*location\.(assign|replace|reload)$/.test(chain)
      ) {
        if (!chain.endsWith('reload')) yield problem(node, 'goes somewhere else')
      }
      if (!ts.isBinaryExpression(node) || node.operatorToken.kind !== ts.SyntaxKind.EqualsToken) continue
      const left = chainOf(node.left) ?? ''
      if (/(^|\.)location(\.(href|pathname|host|protocol|search))?$/.test(left))
        yield problem(node, 'goes somewhere else')
    }
    for (const node of named(source, 'open')) {
      if (/^(window|globalThis|self|top|parent)$/.test(shapeBefore(node)))
        yield problem(node, 'opens a window')
    }
  },
}

const images: Rule = {
  id: '13-sources',
  fix: 'show what is bundled: import the picture, and bind it',
  files: (path: string) => inScreens(path) && path.endsWith('.vue'),
  *check(source: Source) {
    for (const element of source.elements) {
      const loads = element.attributes.find(
        ({ name, bound }) => !bound && ['src', 'srcset', 'poster', 'data'].includes(name ?? ''),
      )
      if (loads && !/^(\.{0,2}\/|#)/.test(loads.text)) yield problem(element, `loads ${loads.text}`)
      if (['script', 'link', 'meta'].includes(element.tag)) yield problem(element, `writes <${element.tag}>`)
    }
  },
}

export const SCREEN_RULES: readonly Rule[] = [
  markup,
  handlers,
  evaluated,
  embedding,
  links,
  images,
  guarded({
    id: '7-workers',
    fix: 'screens have no workers of their own: the application works in the host',
    files: inScreens,
    names: ['Worker', 'SharedWorker', 'serviceWorker', 'AudioWorklet', 'paintWorklet'],
  }),
  guarded({
    id: 'x7-web-storage',
    fix: 'keep it in the database by a procedure: nothing of a person stays in the browser',
    files: inScreens,
    names: [
      ...['localStorage', 'sessionStorage', 'indexedDB', 'caches', 'cookie', 'cookieStore', 'openDatabase'],
      ...['webkitRequestFileSystem', 'requestFileSystem', 'storageBuckets', 'sharedStorage'],
    ],
    known: { [SESSION_STORAGE]: ['sessionStorage'] },
  }),
  guarded({
    id: '5-devices',
    fix: 'the application asks for no device and no place: everything of the kind is denied',
    files: inScreens,
    names: [
      ...[
        'geolocation',
        'mediaDevices',
        'getUserMedia',
        'getDisplayMedia',
        'requestPermission',
        'requestDevice',
      ],
      ...[
        'requestMIDIAccess',
        'bluetooth',
        'serial',
        'hid',
        'usb',
        'wakeLock',
        'requestPointerLock',
        'readText',
      ],
    ],
  }),
]
