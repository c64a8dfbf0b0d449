import { parseArgs } from 'node:util'
import { allProofs } from './proofs.ts'

/**
 * `npm run exchange`: what goes in comes out unchanged, nothing that goes out runs as a formula, other readers see the
 * same, and the same folder gives the same bytes. Exit code 1 where anything differs.
 */
const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000' },
    hostile: { type: 'string', default: '50000' },
  },
})
const SHOWN = 5
const say = (text: string): void => void process.stdout.write(`${text}\n`)

const proofs = await allProofs({ rows: Number(values.rows), hostile: Number(values.hostile) })
for (const { name, counted, wrong, skipped } of proofs) {
  const verdict = skipped ? 'skip ' : wrong.length === 0 ? 'ok   ' : 'WRONG'
  say(`${verdict}  ${name.padEnd(52)} ${skipped ?? String(counted).padStart(9)}`)
  if (wrong.length > 0) say(`         ${wrong.length} wrong`)
  for (const what of wrong.slice(0, SHOWN)) say(`         ${what.slice(0, 200)}`)
}
const holds = proofs.every(({ wrong }) => wrong.length === 0)
say(holds ? 'Everything holds.' : 'Something differs.')
process.exitCode = holds ? 0 : 1
