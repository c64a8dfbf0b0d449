import ts from 'typescript'
import type { Element } from './template.ts'
import type { Source } from './source.ts'

/** What a rule found: where, and what is wrong there. */
export interface Problem {
  readonly at: ts.Node | Element | null
  readonly what: string
}

/** One rule of the gate. Its id begins with the item of the checklist it belongs to (docs/electron-security.md). */
export interface Rule {
  readonly id: string
  /** What to do when it fails. */
  readonly fix: string
  /** The files it looks at. */
  readonly files: (path: string) => boolean
  /** Files that must be there: without them nothing is held. */
  readonly needs?: readonly string[]
  readonly check: (source: Source) => Iterable<Problem>
}

export const problem = (at: Problem['at'], what: string): Problem => ({ at, what })

/** The first place a name stands at outside of comments, types of parameters and import lists included. */
export const named = (source: Source, name: string): readonly ts.Node[] => source.values.said.get(name) ?? []

interface Guard {
  readonly id: string
  readonly fix: string
  readonly files: (path: string) => boolean
  /** Names that stand nowhere, however they are written. */
  readonly names: readonly string[]
  /** Files in which some of the names are known. */
  readonly known?: Readonly<Record<string, readonly string[]>>
}

const TYPE_ONLY = (node: ts.Node): boolean =>
  ts.isTypeReferenceNode(node.parent) ||
  ts.isTypeAliasDeclaration(node.parent) ||
  (ts.isImportSpecifier(node.parent) && node.parent.isTypeOnly)

/** A rule of names that may not stand anywhere but in known files: as a name, a text, or a text in pieces. */
export const guarded = ({ id, fix, files, names, known = {} }: Guard): Rule => ({
  id,
  fix,
  files,
  *check(source) {
    const allowed = known[source.path] ?? []
    for (const name of names) {
      if (allowed.includes(name)) continue
      for (const node of named(source, name)) {
        if (!TYPE_ONLY(node)) yield problem(node, `names "${name}"`)
      }
    }
  },
})
