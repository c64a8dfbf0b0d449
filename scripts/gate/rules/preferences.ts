import ts from 'typescript'
import { bare, constantNamed, shapeOf } from '../ast.ts'
import { type Problem, type Rule, guarded, named, problem } from '../rule.ts'
import {
  FILES,
  NEVER_PREFERENCES,
  PREFERENCES,
  PRINT_WRITTEN,
  WINDOW_OPTIONS,
  WRITTEN,
  inHost,
  inMain,
} from '../shape.ts'
import type { Source } from '../source.ts'

const CONSTANT = 'WEB_PREFERENCES'

/** The literal, and that behind `Object.freeze({…} as const satisfies WebPreferences)`. */
function literalOf(value: ts.Expression | null): ts.ObjectLiteralExpression | null {
  const call = value && bare(value)
  if (call && ts.isObjectLiteralExpression(call)) return call
  if (!call || !ts.isCallExpression(call) || shapeOf(call.expression) !== 'Object.freeze') return null
  const [given] = call.arguments
  const literal = given && bare(given)
  return literal && ts.isObjectLiteralExpression(literal) ? literal : null
}

function isFrozen(literal: ts.Node): boolean {
  for (let node = literal.parent; !ts.isStatement(node); node = node.parent) {
    if (ts.isCallExpression(node)) return shapeOf(node.expression) === 'Object.freeze'
  }
  return false
}

/** The literal a file holds its preferences in: the shared one, or that of the window that prints. */
export function preferencesOf(source: Source): ts.ObjectLiteralExpression | null {
  if (source.path === FILES.window) return literalOf(constantNamed(source.statements, CONSTANT))
  for (const node of source.nodes()) {
    if (!ts.isPropertyAssignment(node) || !ts.isIdentifier(node.name) || node.name.text !== 'webPreferences')
      continue
    return literalOf(node.initializer)
  }
  return null
}

const plain = (property: ts.ObjectLiteralElementLike): property is ts.PropertyAssignment =>
  ts.isPropertyAssignment(property) && ts.isIdentifier(property.name)

const HOLDING = (path: string): boolean => path === FILES.window || path === FILES.print

const shape: Rule = {
  id: '2-preferences',
  fix: 'write every preference as key: value in the one frozen literal; known keys are in PREFERENCES of shape.ts',
  files: HOLDING,
  needs: [FILES.window, FILES.print],
  *check(source) {
    const literal = preferencesOf(source)
    if (!literal) return yield problem(null, `holds no frozen literal of preferences`)
    const print = source.path === FILES.print
    // The one of a printing window stands in its options: nobody else has a name for it.
    if (!print && !isFrozen(literal)) yield problem(literal, 'can be changed later')
    const known = print
      ? [...Object.keys(PREFERENCES).filter((key) => key !== 'preload'), 'session']
      : Object.keys(PREFERENCES)
    const seen = new Set<string>()
    for (const property of literal.properties) {
      if (!plain(property)) yield problem(property, 'is not written as key: value')
      else {
        const key = property.name.getText()
        if (!known.includes(key)) yield problem(property, `sets "${key}"`)
        if (seen.has(key)) yield problem(property, `sets "${key}" twice`)
        if (key === 'session' && shapeOf(property.initializer) !== 'own')
          yield problem(property, 'is no session of its own')
        seen.add(key)
      }
    }
    for (const key of print ? PRINT_WRITTEN : WRITTEN) {
      if (!seen.has(key)) yield problem(literal, `does not write "${key}"`)
    }
  },
}

const RULE_IDS = [...new Set(Object.values(PREFERENCES).map(({ rule }) => rule))]

/** One rule for each item of the checklist that is a preference; the keys stand nowhere else. */
const values: readonly Rule[] = RULE_IDS.map((id) => {
  const keys = Object.keys(PREFERENCES).filter((key) => PREFERENCES[key]!.rule === id)
  return {
    id,
    fix: `write ${keys.map((key) => `${key}: ${PREFERENCES[key]!.value}`).join(', ')} in ${FILES.window}, and nowhere else`,
    files: inMain,
    *check(source) {
      const literal = HOLDING(source.path) ? preferencesOf(source) : null
      for (const key of keys) {
        for (const node of named(source, key)) {
          const property = node.parent
          if (!literal || !ts.isPropertyAssignment(property) || property.parent !== literal) {
            if (mayStandElsewhere(key, node)) continue
            yield problem(node, `names "${key}" outside of the preferences`)
          } else if (shapeOf(property.initializer) !== PREFERENCES[key]!.value) {
            yield problem(property, `sets ${key} to ${shapeOf(property.initializer)}`)
          }
        }
      }
    },
  } satisfies Rule
})

/** `preload` is a word of paths too, and a sandbox may be asked about. */
const mayStandElsewhere = (key: string, node: ts.Node): boolean =>
  key === 'preload' && !ts.isPropertyAssignment(node.parent)

function* optionsOf(source: Source): Generator<Problem> {
  for (const node of source.nodes()) {
    if (!ts.isNewExpression(node) || shapeOf(node.expression) !== 'BrowserWindow') continue
    const [options] = node.arguments ?? []
    if (!options || !ts.isObjectLiteralExpression(options)) {
      yield problem(node, 'opens a window with options that are not written there')
      continue
    }
    for (const property of options.properties) {
      if (ts.isSpreadAssignment(property) || !property.name || !ts.isIdentifier(property.name)) {
        yield problem(property, 'hides an option')
      } else if (!WINDOW_OPTIONS.includes(property.name.text)) {
        yield problem(property, `sets the option "${property.name.text}"`)
      }
    }
    if (!options.properties.some((property) => property.name?.getText() === 'webPreferences')) {
      yield problem(options, 'leaves the preferences to Electron')
    }
  }
}

const options: Rule = {
  id: '2-window-options',
  fix: 'write the options of a window in place, each by its name (WINDOW_OPTIONS of shape.ts)',
  files: inHost,
  check: optionsOf,
}

const use: Rule = {
  id: '2-preferences-use',
  fix: `write webPreferences: ${CONSTANT} in the window's own options; nothing else touches the constant`,
  files: inMain,
  *check(source) {
    for (const node of named(source, 'webPreferences')) {
      const property = node.parent
      const value = ts.isPropertyAssignment(property) ? bare(property.initializer) : null
      const known =
        source.path === FILES.print ? value === preferencesOf(source) : value?.getText() === CONSTANT
      if (!value || !known) yield problem(node, 'gives a window other preferences')
    }
    for (const node of named(source, CONSTANT)) {
      const { parent } = node
      const known =
        (ts.isVariableDeclaration(parent) && parent.name === node && source.path === FILES.window) ||
        ts.isImportSpecifier(parent) ||
        (ts.isPropertyAssignment(parent) && parent.name.getText() === 'webPreferences')
      if (!known) yield problem(node, `does something else with ${CONSTANT}`)
    }
  },
}

export const PREFERENCE_RULES: readonly Rule[] = [
  shape,
  ...values,
  options,
  use,
  ...Object.entries(NEVER_PREFERENCES)
    .filter(([id]) => id !== '2-preferences')
    .map(([id, names]) =>
      guarded({ id, fix: 'leave it out: it stands nowhere in the application', files: inMain, names }),
    ),
]
