import { createHash } from 'node:crypto'
import { Random } from '../support/random.ts'
import { killOwnHosts } from './own-hosts.ts'
import type { PromiseTest, Torture } from './promise-test.ts'

export interface Failure {
  readonly attempt: number | 'preparation' | 'end'
  readonly what: string
}

/** What became of one promise. */
export interface Report {
  readonly id: string
  readonly runs: number
  readonly failures: readonly Failure[]
}

export interface Asked {
  readonly full: boolean
  readonly seed: number
  /** One attempt alone; null: all of them. */
  readonly attempt: number | null
}

const MOST_TOLD = 5

const say = (text: string): void => void process.stdout.write(`${text}\n`)

/** Chance of one attempt alone: the same whether it is repeated with all the others or without. */
const randomOf = (seed: number, id: string, attempt: number): Random =>
  new Random(createHash('sha256').update(`${seed} ${id} ${attempt}`).digest().readUInt32BE())

const wordsOf = (error: unknown): string =>
  error instanceof Error
    ? `${error.name === 'Error' ? '' : `${error.name}: `}${error.message}`
    : String(error)

const replay = (id: string, { full, seed }: Asked, attempt: Failure['attempt']): string =>
  `npm run torture --${full ? ' --full' : ''} --only ${id} --seed ${seed}${typeof attempt === 'number' ? ` --run ${attempt}` : ''}`

/** A promise with its test, whatever its attempts share. */
export interface Promised {
  readonly id: string
  readonly put: (torture: Torture, asked: Asked) => Promise<Report>
}

export const promised = <S>(test: PromiseTest<S>): Promised => ({
  id: test.id,
  put: (torture, asked) => put(test, torture, asked),
})

/** Puts one promise to the test and tells how it went, failures with the command that repeats them. */
async function put<S>(test: PromiseTest<S>, torture: Torture, asked: Asked): Promise<Report> {
  const { id, title } = test
  const startedMs = performance.now()
  const impossible = test.impossible()
  if (impossible !== null) {
    say(`${id.padEnd(4)} skipped: ${impossible} — ${title}`)
    return { id, runs: 0, failures: [] }
  }
  const { attempts, failures, told } = await attemptAll(test, torture, asked)
  const runs = attempts * test.runsEach
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1)
  say(
    `${id.padEnd(4)} runs ${String(runs).padStart(6)}  failures ${String(failures.length).padStart(3)}  seed ${asked.seed}  ${seconds.padStart(6)} s  ${title}${told === '' ? '' : ` (${told})`}`,
  )
  for (const { attempt, what } of failures.slice(0, MOST_TOLD)) {
    say(`     ${attempt}: ${what}`)
    say(`     again: ${replay(id, asked, attempt)}`)
  }
  return { id, runs, failures }
}

async function attemptAll<S>(
  test: PromiseTest<S>,
  torture: Torture,
  { full, seed, attempt }: Asked,
): Promise<{ attempts: number; failures: Failure[]; told: string }> {
  const failures: Failure[] = []
  const tried = async <T>(which: Failure['attempt'], work: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await work()
    } catch (error) {
      failures.push({ attempt: which, what: wordsOf(error) })
      return undefined
    }
  }
  const state = await tried('preparation', () => test.prepare(torture))
  if (failures.length > 0) {
    await killOwnHosts()
    return { attempts: 0, failures, told: '' }
  }
  const most = full ? test.attempts.full : test.attempts.short
  const numbers = attempt === null ? Array.from({ length: most }, (_, index) => index) : [attempt]
  for (const number of numbers) {
    await tried(number, () => test.attempt(state as S, randomOf(seed, test.id, number), number))
  }
  const told = (await tried('end', () => test.finish(state as S))) ?? ''
  await killOwnHosts()
  return { attempts: numbers.length, failures, told }
}
