import { parseArgs } from 'node:util'
import { type Broken, type Kind, type Simulated, simulate } from './simulate.ts'
import { sameInEveryZone } from './zones.ts'

/**
 * `npm run simulate`: worlds with sleeping, killed and lying computers, in which no invitation may expire early, twice,
 * or not at all. Most have the store in memory around the real clock and rules; some the real core on SQLite.
 * Exit code 1 when a world broke a promise.
 */
const { values } = parseArgs({
  options: {
    /** 1,000,000 worlds, 20,000 of them on SQLite. */
    full: { type: 'boolean' },
    worlds: { type: 'string' },
    sqlite: { type: 'string' },
    seed: { type: 'string' },
    /** One world again, step by step: `memory:17`. */
    world: { type: 'string' },
  },
})
const seed = values.seed === undefined ? Date.now() % 1_000_000 : Number(values.seed)
const say = (text: string): void => void process.stdout.write(`${text}\n`)

function tellBroken({ kind, world, fault, what }: Broken): void {
  say(`  ${fault}: ${what}`)
  say(`  again: npm run simulate -- --seed ${seed} --world ${kind}:${world}`)
}

const figure = (value: number): string => value.toLocaleString('en')

function tell({ kind, worlds, tally, broken, seconds }: Simulated): void {
  const of = (fault: Broken['fault']) => broken.filter((one) => one.fault === fault).length
  const { steps, clocks, expired, answered, doubts } = tally
  say(
    `${kind}: ${figure(worlds)} worlds, seed ${seed}, ${seconds.toFixed(1)} s; ${figure(steps)} steps, ${figure(clocks)} clocks, ${figure(expired)} expired, ${figure(answered)} answered, ${figure(doubts)} doubts`,
  )
  say(
    `  early ${of('early')}, double ${of('double')}, missed ${of('missed')}, clock ${of('clock')}, crashed ${of('crash')}`,
  )
  broken.forEach(tellBroken)
}

if (values.world !== undefined) {
  const [kind, world] = values.world.split(':')
  const result = await simulate(kind as Kind, seed, [Number(world)], say)
  tell(result)
  process.exitCode = result.broken.length > 0 ? 1 : 0
} else {
  const sqlite = Number(values.sqlite ?? (values.full ? 20_000 : 200))
  const memory = Number(values.worlds ?? (values.full ? 1_000_000 : 20_000)) - (values.full ? sqlite : 0)
  const results = [await simulate('memory', seed, memory), await simulate('sqlite', seed, sqlite)]
  results.forEach(tell)
  const zones = await sameInEveryZone(seed)
  say(zones.told)
  process.exitCode = results.some(({ broken }) => broken.length > 0) || !zones.same ? 1 : 0
}
