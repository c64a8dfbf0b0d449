import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { PrintPdf } from '#main/core/ports.ts'
import { chromiumPath } from '../../../../tests/support/chromium.ts'
import { createDeal } from '../../../../tests/support/deal-commands.ts'
import { exportFile } from '../../../../tests/support/exports.ts'
import { openApplication } from '../../../../tests/support/open-application.ts'
import { programOnPath } from '../../../../tests/support/tools.ts'
import { findChromium } from './find-chromium.ts'
import { printWith } from './print-pdf.ts'

const CHROMIUM = chromiumPath() ?? findChromium(process.platform, process.env)
const PDFTOTEXT = programOnPath('pdftotext')
const never = (): AbortSignal => new AbortController().signal
const print: PrintPdf = (html, pdf) => printWith(CHROMIUM!)(html, pdf, never())

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'tandem-print-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return path
}

/** What an independent reader finds in a PDF, page by page. */
function pagesOf(bytes: Buffer): string[] {
  const path = join(folder(), 'read.pdf')
  writeFileSync(path, bytes)
  const text = execFileSync(PDFTOTEXT!, ['-layout', path, '-'], { encoding: 'utf8' })
  return text.split('\f').filter((page) => page.trim() !== '')
}

test.skipIf(!CHROMIUM || !PDFTOTEXT)(
  'a real browser prints Chinese names, with fonts of the document and a number on every page',
  { timeout: 120_000 },
  async () => {
    const app = await openApplication({ printPdf: print })
    for (const name of ['云岭茶业数据迁移', '龘龖骉深圳']) await createDeal(app, { name })
    const options = { as: 'pdf', personalData: false } as const
    const { result, bytes } = await exportFile(app, 'deal-sheet', { locale: 'zh-CN', options })
    expect(result).toMatchObject({ name: 'tandem-sheets-all-2026-11-22.pdf', rows: 2 })
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
    const pages = pagesOf(bytes)
    expect(pages).toHaveLength(2)
    const text = pages.join('\n')
    for (const name of ['云岭茶业数据迁移', '龘龖骉深圳', '已创建', '时间线']) expect(text).toContain(name)
    pages.forEach((page, index) => expect(page).toContain(`第 ${index + 1} 页，共 2 页`))
    expect(pages[0]).toMatch(/规则版本 2020-10，日志 [0-9a-f]{12}/)

    const again = await exportFile(app, 'deal-sheet', { locale: 'zh-CN', options })
    expect(again.bytes.equals(bytes)).toBe(true)
    // Of printing nothing is left but the files that were asked for.
    expect(readdirSync(join(app.dataDir, 'files')).filter((name) => !name.endsWith('.name'))).toHaveLength(2)
  },
)

test.skipIf(!CHROMIUM)(
  'nobody waits for a print that is not wanted any more',
  { timeout: 60_000 },
  async () => {
    const place = folder()
    const html = join(place, 'document')
    writeFileSync(html, '<!doctype html><title>x</title><p>x')
    const control = new AbortController()
    const printing = printWith(CHROMIUM!)(html, join(place, 'x.pdf'), control.signal)
    control.abort()
    await expect(printing).rejects.toThrow()
    expect(readdirSync(place)).toEqual(['document'])
  },
)

test('a browser that ends before it has printed is an error, and leaves nothing', async () => {
  const place = folder()
  const html = join(place, 'document')
  copyFileSync(import.meta.filename, html)
  await expect(printWith(process.execPath)(html, join(place, 'x.pdf'), never())).rejects.toThrow()
  await expect(printWith(join(place, 'none'))(html, join(place, 'x.pdf'), never())).rejects.toThrow()
  expect(readdirSync(place)).toEqual(['document'])
  expect(readFileSync(html).length).toBeGreaterThan(0)
})
