import type { Rule } from './rule.ts'
import { RULES } from './rules.ts'
import { type Files, Source } from './source.ts'

/** What the gate found: a rule, a place, and what to do. */
export interface Finding {
  readonly rule: string
  readonly file: string
  readonly line: number
  readonly what: string
  readonly fix: string
}

/** The gate keeps what it parsed, so that one changed file costs one file. */
export class Gate {
  readonly #rules: readonly Rule[]
  readonly #sources = new Map<string, { text: string; findings: readonly Finding[] }>()

  constructor(rules: readonly Rule[] = RULES) {
    this.#rules = rules
  }

  /** Everything that is not of the known shape. */
  run(files: Files): Finding[] {
    const missing = this.#rules.flatMap(({ id, needs = [], fix }) =>
      needs
        .filter((file) => !files.has(file))
        .map((file) => ({ rule: id, file, line: 1, what: 'the file is missing', fix })),
    )
    return [...missing, ...[...files].flatMap(([path, text]) => this.#look(path, text))]
  }

  #look(path: string, text: string): readonly Finding[] {
    const known = this.#sources.get(path)
    if (known?.text === text) return known.findings
    const findings = this.#check(new Source(path, text))
    // The first text of a file is what is on disk: what is planted later comes and goes.
    if (!known) this.#sources.set(path, { text, findings })
    return findings
  }

  #check(source: Source): Finding[] {
    return this.#rules
      .filter(({ files }) => files(source.path))
      .flatMap(({ id, fix, check }) =>
        [...check(source)].map(({ at, what }) => ({
          rule: id,
          file: source.path,
          line: at === null ? 1 : 'tag' in at ? at.line : source.lineOf(at),
          what,
          fix,
        })),
      )
  }
}

export const wordsOf = ({ rule, file, line, what, fix }: Finding): string =>
  `${file}:${line}  [${rule}] ${what}\n    ${fix}`
