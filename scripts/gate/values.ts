import ts from 'typescript'
import { bare, everyNode } from './ast.ts'

/** A text of a script: whole, or a piece of one that is put together at run time. */
export interface Text {
  readonly node: ts.Node
  readonly value: string
}

/**
 * What scripts name and say. Texts that are put together of constants are added up first ('load' + 'URL', templates,
 * joined lists, constants of the same file), so that nothing is hidden by writing it in pieces.
 */
export class Values {
  /** Names and texts, by what they say. */
  readonly said = new Map<string, ts.Node[]>()
  readonly texts: Text[] = []
  readonly #constants = new Map<string, ts.Expression | null>()

  constructor(scripts: readonly ts.SourceFile[]) {
    const nodes = scripts.flatMap((script) => [...everyNode(script)])
    for (const node of nodes) {
      if (!ts.isVariableDeclaration(node) || !ts.isIdentifier(node.name)) continue
      const name = node.name.text
      // A name that is declared twice says nothing certain.
      this.#constants.set(name, this.#constants.has(name) ? null : (node.initializer ?? null))
    }
    for (const node of nodes) this.#look(node)
  }

  #look(node: ts.Node): void {
    if (ts.isIdentifier(node) || ts.isPrivateIdentifier(node)) this.#say(node, node.text)
    if (ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node)) {
      this.texts.push({ node, value: node.text })
    }
    if (!ts.isExpression(node) || ts.isIdentifier(node)) return
    const value = this.fold(node)
    if (value === null) return
    this.#say(node, value)
    this.texts.push({ node, value })
  }

  #say(node: ts.Node, value: string): void {
    const nodes = this.said.get(value)
    if (nodes) nodes.push(node)
    else this.said.set(value, [node])
  }

  /** The text an expression always has, or null. */
  fold(given: ts.Expression, depth = 0): string | null {
    if (depth > 20) return null
    const node = bare(given)
    if (ts.isStringLiteralLike(node)) return node.text
    if (ts.isIdentifier(node)) {
      const constant = this.#constants.get(node.text)
      return constant ? this.fold(constant, depth + 1) : null
    }
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken) {
      return this.#sum([node.left, node.right], depth)
    }
    if (ts.isTemplateExpression(node)) {
      const tails = node.templateSpans.map((span) => {
        const value = this.fold(span.expression, depth + 1)
        return value === null ? null : value + span.literal.text
      })
      return tails.includes(null) ? null : node.head.text + tails.join('')
    }
    return this.#joined(node, depth)
  }

  #sum(parts: readonly ts.Expression[], depth: number, between = ''): string | null {
    const values = parts.map((part) => this.fold(part, depth + 1))
    return values.includes(null) ? null : values.join(between)
  }

  /** `['a', 'b'].join('')` and `'a'.concat('b')`. */
  #joined(node: ts.Expression, depth: number): string | null {
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return null
    const { name, expression } = node.expression
    const list = bare(expression)
    if (name.text === 'concat') return this.#sum([list, ...node.arguments], depth)
    if (name.text !== 'join' || !ts.isArrayLiteralExpression(list)) return null
    const [between] = node.arguments
    return this.#sum(list.elements, depth, between ? (this.fold(between, depth + 1) ?? ',') : ',')
  }
}
