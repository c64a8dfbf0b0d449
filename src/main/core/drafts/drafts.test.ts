import { readFileSync, statSync } from 'node:fs'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { MOST_DRAFT_BYTES } from '#shared/ipc/contract/drafts.ts'
import { databaseFile } from '#main/db/open.ts'
import { type TestApplication, testApplication } from '../../../../tests/support/application.ts'
import { rawOf, scalarOf } from '../../../../tests/support/database-content.ts'
import { addPartner, addSolution, customer, person } from '../../../../tests/support/deal-commands.ts'
import { openApplication } from '../../../../tests/support/open-application.ts'
import { writtenDraft } from '../../../../tests/support/written-draft.ts'

let app: TestApplication

beforeEach(async () => {
  app = await openApplication()
})

const save = (form = writtenDraft(), draftId: string | null = null) =>
  app.call('drafts.save', { draftId, form })
const formOf = async (draftId: string) => (await app.call('drafts.get', { draftId })).form

test('everything typed comes back, after opening again too', async () => {
  const first = await testApplication()
  const { draftId, savedAt } = await first.call('drafts.save', { draftId: null, form: writtenDraft() })
  expect(savedAt).toBe('2026-11-22T09:00:00.000Z')
  const second = await first.reopen()
  onTestFinished(() => second.close())
  expect(await second.call('drafts.get', { draftId })).toEqual({ draftId, savedAt, form: writtenDraft() })
})

test('the list has the newest first, named as far as there is a name', async () => {
  const first = await save(writtenDraft({ name: ' First ' }))
  app.clock.advance(60_000)
  await save({})
  app.clock.advance(60_000)
  await save(writtenDraft({ name: 'First, again' }), first.draftId)
  expect(await app.call('drafts.list', {})).toEqual({
    rows: [
      expect.objectContaining({ name: 'First, again', customerName: 'Harborline Foods BV' }),
      expect.objectContaining({ name: '', customerName: '' }),
    ],
  })
})

test('a save is one commit, and is announced', async () => {
  const heard: string[] = []
  app.app.subscribe(({ name }) => heard.push(name))
  const { draftId } = await save()
  await app.call('drafts.discard', { draftId })
  expect(heard).toEqual(['drafts.changed', 'drafts.changed'])
  expect(scalarOf(rawOf(app), 'SELECT count(*) FROM deal_events')).toBe(0)
})

test('a draft of 64 KiB is kept, a longer one is INVALID_INPUT and leaves the one before', async () => {
  const member = () => ({ ...person('Ana'), phone: 'x'.repeat(150) })
  const size = (count: number) => JSON.stringify({ team: Array.from({ length: count }, member) }).length
  let most = 1
  while (size(most + 1) <= MOST_DRAFT_BYTES) most += 1
  const form = (count: number) => ({ team: Array.from({ length: count }, member) })
  const { draftId } = await save(form(most))
  const error = await app.fail('drafts.save', { draftId, form: form(most + 1) })
  expect(error).toMatchObject({ code: 'INVALID_INPUT', details: { issues: [{ path: 'form' }] } })
  expect((await formOf(draftId)).team).toHaveLength(most)
})

test('bytes count, not letters', async () => {
  const notes = '港'.repeat(4000)
  const invite = { ...writtenDraft().partners![0]!, notes }
  const form = { partners: Array.from({ length: 6 }, () => invite) }
  expect(JSON.stringify(form).length).toBeLessThan(MOST_DRAFT_BYTES)
  expect((await app.fail('drafts.save', { draftId: null, form })).code).toBe('INVALID_INPUT')
})

test('what was picked comes back as the directory has it now', async () => {
  const picked = await app.call('customers.save', customer('Harborline'))
  const solution = await app.call('solutions.save', { name: 'ColdTrace', kind: 'own' })
  const partnerId = await addPartner(app)
  const [partner] = (await app.call('partners.search', {})).rows.filter(({ id }) => id === partnerId)
  const base = writtenDraft()
  const invite = {
    ...base.partners![0]!,
    partner: { name: 'b', choice: { kind: 'known' as const, partner: partner! } },
    solutions: [solution],
  }
  const form = { customer: { ...base.customer!, picked }, solutions: [solution], partners: [invite] }
  const { draftId } = await save(form)
  expect(await formOf(draftId)).toEqual(form)
  const tagged = await app.call('solutions.save', { ...solution, incentive: 'ip-co-sell' })
  const renamed = await app.call('partners.save', { ...partner!, name: 'Brink & Daughters' })
  const now = await formOf(draftId)
  expect([now.solutions, now.partners![0]!.solutions]).toEqual([[tagged], [tagged]])
  expect(now.partners![0]!.partner.choice).toEqual({ kind: 'known', partner: renamed })
})

test('what is gone from the directory is no longer picked, and its name stays as typed', async () => {
  await app.call('sample.load', {})
  const [picked] = (await app.call('customers.search', { limit: 1 })).rows
  const [partner] = (await app.call('partners.search', { limit: 1 })).rows
  const { rows: solutions } = await app.call('solutions.search', { text: '', limit: 2 })
  const own = await addSolution(app, 'Own')
  const [ours] = (await app.call('solutions.search', { text: 'Own' })).rows.filter(({ id }) => id === own)
  const base = writtenDraft()
  const { draftId } = await save({
    customer: { ...base.customer!, name: 'x', picked: picked! },
    solutions: [...solutions, ours!],
    partners: [
      {
        ...base.partners![0]!,
        partner: { name: 'x', choice: { kind: 'known', partner: partner! } },
        solutions,
      },
    ],
  })
  await app.call('sample.clear', {})
  const now = await formOf(draftId)
  expect(now.customer).toMatchObject({ name: picked!.name, picked: null })
  expect(now.solutions).toEqual([ours])
  expect(now.partners![0]).toMatchObject({ partner: { name: partner!.name, choice: null }, solutions: [] })
})

test('a discarded draft leaves no trace in the file', async () => {
  const raw = rawOf(app)
  /** Whether the file holds a text, once the log is written back into it. */
  const holds = (text: string): boolean => {
    raw.pragma('wal_checkpoint(TRUNCATE)')
    return readFileSync(databaseFile(app.dataDir)).includes(text)
  }
  // Longer than a page, so that it also stands where the rest of a long row does.
  const secret = (index: number) => `canary-${index}. `.repeat(300)
  const kept = await save(writtenDraft({ name: 'Kept', notes: 'canary-kept' }))
  const { draftId } = await save()
  for (let index = 0; index < 20; index += 1) {
    await save(writtenDraft({ notes: secret(index), team: [person('Canary')] }), draftId)
    expect(holds(`canary-${index}. `)).toBe(true)
  }
  expect(holds('canary@kestrel')).toBe(true)
  await app.call('drafts.discard', { draftId })
  const texts = Array.from({ length: 20 }, (_, index) => `canary-${index}. `)
  expect(['canary@kestrel', draftId, ...texts].filter(holds)).toEqual([])
  expect(holds('canary-kept')).toBe(true)
  expect(statSync(`${databaseFile(app.dataDir)}-wal`).size).toBe(0)
  expect((await app.call('drafts.list', {})).rows.map((draft) => draft.draftId)).toEqual([kept.draftId])
})
