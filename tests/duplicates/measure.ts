import { type Currency, parseMoney } from '#shared/domain/money.ts'
import { utcDateOf } from '#shared/domain/time.ts'
import type { DealTwin } from '#shared/ipc/contract/deals.ts'
import { fileOf, importLines, preview } from '../support/bulk-csv.ts'
import type { TestApplication } from '../support/application.ts'
import type { Random } from '../support/random.ts'
import { DUPLICATES, NEEDS, OTHERS, type Seeded, lineOfSeeded, original } from './seeded.ts'

/** What became of the probes of one kind, asked one by one (`asked`) or as rows of a file (`rows`). */
export interface KindCount {
  readonly kind: string
  readonly isDuplicate: boolean
  readonly probes: number
  /** Probes for which their own deal was named. */
  readonly found: number
  /** Deals named that are not the probe's own. */
  readonly wrong: number
  /** Rows of a file that were warned of. */
  readonly rows: number
}

export interface Measured {
  readonly kinds: readonly KindCount[]
  readonly precision: number
  readonly recall: number
  readonly rowPrecision: number
  readonly rowRecall: number
}

interface Probe {
  readonly kind: string
  readonly isDuplicate: boolean
  readonly of: number
  readonly deal: Seeded
}

/** Some of a list, each once, in random order. */
function some<T>(items: readonly T[], count: number, random: Random): T[] {
  const left = [...items]
  return Array.from({ length: Math.min(count, left.length) }, () =>
    left.splice(random.int(0, left.length - 1), 1),
  ).flat()
}

/** Per kind so many deals once more, or others like them; each kind takes its deals anew. */
function probesOf(deals: readonly Seeded[], each: number, random: Random): Probe[] {
  const all = [...deals.keys()]
  const running = all.filter((index) => deals[index]!.status === 'accepted')
  const from = (kinds: typeof DUPLICATES, isDuplicate: boolean) =>
    Object.entries(kinds).flatMap(([kind, change]) => {
      const fit = running.filter((index) => NEEDS[kind]?.(deals[index]!) ?? true)
      return some(fit, each, random).map((of): Probe => {
        return { kind, isDuplicate, of, deal: { ...deals[of]!, ...change(deals[of]!, random) } }
      })
    })
  const lost = all.filter((index) => deals[index]!.status === 'lost')
  const again = some(lost, each, random).map((of): Probe => {
    return {
      kind: 'lost, and begun again',
      isDuplicate: false,
      of,
      deal: { ...deals[of]!, status: 'accepted' },
    }
  })
  return [...from(DUPLICATES, true), ...from(OTHERS, false), ...again]
}

const referralOf = (index: number): string => `seed-${index}`

async function ask(app: TestApplication, { deal }: Probe): Promise<readonly DealTwin[]> {
  const { name, customer, country, duns, crmId, closeDate, value, currency } = deal
  const { rows } = await app.call('deals.duplicates', {
    deal: {
      name,
      customer: { name: customer, country, duns },
      value: parseMoney(String(value), currency as Currency)!,
      closeDate,
      crmId: crmId || null,
    },
  })
  return rows
}

/** Deals that are there at first; every tenth was lost: what came to nothing may be begun again. */
async function seeded(app: TestApplication, most: number, random: Random): Promise<Seeded[]> {
  const today = utcDateOf(app.clock.now())
  const deals = Array.from({ length: most }, (_, index): Seeded => {
    const deal = original(random, today)
    return index % 10 === 0 ? { ...deal, status: 'lost' } : deal
  })
  await importLines(
    app,
    deals.map((deal, index) => lineOfSeeded(deal, referralOf(index))),
  )
  return deals
}

/** How many rows are warned of when probes come as a file. */
async function warnedRows(app: TestApplication, probes: readonly Probe[]): Promise<number> {
  const lines = probes.map(({ deal }, index) => lineOfSeeded(deal, `probe-${index}`))
  return (await preview(app, fileOf(lines))).duplicates
}

/** Seeds deals and probes, asks the application for each probe, and counts. */
export async function measure(
  app: TestApplication,
  size: { readonly deals: number; readonly each: number },
  random: Random,
): Promise<Measured> {
  const deals = await seeded(app, size.deals, random)
  const kinds: KindCount[] = []
  for (const [kind, probes] of Map.groupBy(probesOf(deals, size.each, random), (probe) => probe.kind)) {
    const { isDuplicate } = probes[0]!
    const count = { kind, isDuplicate, probes: probes.length, found: 0, wrong: 0, rows: 0 }
    for (const probe of probes) {
      const twins = await ask(app, probe)
      const own = isDuplicate ? referralOf(probe.of) : null
      const found = twins.filter(({ deal }) => deal.referralId === own).length
      count.found += found
      count.wrong += twins.length - found
    }
    count.rows = await warnedRows(app, probes)
    kinds.push(count)
  }
  return { kinds, ...summary(kinds) }
}

/** Precision and recall of what was named, and of the rows that were warned of. */
export function summary(kinds: readonly KindCount[]): Omit<Measured, 'kinds'> {
  const sum = (key: 'probes' | 'found' | 'wrong' | 'rows', of = kinds) =>
    of.reduce((total, kind) => total + kind[key], 0)
  const duplicates = kinds.filter(({ isDuplicate }) => isDuplicate)
  return {
    precision: sum('found') / (sum('found') + sum('wrong')),
    recall: sum('found') / sum('probes', duplicates),
    rowPrecision: sum('rows', duplicates) / sum('rows'),
    rowRecall: sum('rows', duplicates) / sum('probes', duplicates),
  }
}
