import { createHash } from 'node:crypto'
import type { Deal } from '#shared/domain/deal.ts'
import { ordered } from '#shared/domain/differing-fields.ts'
import type { PersonId } from '#shared/domain/ids.ts'
import type { ReadExecutor } from '../../db/executor.ts'
import { PersonalData } from '../../db/personal-data.ts'

const ROWS_PER_SLICE = 500

const noNewId = (): string => {
  throw new Error('hashing writes nothing')
}

type Add = (table: string, value: unknown) => void

/** Deals as they are, with the records and columns of their files and the favourite; not how often they changed. */
async function addDeals(db: ReadExecutor, add: Add): Promise<void> {
  let last = ''
  for (;;) {
    const rows = await db
      .selectFrom('deals')
      .select(['id', 'state'])
      .where('id', '>', last)
      .orderBy('id')
      .limit(ROWS_PER_SLICE)
      .execute()
    if (rows.length === 0) return
    const states = await new PersonalData(noNewId).open<Deal>(
      db,
      rows.map(({ state }) => state),
    )
    for (const { version: _version, updatedAt: _updatedAt, ...content } of states) add('deals', content)
    last = rows.at(-1)!.id
  }
}

async function addDirectory(db: ReadExecutor, add: Add): Promise<void> {
  for (const table of ['customers', 'solutions'] as const) {
    for (const row of await db.selectFrom(table).selectAll().orderBy('id').execute()) add(table, row)
  }
  const partners = await db.selectFrom('partners').selectAll().orderBy('id').execute()
  const contacts = await new PersonalData(noNewId).peopleByIds(
    db,
    partners.flatMap(({ contact }) => (contact === null ? [] : [contact as PersonId])),
  )
  for (const { contact, ...partner } of partners) {
    add('partners', { ...partner, contact: contacts.get(contact as PersonId) ?? null })
  }
  const offered = db.selectFrom('people').selectAll().where('team_at', 'is not', null).orderBy('id')
  for (const row of await offered.execute()) add('people', row)
}

/**
 * SHA-256 over what a person keeps in Tandem: every deal (with what files say of it word for word, and its favourite),
 * customers, partners, solutions and the people that are offered. Not over versions and moments of change, the log, the
 * inbox, or settings: two stores with equal hashes hold the same, however they came to it. Read it in a snapshot.
 */
export async function contentHash(db: ReadExecutor): Promise<string> {
  const hash = createHash('sha256')
  const add: Add = (table, value) => hash.update(`${table} ${ordered(value)}\n`)
  await addDeals(db, add)
  await addDirectory(db, add)
  return hash.digest('hex')
}
