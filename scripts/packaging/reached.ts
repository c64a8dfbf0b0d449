import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseSync } from 'vite'

/** What the built scripts of the application name: each other, and modules that lie elsewhere. */
export interface Reached {
  /** Paths of the scripts, the entries first. */
  readonly files: ReadonlySet<string>
  /** Names that are no paths: of Node, of Electron, of packages. */
  readonly modules: ReadonlySet<string>
  /** Paths that are named and not there. */
  readonly missing: readonly string[]
}

type Node = Record<string, unknown> & { readonly type?: string }

const textOf = (node: unknown): string | null => {
  const { type, value } = (node ?? {}) as Node
  return type === 'Literal' && typeof value === 'string' ? value : null
}

/** What a piece of syntax brings in: an import of any kind, or a `new URL('…', import.meta.url)`. */
function namedBy(node: Node): string | null {
  if (node.type?.startsWith('Import') || node.type?.startsWith('Export')) return textOf(node['source'])
  const isUrl = node.type === 'NewExpression' && (node['callee'] as Node)['name'] === 'URL'
  const args = isUrl ? (node['arguments'] as Node[]) : []
  return args.length === 2 && args[1]!.type === 'MemberExpression' ? textOf(args[0]) : null
}

function* specifiersIn(node: unknown): Generator<string> {
  if (Array.isArray(node)) for (const item of node) yield* specifiersIn(item)
  else if (typeof node === 'object' && node !== null) {
    const name = namedBy(node as Node)
    if (name !== null) yield name
    for (const value of Object.values(node)) yield* specifiersIn(value)
  }
}

/** Follows the entries through chunks and workers. `read` gives a script’s text, null where there is none. */
export function reachedFrom(
  entries: readonly string[],
  read: (path: string) => string | null = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : null),
): Reached {
  const files = new Set<string>()
  const modules = new Set<string>()
  const missing = new Set<string>()
  const visit = (path: string): void => {
    if (files.has(path)) return
    const text = read(path)
    if (text === null) return void missing.add(path)
    files.add(path)
    for (const name of specifiersIn(parseSync(path, text).program)) {
      if (!name.startsWith('.')) modules.add(name)
      else if (/\.[cm]?js$/.test(name)) visit(join(dirname(path), name))
    }
  }
  entries.forEach(visit)
  return { files, modules, missing: [...missing] }
}
