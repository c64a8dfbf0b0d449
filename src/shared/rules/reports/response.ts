import { ANSWER_BUCKETS } from '#shared/domain/report.ts'
import { within } from '#shared/domain/report-period.ts'
import { DAY_MS } from '#shared/domain/time.ts'
import { type Fact, answeredAt, waitedMs } from './fact.ts'
import { type Line, type Seen, type Table, mean, median, rate, worth } from './lines.ts'

const expired = ({ status }: Fact): boolean => status === 'expired'
const declined = ({ status }: Fact): boolean => status === 'declined'

function answerFigures(deals: readonly Fact[]) {
  const answered = deals.filter((fact) => !expired(fact))
  return {
    answered: worth(answered),
    accepted: worth(answered.filter((fact) => !declined(fact))),
    declined: worth(deals.filter(declined)),
    expired: worth(deals.filter(expired)),
  }
}

/** How long inbound deals waited for our answer, or until they ran out, and how many we took (RULEBOOK 10). */
export function response(facts: readonly Fact[], { period }: Seen): Table {
  const done = facts.filter((fact) => within(period, answeredAt(fact)))
  const days = new Map(done.map((fact) => [fact, waitedMs(fact)! / DAY_MS]))
  const lines = ANSWER_BUCKETS.map(({ key, fromDays, beforeDays }): Line => {
    const deals = done.filter((fact) => {
      const waited = days.get(fact)!
      return waited >= fromDays && (beforeDays === null || waited < beforeDays)
    })
    return {
      key,
      group: { fromDays, beforeDays },
      figures: answerFigures(deals),
      measures: { shareRate: rate(deals.length, done.length) },
    }
  })
  const figures = {
    ...answerFigures(done),
    waiting: worth(facts.filter(({ status }) => status === 'received')),
  }
  const count = (name: 'accepted' | 'declined' | 'expired') => figures[name].deals.length
  const times = figures.answered.deals.map((fact) => waitedMs(fact)!)
  const measures = {
    acceptanceRate: rate(count('accepted'), done.length),
    expiredRate: rate(count('expired'), count('declined') + count('expired')),
    medianMs: median(times),
    meanMs: mean(times),
  }
  return { lines, totals: { figures, measures } }
}
