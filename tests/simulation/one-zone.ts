import { type CivilDate, DAY_MS, HOUR_MS, type Instant } from '#shared/domain/time.ts'
import { systemClock } from '#main/workers/system-ports.ts'
import { FakeClock, testApplication } from '../support/application.ts'
import { rawOf, rowsOf } from '../support/database-content.ts'
import { createDeal, execute, person, receiveDeal } from '../support/deal-commands.ts'
import { Random } from '../support/random.ts'

/**
 * A year of invitations in the zone this process runs in, with the real core and the real calendar of the system: every
 * hour around each change of daylight saving of that year, and at random. Prints what the database holds.
 */
const random = new Random(Number(process.argv[2] ?? 1))
const FIRST = Date.UTC(2027, 0, 1)
/** Changes of 2027 in the zones that have them: Berlin, New York, Lord Howe. */
const CHANGES = [
  Date.UTC(2027, 2, 14, 7),
  Date.UTC(2027, 2, 28, 1),
  Date.UTC(2027, 3, 3, 15),
  Date.UTC(2027, 9, 2, 15, 30),
  Date.UTC(2027, 9, 31, 1),
  Date.UTC(2027, 10, 7, 6),
]
const INVITATION_MS = 14 * DAY_MS

/** Invitations whose arrival or deadline falls on a change, and some anywhere. */
const arrivals = [
  ...CHANGES.flatMap((change) =>
    [-1, 0, 1].flatMap((hour) => [change + hour * HOUR_MS, change + hour * HOUR_MS - INVITATION_MS]),
  ),
  ...Array.from({ length: 12 }, () => FIRST + random.int(0, 300 * DAY_MS)),
].sort((a, b) => a - b)

class LocalClock extends FakeClock {
  override dayOf(instant: Instant): CivilDate {
    return systemClock.dayOf(instant)
  }
}

const clock = new LocalClock(new Date(FIRST).toISOString())
const app = await testApplication({ clock })
try {
  const closeDate = '2099-12-31'
  const invited = await createDeal(app, { closeDate })
  for (const [index, at] of arrivals.entries()) {
    clock.advance(at - Date.parse(clock.now()))
    // Before the next sweep has looked at what this hour brings.
    await app.app.look()
    await receiveDeal(app, { closeDate, name: `Deal ${index}` })
    if (index === 5) {
      const contact = person('Iris')
      await execute(app, invited.id, { kind: 'invite-microsoft', help: 'general', contact, consent: true })
    }
  }
  clock.advance(60 * DAY_MS)
  await app.app.look()
  const rows = rowsOf(
    rawOf(app),
    `SELECT kind, at, body ->> 'expiresAt' AS due, body ->> '$.party.expiresAt' AS party_due FROM deal_events ORDER BY seq`,
  )
  const bytes = rows.map((row) => Object.values(row).join(' ')).join('\n')
  // What a person there sees on the calendar, at hours where the zones disagree.
  const local = CHANGES.flatMap((change) =>
    [0, 6, 11, 12, 13, 18].map((hour) =>
      systemClock.dayOf(new Date(change + hour * HOUR_MS).toISOString() as never),
    ),
  ).join(' ')
  const offset = CHANGES.map((change) => new Date(change - HOUR_MS).getTimezoneOffset()).join(' ')
  process.stdout.write(JSON.stringify({ bytes, local: `${local} ${offset}` }))
} finally {
  await app.close()
}
