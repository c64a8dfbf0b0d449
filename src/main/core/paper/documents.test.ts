import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { REPORTS } from '#shared/domain/report.ts'
import { LOCALES } from '#shared/domain/settings.ts'
import { RULEBOOK } from '#shared/rules/rulebook.ts'
import { FakeClock, testApplication } from '../../../../tests/support/application.ts'
import { createDeal } from '../../../../tests/support/deal-commands.ts'
import { exportFile } from '../../../../tests/support/exports.ts'
import { openApplication } from '../../../../tests/support/open-application.ts'
import { readDocument } from '../../../../tests/support/read-document.ts'
import { headOf } from '../../db/event-log.ts'
import type { ReadExecutor } from '../../db/executor.ts'

const HOSTILE = `</style></title><script>alert(1)</script><img src=x onerror=alert(1)> "'&amp; 'ünïcode' 云岭`
/** All tags a document is made of: whatever else appears was not escaped. */
const TAGS =
  'a article b body dd defs div dl dt figcaption figure h1 h2 head header html li line meta ol p pattern rect s section small span style svg table tbody td text th thead time title tr'

async function withSample() {
  const app = await openApplication()
  await app.call('sample.load', {})
  return app
}

test.each(LOCALES)(
  'every report is a document in %s that holds what it needs and loads nothing',
  async (locale) => {
    const app = await withSample()
    const { hash } = await headOf(app.app.core.reader.db as unknown as ReadExecutor)
    for (const report of REPORTS) {
      const { result, bytes } = await exportFile(app, 'report', { locale, options: { report } })
      const document = readDocument(bytes)
      expect(result.name).toBe(`tandem-${report}-2026-11-22.html`)
      expect(document.text.startsWith(`<!doctype html>\n<html lang="${locale}">`)).toBe(true)
      expect(document.text).not.toMatch(
        /https?:|url\((?!data:font\/woff2;base64,|#)|@import|<script|\son\w+=|style=/i,
      )
      expect(document.policy).toContain(`default-src 'none'; style-src 'sha256-${document.styleHash}'`)
      expect([document.meta('log-head'), document.meta('rulebook')]).toEqual([hash, RULEBOOK])
      expect([...document.tags].filter((tag) => !TAGS.split(' ').includes(tag))).toEqual([])
      expect(document.words).toContain(hash)
      expect(document.style).toContain('counter(page)')
      expect(document.tags).toContain('table')
      expect(document.tags).toContain('svg')
    }
  },
)

test('what is typed is text in a document, whatever it looks like', async () => {
  const app = await openApplication()
  await createDeal(app, { name: HOSTILE, notes: HOSTILE, campaignId: '<b>' })
  const options = { personalData: true }
  const sheet = readDocument((await exportFile(app, 'deal-sheet', { options })).bytes)
  expect(sheet.words).toContain(HOSTILE)
  expect([...sheet.tags].filter((tag) => !TAGS.split(' ').includes(tag))).toEqual([])
  const filters = { campaignId: '</style><script>"\\' }
  const { bytes } = await exportFile(app, 'report', { options: { report: 'pipeline', filters } })
  const report = readDocument(bytes)
  expect([...report.tags].filter((tag) => !TAGS.split(' ').includes(tag))).toEqual([])
  expect(report.text.match(/<\/style>/g)).toHaveLength(1)
  expect(report.words).toContain('Campaign ID: </style><script>"\\')
})

test('fonts come along for the characters that are there, and no others', async () => {
  const app = await openApplication()
  await createDeal(app, { name: 'Plain' })
  const plain = readDocument((await exportFile(app, 'deal-sheet')).bytes)
  expect(new Set(plain.faces.map(({ family }) => family))).toEqual(new Set(['Inter']))
  const chinese = readDocument((await exportFile(app, 'deal-sheet', { locale: 'zh-CN' })).bytes)
  const spans = chinese.faces.flatMap(({ range }) =>
    range.split(',').map((part) => {
      const [first, last = first] = part.trim().slice(2).split('-')
      return [Number.parseInt(first!, 16), Number.parseInt(last!, 16)] as const
    }),
  )
  const missing = [...new Set(chinese.words)].filter((character) => {
    const code = character.codePointAt(0)!
    return code > 0x20 && !spans.some(([first, last]) => code >= first && code <= last)
  })
  expect(missing).toEqual([])
  expect(chinese.faces.some(({ family }) => family === 'Noto Sans SC')).toBe(true)
})

test('two copies of one closed data folder give the same bytes, and so does the same again', async () => {
  const app = await testApplication()
  onTestFinished(() => rmSync(app.dataDir, { recursive: true, force: true }))
  await app.call('sample.load', {})
  await app.shut()
  const copies = [0, 1].map(() => mkdtempSync(join(tmpdir(), 'tandem-copy-')))
  for (const copy of copies) cpSync(app.dataDir, copy, { recursive: true })
  const written: string[][] = []
  for (const [index, dataDir] of copies.entries()) {
    // Opened a minute apart: the moment of writing stands in no file.
    const clock = new FakeClock(`2026-11-22T09:0${index}:00.000Z`)
    const copied = await testApplication({ dataDir, clock })
    onTestFinished(() => copied.close())
    const files = async () => [
      ...(await Promise.all(
        (['html', 'csv', 'xlsx'] as const).map((as) =>
          exportFile(copied, 'report', { locale: 'zh-CN', options: { report: 'changes', as } }),
        ),
      )),
      await exportFile(copied, 'report', { options: { report: 'pipeline', currency: null } }),
      await exportFile(copied, 'deal-sheet', { options: { personalData: true } }),
    ]
    for (const made of [await files(), await files()])
      written.push(made.map(({ bytes }) => bytes.toString('base64')))
  }
  const [first, ...others] = written
  expect(first).toHaveLength(5)
  for (const other of others) expect(other).toEqual(first)
})

test('a report of the past is dated then, in one currency and with its filter in words', async () => {
  const app = await withSample()
  const asOf = '2026-10-31T23:59:59.999Z'
  const options = {
    report: 'forecast',
    asOf,
    currency: 'EUR',
    filters: { types: ['co-sell'] },
  } as const
  const { bytes } = await exportFile(app, 'report', {
    options: { ...options, filters: { types: ['co-sell'] } },
  })
  const { words, meta } = readDocument(bytes)
  expect(words).toContain('As of Oct 31, 2026')
  expect(words).toContain('Type: Co-sell')
  expect(words).toContain('EUR only')
  expect(words).not.toContain('USD')
  expect(meta('as-of')).toBe('2026-10-31')
})
