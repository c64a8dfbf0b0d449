import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from './lay-out.ts'

interface Step {
  readonly name?: string
  readonly uses?: string
  readonly run?: string
  readonly if?: string
  readonly env?: Readonly<Record<string, string>>
}
interface Job {
  readonly steps: readonly Step[]
  readonly permissions?: unknown
  readonly strategy?: { readonly matrix: { readonly os: readonly string[] } }
}
interface Workflow {
  readonly on: Readonly<Record<string, unknown>>
  readonly permissions: unknown
  readonly jobs: Readonly<Record<string, Job>>
}

// The packager reads its own settings with it.
const require = createRequire(import.meta.resolve('app-builder-lib/package.json'))
const { load } = require('js-yaml') as { readonly load: (text: string) => unknown }
const workflow = load(readFileSync(join(ROOT, '.github/workflows/build.yml'), 'utf8')) as Workflow
const steps = Object.values(workflow.jobs).flatMap((job) => job.steps)
const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>
}

test('it may read the repository and nothing else, and runs no code of others with rights of ours', () => {
  expect(workflow.permissions).toEqual({ contents: 'read' })
  expect(Object.values(workflow.jobs).map(({ permissions }) => permissions)).toEqual([undefined, undefined])
  expect(Object.keys(workflow.on)).toEqual(['push', 'pull_request'])
})

test('every action is pinned by the hash of a commit, and leaves no token behind', () => {
  const used = steps.flatMap(({ uses }) => uses ?? [])
  expect(used.length).toBeGreaterThan(4)
  expect(used.filter((uses) => !/^actions\/[\w-]+@[0-9a-f]{40}$/.test(uses))).toEqual([])
  const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'))
  expect(checkouts).toEqual(
    checkouts.map(() => expect.objectContaining({ with: { 'persist-credentials': false } }) as Step),
  )
})

test('a pull request sees no secret', () => {
  const withSecrets = steps.filter((step) => JSON.stringify(step).includes('secrets.'))
  expect(withSecrets).toHaveLength(1)
  expect(withSecrets[0]!.if).toBe("github.event_name != 'pull_request'")
})

test('what others write is never part of a command', () => {
  expect(steps.filter(({ run }) => run?.includes('${{'))).toEqual([])
})

test('three systems, and on each of them the real program, the package, a look at it and a start of it', () => {
  const { strategy, steps: those } = workflow.jobs['package']!
  expect(strategy?.matrix.os.map((name) => name.split('-')[0])).toEqual(['ubuntu', 'windows', 'macos'])
  const order = ['electron/install.js', 'test:electron', 'run package', 'package:inspect', 'package:smoke']
  const runs = those.map(({ run }) => run ?? '')
  const places = order.map((words) => runs.findIndex((run) => run.includes(words)))
  expect(places).toEqual(places.toSorted((one, other) => one - other))
  expect(places).not.toContain(-1)
})

test('each command it names is there', () => {
  const named = steps.flatMap(({ run }) =>
    [...(run ?? '').matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name!),
  )
  expect(named.filter((name) => !(name in scripts))).toEqual([])
})
