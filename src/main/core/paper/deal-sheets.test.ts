import { expect, test } from 'vitest'
import { seedCanaries } from '../../../../tests/support/canaries.ts'
import { createDeal, euros } from '../../../../tests/support/deal-commands.ts'
import { exportFile } from '../../../../tests/support/exports.ts'
import { openApplication } from '../../../../tests/support/open-application.ts'
import { readDocument } from '../../../../tests/support/read-document.ts'

const sheetsIn = (body: string): string[] => body.split('<article').slice(1)

test('personal data stands in a sheet only where it is ticked', async () => {
  const app = await openApplication()
  const { texts } = await seedCanaries(app)
  const without = await exportFile(app, 'deal-sheet')
  const bare = readDocument(without.bytes)
  expect(texts.filter((text) => bare.text.includes(text))).toEqual([])
  expect(without.result.people).toBe(0)
  expect(bare.style).toContain('Personal data: left out')

  const ticked = await exportFile(app, 'deal-sheet', { options: { personalData: true } })
  const whole = readDocument(ticked.bytes)
  const shown = texts.filter((text) => whole.words.includes(text))
  for (const kind of ['first', 'email', 'phone', 'edited-note', 'help-note', 'loss-note']) {
    expect(
      shown.some((text) => text.startsWith(`canary-${kind}`)),
      kind,
    ).toBe(true)
  }
  expect(ticked.result.people).toBeGreaterThan(3)
})

test('a page per deal, in the order of the selection: head, lifecycle, parties, solutions and timeline', async () => {
  const app = await openApplication()
  const first = await createDeal(app, { name: 'First deal', value: euros(12_345_00) })
  const second = await createDeal(app, { name: '第二笔交易' })
  const { result, bytes } = await exportFile(app, 'deal-sheet', {
    selection: { ids: [second.id, first.id] },
  })
  expect(result).toMatchObject({ rows: 2, files: 1, name: 'tandem-sheets-deals-2026-11-22.html' })
  const [one, two] = sheetsIn(readDocument(bytes).body)
  expect(one).toContain('第二笔交易')
  expect(two).toContain('First deal')
  const { words } = readDocument(bytes)
  for (const said of [
    'EUR 12,345',
    'Closes Mar 31, 2027',
    'Private , because nobody else is on it',
    'Created 10 %, Nov 22, 2026',
    'Won or lost',
    'Nobody else is on this deal.',
    'ColdTrace',
    'Harborline Foods BV',
    'Deal created',
  ]) {
    expect(words.replace(/ ,/g, ' ,')).toContain(said)
  }
})

test('sheets are documents, of some deals, and of no more than a file holds', async () => {
  const app = await openApplication()
  const deal = await createDeal(app)
  const issue = async (input: Parameters<typeof exportFile>[2], format: 'deal-sheet' | 'report') => {
    const error = await app.fail('exports.start', { format, selection: { ids: [deal.id] }, ...input })
    return error.code === 'INVALID_INPUT' ? error.details.issues[0]!.path : error.code
  }
  expect(await issue({ options: { as: 'csv' } }, 'deal-sheet')).toBe('options.as')
  expect(await issue({ options: { as: 'pdf' } }, 'deal-sheet')).toBe('options.as')
  expect(await issue({}, 'report')).toBe('options.report')
  const period = { from: '2026-12-02', to: '2026-12-01' }
  expect(await issue({ options: { report: 'outcomes', period } }, 'report')).toBe('from')
  expect((await app.fail('exports.start', { format: 'deal-sheet' })).code).toBe('INVALID_INPUT')
  expect((await app.fail('exports.start', { format: 'deals-csv' })).code).toBe('INVALID_INPUT')
  const many = Array.from({ length: 501 }, () => deal.id)
  const { jobId } = await app.call('exports.start', { format: 'deal-sheet', selection: { ids: many } })
  await app.app.core.jobs.settled()
  expect(await app.call('jobs.get', { jobId })).toMatchObject({
    state: 'failed',
    error: { code: 'INVALID_INPUT' },
  })
})
