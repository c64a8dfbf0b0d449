import {
  type AttributeNode,
  type DirectiveNode,
  type ElementNode,
  type RootNode,
  type TemplateChildNode,
  NodeTypes,
} from '@vue/compiler-core'

/** An attribute as written: `:href="to"` has the name `href`, the text `to`, and is bound. */
export interface Attribute {
  /** Null when the name itself is computed (`:[name]`). */
  readonly name: string | null
  readonly text: string
  readonly bound: boolean
  /** The directive without its prefix (`bind`, `html`, `on`), or null for a plain attribute. */
  readonly directive: string | null
}

/** An element of a template or of a page. */
export interface Element {
  readonly tag: string
  readonly line: number
  readonly attributes: readonly Attribute[]
  /** Whether something stands between its tags. */
  readonly filled: boolean
}

type Parent = RootNode | ElementNode | TemplateChildNode

const childrenOf = (node: Parent): TemplateChildNode[] =>
  'children' in node
    ? (node.children.filter((child) => typeof child === 'object') as TemplateChildNode[])
    : []

function* descend(node: Parent): Generator<TemplateChildNode> {
  for (const child of childrenOf(node)) {
    yield child
    yield* descend(child)
  }
}

function attribute(node: AttributeNode | DirectiveNode): Attribute {
  if (node.type === NodeTypes.ATTRIBUTE) {
    return { name: node.name, text: node.value?.content ?? '', bound: false, directive: null }
  }
  const { arg, exp } = node
  const named = arg?.type === NodeTypes.SIMPLE_EXPRESSION && arg.isStatic ? arg.content : null
  return {
    name: arg ? named : '',
    text: exp?.type === NodeTypes.SIMPLE_EXPRESSION ? exp.content : '',
    bound: true,
    directive: node.name,
  }
}

const elementNodes = (root: RootNode): ElementNode[] =>
  [...descend(root)].filter((node) => node.type === NodeTypes.ELEMENT)

/** The elements of a template, in their order. */
export const elementsOf = (root: RootNode): Element[] =>
  elementNodes(root).map((node) => ({
    tag: node.tag,
    line: node.loc.start.line,
    attributes: node.props.map(attribute),
    filled: node.children.length > 0,
  }))

/** The expressions of a template as one script, so that rules for scripts hold for them too. */
export function expressionsOf(root: RootNode | undefined): string {
  if (!root) return ''
  const bound = elementsOf(root).flatMap(({ attributes }) => attributes.filter((each) => each.bound))
  const shown = [...descend(root)].flatMap((node) =>
    node.type === NodeTypes.INTERPOLATION && node.content.type === NodeTypes.SIMPLE_EXPRESSION
      ? [node.content.content]
      : [],
  )
  const wrapped = bound.map(({ text, directive }) => (directive === 'bind' ? `(${text || '0'})` : text))
  return [...wrapped, ...shown.map((text) => `(${text})`)].join('\n;')
}
