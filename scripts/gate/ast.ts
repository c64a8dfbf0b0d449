import ts from 'typescript'

/** A node and everything below it. */
export function* everyNode(node: ts.Node): Generator<ts.Node> {
  yield node
  const children: ts.Node[] = []
  ts.forEachChild(node, (child) => void children.push(child))
  for (const child of children) yield* everyNode(child)
}

/** A node without the parentheses and type words around it. */
export function bare(node: ts.Expression): ts.Expression {
  if (
    ts.isParenthesizedExpression(node) ||
    ts.isAsExpression(node) ||
    ts.isSatisfiesExpression(node) ||
    ts.isNonNullExpression(node) ||
    ts.isTypeAssertionExpression(node)
  ) {
    return bare(node.expression)
  }
  return node
}

const printer = ts.createPrinter({ removeComments: true })

/** How a node is written, whatever its spaces, line breaks and comments: for comparing with a known shape. */
export const shapeOf = (node: ts.Node): string =>
  printer
    .printNode(ts.EmitHint.Unspecified, node, node.getSourceFile())
    .replace(/\s+/g, ' ')
    .replace(/"((?:[^"\\']|\\.)*)"/g, "'$1'")
    .replace(/;( |$)/g, '$1')
    .replace(/, \}/g, ' }')
    .trim()

/** A chain of plain names (`app.commandLine.appendSwitch`), or null when anything else stands in it. */
export function chainOf(node: ts.Expression): string | null {
  if (ts.isIdentifier(node)) return node.text
  if (!ts.isPropertyAccessExpression(node) || node.questionDotToken) return null
  const before = chainOf(node.expression)
  return before === null ? null : `${before}.${node.name.text}`
}

/** The call a statement is, also when it is awaited or its result is dropped in words. */
export function callOf(statement: ts.Statement | undefined): ts.CallExpression | null {
  if (!statement || !ts.isExpressionStatement(statement)) return null
  let { expression } = statement
  if (ts.isAwaitExpression(expression) || ts.isVoidExpression(expression)) expression = expression.expression
  return ts.isCallExpression(expression) && !expression.questionDotToken ? expression : null
}

/** The call a name is called by (`x.name(…)` or `name(…)`), plainly: not optional, not handed on. */
export function calledBy(name: ts.Node): ts.CallExpression | null {
  const { parent } = name
  const callee = ts.isPropertyAccessExpression(parent) && parent.name === name ? parent : name
  const call = callee.parent
  if (ts.isPropertyAccessExpression(callee) && callee.questionDotToken) return null
  return ts.isCallExpression(call) && call.expression === callee && !call.questionDotToken ? call : null
}

/** The first parent of a kind. */
export function within<T extends ts.Node>(node: ts.Node, is: (node: ts.Node) => node is T): T | null {
  for (let at = node.parent; at; at = at.parent) if (is(at)) return at
  return null
}

/** The function declared or assigned to a name at the top of a file. */
export function functionNamed(
  statements: readonly ts.Statement[],
  name: string,
): ts.FunctionLikeDeclaration | null {
  for (const statement of statements) {
    if (ts.isFunctionDeclaration(statement) && statement.name?.text === name) return statement
    const value = constantNamed([statement], name)
    if (value && (ts.isArrowFunction(value) || ts.isFunctionExpression(value))) return value
  }
  return null
}

/** What a constant at the top of a file is set to. */
export function constantNamed(statements: readonly ts.Statement[], name: string): ts.Expression | null {
  for (const statement of statements) {
    if (!ts.isVariableStatement(statement) || !(statement.declarationList.flags & ts.NodeFlags.Const))
      continue
    for (const { name: declared, initializer } of statement.declarationList.declarations) {
      if (ts.isIdentifier(declared) && declared.text === name && initializer) return initializer
    }
  }
  return null
}

/** The statements of a function's body; an arrow without braces has one. */
export function bodyOf(node: ts.FunctionLikeDeclaration): readonly ts.Statement[] {
  const { body } = node
  return body && ts.isBlock(body) ? body.statements : []
}

/** The property of a literal that is plainly written under a name. */
export function propertyOf(literal: ts.ObjectLiteralExpression, name: string): ts.Expression | null {
  for (const property of literal.properties) {
    if (ts.isPropertyAssignment(property) && ts.isIdentifier(property.name) && property.name.text === name) {
      return property.initializer
    }
  }
  return null
}
