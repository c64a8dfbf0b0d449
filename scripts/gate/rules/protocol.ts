import ts from 'typescript'
import { bare, calledBy, constantNamed, functionNamed, shapeOf } from '../ast.ts'
import { type Rule, guarded, named, problem } from '../rule.ts'
import {
  DOCUMENT_POLICY,
  FILES,
  POLICY,
  PRIVILEGES,
  inApplication,
  inHost,
  inSource,
  isPage,
} from '../shape.ts'
import type { Source } from '../source.ts'

const isProtocol = (path: string): boolean => path === FILES.protocol

const scheme: Rule = {
  id: '18-scheme',
  fix: `registerSchemesAsPrivileged names app alone, with ${PRIVILEGES}`,
  files: inHost,
  needs: [FILES.protocol],
  *check(source) {
    const uses = named(source, 'registerSchemesAsPrivileged')
    if (!isProtocol(source.path)) {
      for (const node of uses) yield problem(node, 'registers schemes a second time')
      return
    }
    const call = uses.length === 1 ? calledBy(uses[0]!) : null
    const body = functionNamed(source.statements, 'registerScheme')?.body
    const known = `protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { ${PRIVILEGES} } }])`
    if (!call || squeeze(shapeOf(call)) !== squeeze(known))
      yield problem(call, 'gives the scheme other privileges')
    if (!body || !ts.isBlock(body) || body.statements.length !== 1)
      yield problem(body ?? null, 'registers the scheme on a condition')
  },
}

/** Without spaces and the commas that may end a list. */
const squeeze = (text: string): string => text.replace(/[\s,]/g, '')

const handles: Rule = {
  id: '18-handlers',
  fix: `session.protocol.handle('app', …) stands once, in ${FILES.protocol}`,
  files: inHost,
  *check(source) {
    for (const node of source.nodes()) {
      if (!ts.isPropertyAccessExpression(node) || !/(^|\.)protocol$/.test(shapeOf(node.expression))) continue
      if (/^(register|intercept)\w+Protocol$/.test(node.name.text)) continue
      const call = calledBy(node.name)
      const known = node.name.text === 'registerSchemesAsPrivileged' || node.name.text === 'handle'
      const app = call && call.arguments[0] && source.values.fold(call.arguments[0]) === 'app'
      if (!isProtocol(source.path) || !known || !call) yield problem(node, `uses ${node.getText()}`)
      else if (node.name.text === 'handle' && !app) yield problem(node, 'serves another scheme')
    }
  },
}

const policy: Rule = {
  id: '7-policy',
  fix: `CONTENT_SECURITY_POLICY in ${FILES.policy} is the list of POLICY in scripts/gate/shape.ts, joined`,
  files: (path) => path === FILES.policy,
  needs: [FILES.policy],
  *check(source) {
    const value = constantNamed(source.statements, 'CONTENT_SECURITY_POLICY')
    if (!value || source.values.fold(value) !== POLICY.join('; ')) yield problem(value, 'is another policy')
    const headers = constantNamed(source.statements, 'SECURITY_HEADERS')
    const literal = headers && bare(headers)
    const all = literal && ts.isObjectLiteralExpression(literal) ? literal.properties : []
    const written = new Map(
      all.flatMap((each) =>
        ts.isPropertyAssignment(each)
          ? [[source.values.fold(each.name as ts.StringLiteral), shapeOf(each.initializer)]]
          : [],
      ),
    )
    const expected = {
      'Content-Security-Policy': 'CONTENT_SECURITY_POLICY',
      'X-Content-Type-Options': "'nosniff'",
      'X-Frame-Options': "'DENY'",
      'Referrer-Policy': "'no-referrer'",
      'Cross-Origin-Opener-Policy': "'same-origin'",
      'Cross-Origin-Resource-Policy': "'same-origin'",
    }
    for (const [name, shape] of Object.entries(expected)) {
      if (written.get(name) !== shape) yield problem(headers, `does not send ${name}: ${shape}`)
    }
    if (all.some((each) => !ts.isPropertyAssignment(each))) yield problem(headers, 'hides a header')
  },
}

