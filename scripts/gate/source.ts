import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { parse as parseVue } from 'vue/compiler-sfc'
import { everyNode } from './ast.ts'
import { isConfiguration } from './shape.ts'
import { type Element, elementsOf, expressionsOf } from './template.ts'
import { Values } from './values.ts'

/** Files by their path from the root of the repository: what is on disk, or that with planted changes. */
export type Files = ReadonlyMap<string, string>

/** One script of a file: all of a `.ts`, a block of a `.vue`, or the expressions of its template. */
export interface Script {
  readonly ast: ts.SourceFile
  /** Lines of the file before the script begins. */
  readonly above: number
}

/** A file as the rules see it: parsed once. */
export class Source {
  readonly path: string
  readonly text: string
  readonly scripts: readonly Script[]
  readonly elements: readonly Element[]
  #values: Values | null = null

  constructor(path: string, text: string) {
    this.path = path
    this.text = text
    const { scripts, elements } = parsed(path, text)
    this.scripts = scripts
    this.elements = elements
  }

  /** What the scripts name and say, with constant texts added up. */
  get values(): Values {
    return (this.#values ??= new Values(this.scripts.map(({ ast }) => ast)))
  }

  /** The statements of the file's own script, in their order. */
  get statements(): readonly ts.Statement[] {
    return this.scripts[0]?.ast.statements ?? []
  }

  /** The line of a node in the file, from one. */
  lineOf(node: ts.Node): number {
    const ast = node.getSourceFile()
    const above = this.scripts.find((script) => script.ast === ast)?.above ?? 0
    return above + ast.getLineAndCharacterOfPosition(node.getStart(ast)).line + 1
  }

  /** Every node of the scripts. */
  *nodes(): Generator<ts.Node> {
    for (const { ast } of this.scripts) yield* everyNode(ast)
  }
}

const script = (name: string, text: string, above = 0): Script => ({
  ast: ts.createSourceFile(name, text, ts.ScriptTarget.ES2024, true, ts.ScriptKind.TS),
  above,
})

function parsed(path: string, text: string): { scripts: Script[]; elements: Element[] } {
  if (path.endsWith('.ts') && path.startsWith('src/')) return { scripts: [script(path, text)], elements: [] }
  if (!/\.(vue|html)$/.test(path)) return { scripts: [], elements: [] }
  // A page is the template of nothing else.
  const whole = path.endsWith('.html')
    ? `<template>\n${text.replace(/<!doctype[^>]*>/i, '')}</template>`
    : text
  const { descriptor } = parseVue(whole, { filename: path, ignoreEmpty: false })
  const blocks = [descriptor.scriptSetup, descriptor.script].filter((block) => block !== null)
  const elements = descriptor.template?.ast ? elementsOf(descriptor.template.ast) : []
  return {
    scripts: [
      ...blocks.map(({ content, loc }) => script(path, content, loc.start.line - 1)),
      script(`${path}.template`, expressionsOf(descriptor.template?.ast)),
    ],
    elements,
  }
}

const WANTED = /\.(ts|vue|html|css|[cm]jsx?|jsx?|[cm]ts|tsx)$/
const TESTS = /\.(test|bench)\.ts$|\.test-d\.ts$|\/testing\//

const LISTED = /\.(ts|mjs|cjs|js|json|ya?ml|plist|sh|nsh)$/

/** The page that is shipped, when it is built, and what says how the application is made and started. */
function around(root: string): string[] {
  const named = readdirSync(root).filter((name) => isConfiguration(name) || name === 'package-lock.json')
  const inFolders = ['scripts', '.github', 'build'].flatMap((folder) =>
    existsSync(join(root, folder))
      ? readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map(
          (name) => `${folder}/${name.replaceAll('\\', '/')}`,
        )
      : [],
  )
  const built = ['out/renderer/index.html'].filter((path) => existsSync(join(root, path)))
  return [...named, ...inFolders.filter((path) => isConfiguration(path) && LISTED.test(path)), ...built]
}

/** The sources of the application and, when it is built, the page that is shipped. */
export function readFiles(root: string): Files {
  const files = new Map<string, string>()
  for (const name of readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })) {
    const path = `src/${name.replaceAll('\\', '/')}`
    if (WANTED.test(path) && !TESTS.test(path)) files.set(path, readFileSync(join(root, path), 'utf8'))
  }
  for (const path of around(root)) files.set(path, readFileSync(join(root, path), 'utf8'))
  return files
}
