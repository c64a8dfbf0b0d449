import { parseArgs } from 'node:util'
import { testApplication } from '../support/application.ts'
import { Random } from '../support/random.ts'
import { type KindCount, measure, summary } from './measure.ts'

/**
 * `npm run duplicates`: deals entered twice in the ways people do it, and deals that only look a little alike, among
 * seeded ones; prints what the warning finds of each kind. Exit code 1 where precision or recall is below 0.95.
 */
const LEAST = 0.95
const { values } = parseArgs({
  options: {
    deals: { type: 'string', default: '1500' },
    /** Probes of each kind. */
    each: { type: 'string', default: '100' },
    seeds: { type: 'string', default: '5' },
  },
})
const say = (text: string): void => void process.stdout.write(`${text}\n`)

const all = new Map<string, KindCount>()
for (let seed = 1; seed <= Number(values.seeds); seed += 1) {
  const app = await testApplication({ checkOutputs: false })
  const size = { deals: Number(values.deals), each: Number(values.each) }
  const { kinds } = await measure(app, size, new Random(seed))
  await app.close()
  for (const kind of kinds) {
    const sum = all.get(kind.kind)
    const add = (key: 'probes' | 'found' | 'wrong' | 'rows') => kind[key] + (sum?.[key] ?? 0)
    all.set(kind.kind, {
      ...kind,
      probes: add('probes'),
      found: add('found'),
      wrong: add('wrong'),
      rows: add('rows'),
    })
  }
}
const kinds = [...all.values()]
const cells = (...numbers: (number | string)[]) => numbers.map((cell) => String(cell).padStart(9)).join('')
for (const isDuplicate of [true, false]) {
  const title = isDuplicate ? 'The same deal once more' : 'Another deal'
  say(`${title.padEnd(44)}${cells('probes', 'found', 'others', 'rows')}`)
  for (const { kind, probes, found, wrong, rows } of kinds.filter((one) => one.isDuplicate === isDuplicate)) {
    say(`  ${kind.padEnd(42)}${cells(probes, isDuplicate ? found : '', wrong, rows)}`)
  }
}
const { precision, recall, rowPrecision, rowRecall } = summary(kinds)
const share = (value: number) => value.toFixed(4)
say(`\nAsked one by one:  precision ${share(precision)}, recall ${share(recall)}`)
say(`Rows of a file:    precision ${share(rowPrecision)}, recall ${share(rowRecall)}`)
const holds = [precision, recall, rowPrecision, rowRecall].every((value) => value >= LEAST)
say(holds ? `All at least ${LEAST}.` : `Below ${LEAST}.`)
process.exitCode = holds ? 0 : 1