const DIRECTIVE =
  /content-security-policy|(default|script|style|connect|img|font|worker|frame)-src\b|unsafe-(inline|eval)|strict-dynamic|x-frame-options/i

const onePolicy: Rule = {
  id: '7-one-policy',
  fix: `there is one policy, in ${FILES.policy}: both hosts send SECURITY_HEADERS`,
  files: inSource,
  *check(source) {
    if (source.path === FILES.policy) return
    for (const { node, value } of source.values.texts) {
      const document = source.path === DOCUMENT_POLICY.file && DOCUMENT_POLICY.texts.includes(value)
      if (DIRECTIVE.test(value) && !document) yield problem(node, 'writes a policy of its own')
    }
    for (const element of source.elements) {
      for (const { name, text } of element.attributes) {
        if (name === 'http-equiv' || DIRECTIVE.test(text))
          yield problem(element, 'writes a policy of its own')
      }
    }
  },
}

/** Every answer of the host carries the headers: none is made in another way. */
const answers: Rule = {
  id: '7-headers-sent',
  fix: 'every answer is new Response(…, { headers: headers(…) }), and headers() begins with SECURITY_HEADERS',
  files: isProtocol,
  *check(source) {
    const headers = functionNamed(source.statements, 'headers')
    if (
      !headers?.body ||
      !/new Headers\(\{ (\.\.\.more, \.\.\.SECURITY_HEADERS|\.\.\.SECURITY_HEADERS, \.\.\.more) \}\)/.test(
        shapeOf(headers.body),
      )
    ) {
      yield problem(headers, 'does not send the headers of both hosts')
    }
    for (const node of named(source, 'Response')) {
      const made = node.parent
      if (ts.isTypeReferenceNode(made)) continue
      const given = ts.isNewExpression(made) ? made.arguments?.[1] : undefined
      const known =
        given &&
        ts.isObjectLiteralExpression(given) &&
        given.properties.some((each) => /^headers: headers\(/.test(shapeOf(each)))
      if (!known) yield problem(node, 'answers without the headers')
    }
  },
}

const html: Rule = {
  id: '7-page',
  fix: 'the page has one script, by its path, and no script, style or handler written into it',
  files: isPage,
  needs: [FILES.page],
  *check(source: Source) {
    for (const element of source.elements) {
      const attribute = (name: string) => element.attributes.find((each) => each.name === name)
      const { tag } = element
      if (tag === 'script' && (element.filled || !/^\.?\/(?!\/)/.test(attribute('src')?.text ?? ''))) {
        yield problem(element, 'has a script that is no file of ours')
      }
      if (tag === 'style' || attribute('style')) yield problem(element, 'has a style written into it')
      if (element.attributes.some(({ name }) => /^on/i.test(name ?? '')))
        yield problem(element, 'has a handler written into it')
      if (tag === 'link' && !/^(\.{1,2}\/)+[^/]|^\/[^/]/.test(attribute('href')?.text ?? '')) {
        yield problem(element, 'links something that is no file of ours')
      }
    }
  },
}

export const PROTOCOL_RULES: readonly Rule[] = [
  scheme,
  handles,
  policy,
  onePolicy,
  answers,
  html,
  guarded({
    id: '18-old-handlers',
    fix: 'serve the scheme from memory with protocol.handle: nothing is read by a path a page gave',
    files: inApplication,
    names: [
      ...['registerFileProtocol', 'registerHttpProtocol', 'registerBufferProtocol', 'registerStringProtocol'],
      ...[
        'registerStreamProtocol',
        'interceptFileProtocol',
        'interceptHttpProtocol',
        'interceptBufferProtocol',
      ],
      ...[
        'interceptStringProtocol',
        'interceptStreamProtocol',
        'bypassCSP',
        'corsEnabled',
        'allowServiceWorkers',
      ],
      ...['bypassCustomProtocolHandlers', 'registerServiceWorkerScheme', 'codeCache'],
    ],
  }),
]
