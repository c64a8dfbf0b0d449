import { uuidv7 } from 'uuidv7'
import { expect, onTestFinished, test } from 'vitest'
import { temporaryFolder } from '../../../tests/support/folder.ts'
import type { ReadExecutor } from './executor.ts'
import { openWriter } from './open.ts'
import { ERASED_PERSON, PersonalData } from './personal-data.ts'

const ana = { firstName: 'Ana', lastName: 'Silva', phone: '+1', email: 'ana@kestrel.example' }

async function store() {
  const { db, raw } = await openWriter(temporaryFolder())
  onTestFinished(() => db.destroy())
  const reading = db as unknown as ReadExecutor
  return {
    raw,
    seal: (personal: PersonalData, values: readonly unknown[]) =>
      db.transaction().execute((trx) => personal.seal(trx, values)),
    open: (personal: PersonalData, sealed: readonly string[]) => personal.open<unknown>(reading, sealed),
    count: (table: string) => raw.prepare(`SELECT count(*) FROM ${table}`).pluck().get(),
  }
}
const fresh = () => new PersonalData(uuidv7)

test('a person becomes an id, wherever in the value it stands', async () => {
  const { seal, open } = await store()
  const value = { team: [ana, { ...ana, firstName: 'Bo' }], deep: [{ contact: ana }], contact: null }
  const [sealed] = await seal(fresh(), [value])
  expect(sealed).not.toMatch(/Ana|Silva|kestrel/)
  expect(await open(fresh(), [sealed!])).toEqual([value])
})

test('the same person is stored once, in one unit of work or in many', async () => {
  const { seal, count } = await store()
  const first = await seal(fresh(), [{ a: ana, b: ana }, ana])
  const second = await seal(fresh(), [{ a: ana, b: ana }, ana])
  expect(second).toEqual(first)
  expect(await count('people')).toBe(1)
})

test('people who differ in one field are different people', async () => {
  const { seal, count } = await store()
  const others = [ana, { ...ana, phone: '+2' }, { ...ana, lastName: 'S' }, { ...ana, email: 'b@c.example' }]
  await seal(fresh(), others)
  expect(await count('people')).toBe(4)
})

test('free text becomes an id: notes, the note of a correction, closing and answer notes', async () => {
  const { seal, open } = await store()
  const value = {
    notes: 'a',
    nested: { note: 'b', closedNotes: 'c' },
    list: [{ answerNotes: 'd' }],
    name: 'e',
  }
  const [sealed] = await seal(fresh(), [value])
  const text = { $text: expect.any(String) as string }
  expect(JSON.parse(sealed!)).toEqual({
    notes: text,
    nested: { note: text, closedNotes: text },
    list: [{ answerNotes: text }],
    name: 'e',
  })
  expect(await open(fresh(), [sealed!])).toEqual([value])
})

test('what is not there stays not there: null notes, no contact', async () => {
  const { seal, open, count } = await store()
  const value = { notes: null, contact: null, team: [] }
  const [sealed] = await seal(fresh(), [value])
  expect(await open(fresh(), [sealed!])).toEqual([value])
  expect([await count('people'), await count('texts')]).toEqual([0, 0])
})

test('columns of a file beyond our model are free text: they may name people', async () => {
  const { seal, open } = await store()
  const external = { engagementId: 'E', referralId: 'R', extra: { 'Microsoft team member 1': 'Ana, Silva' } }
  const [sealed] = await seal(fresh(), [{ external }])
  expect(sealed).not.toContain('Silva')
  expect(await open(fresh(), [sealed!])).toEqual([{ external }])
})

test.for(['$person', '$text', 'notes', '__proto__', 'firstName', 'constructor'])(
  'a column a file calls %s is a column like any other',
  async (header) => {
    const { seal, open } = await store()
    const [victim] = await seal(fresh(), [ana])
    const id = (JSON.parse(victim!) as { $person: string }).$person
    const extra = JSON.parse(`{${JSON.stringify(header)}: ${JSON.stringify(id)}}`) as object
    const [sealed] = await seal(fresh(), [{ external: { extra } }])
    const [opened] = (await open(fresh(), [sealed!])) as [{ external: { extra: object } }]
    expect(JSON.stringify(opened.external.extra)).toBe(JSON.stringify(extra))
  },
)

test('no extra columns cost no text', async () => {
  const { seal, open, count } = await store()
  const [sealed] = await seal(fresh(), [{ extra: {} }])
  expect(await open(fresh(), [sealed!])).toEqual([{ extra: {} }])
  expect(await count('texts')).toBe(0)
})

test('who was erased comes back as nobody, and what was erased as nothing', async () => {
  const { raw, seal, open } = await store()
  const [sealed] = await seal(fresh(), [{ contact: ana, notes: 'secret', extra: { a: 'b' } }])
  raw.exec('DELETE FROM people; DELETE FROM texts')
  expect(await open(fresh(), [sealed!])).toEqual([{ contact: ERASED_PERSON, notes: '', extra: {} }])
})

test('more people and texts than one statement can name come back all the same', async () => {
  const { seal, open } = await store()
  const values = Array.from({ length: 1300 }, (_, index) => ({
    contact: { ...ana, email: `p${index}@kestrel.example` },
    notes: `note ${index}`,
  }))
  expect(await open(fresh(), await seal(fresh(), values))).toEqual(values)
})
