import type { TestApplication } from './application.ts'

/** Every statement that some work asks of the reading connection. */
export async function statementsOf(app: TestApplication, work: () => Promise<unknown>): Promise<string[]> {
  const statements = new Set<string>()
  const { raw } = app.app.core.reader
  const prepare = raw.prepare.bind(raw)
  raw.prepare = (text: string) => {
    statements.add(text)
    return prepare(text)
  }
  try {
    await work()
  } finally {
    raw.prepare = prepare
  }
  return [...statements]
}

/** How SQLite answers a statement, step by step. */
export function planOf(app: TestApplication, statement: string): string[] {
  const values = Array.from(statement.matchAll(/\?/g), () => null)
  const plan = app.app.core.reader.raw.prepare(`EXPLAIN QUERY PLAN ${statement}`).all(...values)
  return (plan as { detail: string }[]).map(({ detail }) => detail)
}

/** What is wrong with the way SQLite answers a statement: sorting by itself, or reading a table without an index. */
export const planFaults = (app: TestApplication, statement: string): string[] =>
  planOf(app, statement)
    .filter((step) => /TEMP B-TREE|^SCAN (?!.*USING)/.test(step) && !/VIRTUAL TABLE/.test(step))
    .map((step) => `${step} — ${statement}`)
