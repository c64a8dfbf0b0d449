import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { CheckResult } from '#main/core/integrity/finding.ts'
import { contentHash } from '#main/core/integrity/content-hash.ts'
import { verifyStore } from '#main/core/integrity/verify-store.ts'
import type { ReadExecutor } from '#main/db/executor.ts'
import { SCHEMA_VERSION, schemaVersion } from '#main/db/migrate.ts'
import { databaseFile, openReader } from '#main/db/open.ts'

/**
 * `npm run verify -- --data-dir D`: checks a data folder from the first page to the last counter, and tells the hash
 * of what is in it (core/integrity/content-hash). Changes nothing and may run beside the application. Exit code 0: everything holds; 1: something differs; 2: there is nothing to check.
 */
const SHOWN = 5

const say = (text: string): void => void process.stdout.write(`${text}\n`)

function giveUp(why: string): never {
  process.stderr.write(`${why}\n`)
  process.exit(2)
}

const line = ({ check, counted, faults }: CheckResult): string =>
  `${faults === 0 ? 'ok   ' : 'WRONG'}  ${check.padEnd(13)} ${String(counted).padStart(9)}${faults === 0 ? '' : `   ${faults} wrong`}`

const { values } = parseArgs({ options: { 'data-dir': { type: 'string' } } })
const dataDir = values['data-dir']
if (dataDir === undefined) giveUp('Which folder? npm run verify -- --data-dir FOLDER')
if (!existsSync(databaseFile(dataDir))) giveUp(`There is no Tandem database in ${dataDir}.`)

const reader = openReader(dataDir)
const version = schemaVersion(reader)
if (version !== SCHEMA_VERSION) {
  giveUp(`This database has schema ${version}; this Tandem checks schema ${SCHEMA_VERSION}.`)
}
const db = reader.db as unknown as ReadExecutor
const results = await verifyStore(db)
const content = await db.transaction().execute(contentHash)
await reader.db.destroy()
for (const result of results) {
  say(line(result))
  for (const { subject, fault } of result.findings.slice(0, SHOWN)) say(`         ${subject}: ${fault}`)
}
say(`content        ${content}`)
const wrong = results.filter(({ faults }) => faults > 0)
say(wrong.length === 0 ? 'Everything holds.' : `Wrong: ${wrong.map(({ check }) => check).join(', ')}`)
process.exitCode = wrong.length === 0 ? 0 : 1
