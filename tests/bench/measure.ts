/** Rounds of work and floor in turn: what else the machine does meets both alike. */
const ROUNDS = 7

/** One thing to time. Gives its own duration in milliseconds where only part of it counts. */
export type Timed = () => Promise<number | void> | number | void

/** One row of the table. Times in milliseconds unless `unit` says otherwise. */
export interface Row {
  readonly id: string
  readonly work: string
  readonly unit: 'ms' | 'MB'
  readonly p50: number
  readonly p99: number
  /** Smallest and largest median of a round. */
  readonly min: number
  readonly max: number
  readonly floor: { readonly name: string; readonly p50: number } | null
  readonly ratio: number | null
  readonly budget: string
  readonly verdict: 'ok' | 'over' | 'no budget'
  readonly note: string
}

/** A row that was not measured, with the reason. */
export interface Skipped {
  readonly id: string
  readonly work: string
  readonly skipped: string
}

/** What a budget allows; every part that is there must hold. */
export interface Budget {
  readonly text: string
  readonly mostRatio?: number
  readonly mostP50?: number
  readonly mostP95?: number
  readonly mostP99?: number
  readonly mostLongest?: number
}

export interface Spec {
  readonly id: string
  readonly work: string
  readonly floor: string | null
  readonly budget: Budget
  /** Samples of the work, and of the floor, in one round. */
  readonly samples: number
  readonly rounds?: number
  readonly run: Timed
  readonly runFloor?: Timed
  readonly note?: string
}

export const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN

export const inOrder = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b)
export const median = (values: readonly number[]): number => percentile(inOrder(values), 0.5)

/** How long something takes, once, in milliseconds. */
export async function timed(run: Timed): Promise<number> {
  const start = performance.now()
  const own = await run()
  return typeof own === 'number' ? own : performance.now() - start
}

async function sample(run: Timed, times: number): Promise<number[]> {
  const all: number[] = []
  for (let left = times; left > 0; left -= 1) all.push(await timed(run))
  return all
}

/** Measures work against its floor in interleaved rounds. One round before them warms both up. */
export async function measure(spec: Spec): Promise<Row> {
  const rounds = spec.rounds ?? ROUNDS
  const works: number[][] = []
  const floors: number[][] = []
  if (rounds > 1) {
    await sample(spec.run, spec.samples)
    if (spec.runFloor) await sample(spec.runFloor, spec.samples)
  }
  for (let round = 0; round < rounds; round += 1) {
    if (spec.runFloor) floors.push(await sample(spec.runFloor, spec.samples))
    works.push(await sample(spec.run, spec.samples))
  }
  return rowOf(spec, works, floors)
}

/** A row from samples taken elsewhere, one list a round. */
export function rowOf(
  spec: Pick<Spec, 'id' | 'work' | 'floor' | 'budget' | 'note'>,
  works: readonly (readonly number[])[],
  floors: readonly (readonly number[])[],
): Row {
  const medians = works.map(median)
  const p50 = median(medians)
  const all = inOrder(works.flat())
  const p99 = percentile(all, 0.99)
  const floorP50 = floors.length > 0 ? median(floors.map(median)) : null
  const ratio = floorP50 === null ? null : p50 / floorP50
  const { text, mostRatio, mostP50, mostP95, mostP99, mostLongest } = spec.budget
  const over =
    (mostRatio !== undefined && ratio !== null && ratio > mostRatio) ||
    (mostP50 !== undefined && p50 > mostP50) ||
    (mostP95 !== undefined && percentile(all, 0.95) > mostP95) ||
    (mostP99 !== undefined && p99 > mostP99) ||
    (mostLongest !== undefined && all.at(-1)! > mostLongest)
  return {
    id: spec.id,
    work: spec.work,
    unit: 'ms',
    p50,
    p99,
    min: Math.min(...medians),
    max: Math.max(...medians),
    floor: floorP50 === null || spec.floor === null ? null : { name: spec.floor, p50: floorP50 },
    ratio,
    budget: text,
    verdict: over ? 'over' : 'ok',
    note: spec.note ?? '',
  }
}

/** A row for an amount that is not a time. */
export const sizeRow = (id: string, work: string, megabytes: number, most: number): Row => ({
  id,
  work,
  unit: 'MB',
  p50: megabytes,
  p99: megabytes,
  min: megabytes,
  max: megabytes,
  floor: null,
  ratio: null,
  budget: `≤ ${most} MB`,
  verdict: megabytes > most ? 'over' : 'ok',
  note: '',
})
