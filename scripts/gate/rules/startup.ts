import ts from 'typescript'
import { callOf, calledBy, chainOf, everyNode, functionNamed, shapeOf, within } from '../ast.ts'
import { type Rule, guarded, named, problem } from '../rule.ts'
import { DOORS, FILES, KNOWN_ENVIRONMENT, inHost, inMain } from '../shape.ts'
import type { Source } from '../source.ts'

/** What must be a statement of its own at the top of the host, before anything waits for readiness. */
function* early(source: Source, shape: string) {
  const ready = source.statements.findIndex(
    (statement) =>
      !ts.isImportDeclaration(statement) &&
      [...everyNode(statement)].some(
        (node) => ts.isIdentifier(node) && /^(run|whenReady|isReady|BrowserWindow)$/.test(node.text),
      ),
  )
  const at = source.statements.findIndex((statement) => {
    const call = callOf(statement)
    return call !== null && shapeOf(call) === shape
  })
  if (at < 0) yield problem(null, `does not call ${shape} by itself at the top of the file`)
  else if (ready >= 0 && at > ready)
    yield problem(source.statements[at]!, `calls ${shape} after readiness was asked for`)
}

const isIndex = (path: string): boolean => path === FILES.index

const first = (id: string, shape: string, fix: string, more?: (source: Source) => boolean): Rule => ({
  id,
  fix,
  files: isIndex,
  needs: [FILES.index],
  *check(source) {
    yield* early(source, shape)
    if (more?.(source)) yield problem(null, `names ${shape} a second time`)
  },
})

const switches: Rule = {
  id: '4-switches',
  fix: 'start Chromium as it is: no switch is added, and no environment variable changes what the application does',
  files: (path) => inMain(path) && path !== FILES.doors,
  *check(source) {
    for (const name of ['appendSwitch', 'appendArgument', 'removeSwitch', 'commandLine']) {
      for (const node of named(source, name)) {
        const call = ts.isPropertyAccessExpression(node.parent.parent)
          ? calledBy(node.parent.parent.name)
          : null
        const read =
          name === 'commandLine' &&
          call &&
          /\.(getSwitchValue|hasSwitch)$/.test(chainOf(call.expression) ?? '')
        if (!read) yield problem(node, `names "${name}"`)
      }
    }
    const known =
      /^(--)?(no-sandbox|disable-(web-security|site-isolation-trials|gpu-sandbox|features|setuid-sandbox)|remote-debugging-(port|pipe|address)|remote-allow-origins|ignore-certificate-errors\S*|inspect(-\w+)*|js-flags|allow-\S+|enable-(blink-)?features|user-data-dir|host-rules|proxy-server|unsafely-\S+|single-process|in-process-gpu|no-zygote|load-extension|enable-logging|auth-server-whitelist)(=.*)?$/
    for (const { node, value } of source.values.texts) {
      if (known.test(value)) yield problem(node, `names the switch ${value}`)
    }
  },
}

/** The one file that names switches: it takes them away. */
const doors: Rule = {
  id: '4-doors',
  fix: `shutDoors takes every switch of DOORS (shape.ts) away from the packaged program, and ${FILES.doors} does nothing else`,
  files: (path) => path === FILES.doors,
  needs: [FILES.doors],
  *check(source) {
    const shut = functionNamed(source.statements, 'shutDoors')
    const body = shut?.body ? shapeOf(shut.body) : ''
    const known =
      '{ if (!app.isPackaged) return for (const name of DOORS) app.commandLine.removeSwitch(name) }'
    if (body !== known) yield problem(shut, 'does not take the switches away')
    const texts = source.values.texts.map(({ value }) => value).filter((value) => value !== 'electron')
    const missing = DOORS.filter((name) => !texts.includes(name))
    if (missing.length > 0) yield problem(null, `leaves ${missing.join(', ')}`)
    if (source.statements.length !== 3) yield problem(null, 'does something besides')
  },
}

const environment: Rule = {
  id: '4-environment',
  fix: 'a packaged application takes nothing from its environment: ask app.isPackaged, or a setting',
  files: inMain,
  *check(source) {
    for (const node of named(source, 'env')) {
      const declared = within(node, ts.isVariableDeclaration)?.getText()
      if (declared !== KNOWN_ENVIRONMENT.get(source.path)) yield problem(node, 'reads the environment')
    }
    for (const node of source.nodes()) {
      const meta = ts.isPropertyAccessExpression(node) && ts.isMetaProperty(node.expression)
      if (meta && node.name.text === 'env') yield problem(node, 'reads the environment of the build')
    }
  },
}

export const STARTUP_RULES: readonly Rule[] = [
  first(
    '4-enable-sandbox',
    'app.enableSandbox()',
    'call app.enableSandbox() at the top of index.ts, before readiness',
  ),
  first(
    '18-scheme-early',
    'registerScheme()',
    'call registerScheme() at the top of index.ts, before readiness',
  ),
  first(
    '13-confined-early',
    'confinePages(app)',
    'call confinePages(app) at the top of index.ts, before readiness',
  ),
  first('4-doors-early', 'shutDoors(app)', 'call shutDoors(app) at the top of index.ts, before readiness'),
  switches,
  doors,
  environment,
  guarded({
    id: '4-sandbox-elsewhere',
    fix: `the sandbox is turned on once, in ${FILES.index}`,
    files: inMain,
    names: ['enableSandbox', 'disableSandbox'],
    known: { [FILES.index]: ['enableSandbox'] },
  }),
  {
    id: 'x2-single-instance',
    fix: 'if (!app.requestSingleInstanceLock()) app.quit() else everything, in index.ts alone',
    files: inHost,
    needs: [FILES.index],
    *check(source) {
      const asked = named(source, 'requestSingleInstanceLock')
      if (!isIndex(source.path)) {
        for (const node of asked) yield problem(node, 'asks for the lock a second time')
        return
      }
      const statement = source.statements.find(
        (each): each is ts.IfStatement =>
          ts.isIfStatement(each) && shapeOf(each.expression) === '!app.requestSingleInstanceLock()',
      )
      const quits = statement && /^\{? ?app\.quit\(\) ?\}?$/.test(shapeOf(statement.thenStatement))
      if (asked.length !== 1 || !quits)
        yield problem(asked[0] ?? null, 'does not end when another copy is open')
      const starts = named(source, 'run').filter(({ parent }) => !ts.isImportSpecifier(parent))
      for (const node of [...named(source, 'whenReady'), ...starts]) {
        let at: ts.Node = node
        while (at.parent && at.parent !== statement) at = at.parent
        if (!statement || at !== statement.elseStatement) yield problem(node, 'starts without the lock')
      }
    },
  },
]
