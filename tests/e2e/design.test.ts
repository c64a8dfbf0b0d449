import { readFileSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { developmentBuild } from '../support/development-build.ts'
import { axeFindings } from './support/axe.ts'
import { LARGE, dress, settled } from './support/dress.ts'
import { misfits } from './support/fit.ts'
import { walkByTab } from './support/focus.ts'
import { startSampleHost } from './support/sample-host.ts'
import { expect, test } from './support/test.ts'

const ROOT = join(import.meta.dirname, '../..')
/** Draws nothing of its own: what a date field keeps half typed. Takes the focus as it comes: the question in a dialog. */
const UNSEEN = ['DateMemory', 'DiscardQuestion']
const UI = join(ROOT, 'src/renderer/src/ui')

test('the design system shows every part in both themes, and nothing in it is wrong', async ({
  browser,
  page,
}) => {
  test.setTimeout(120_000)
  const sample = await startSampleHost(browser, await developmentBuild())
  try {
    await sample.admit(page)
    await page.goto(`${sample.host.link.origin}/#/design`)
    const parts = readdirSync(UI, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.vue'))
      .map((file) => basename(file, '.vue'))
      .filter((part) => !UNSEEN.includes(part))
    expect(parts.length).toBeGreaterThanOrEqual(20)
    for (const part of [...parts, 'Colour', 'Space', 'Type', 'Radius', 'Elevation', 'Motion']) {
      await expect(page.locator(`[data-part="${part}"]`), part).toHaveCount(2)
    }
    await dress(page, { locale: 'en', theme: 'light', size: LARGE })
    expect(await axeFindings(page)).toEqual([])
    expect(await misfits(page)).toEqual([])
    expect(await walkByTab(page, 90)).toEqual([])
    await page.setViewportSize({ width: LARGE.width, height: 3900 })
    await page.locator('.design').evaluate((element) => element.scrollTo(0, 0))
    await settled(page)
    await page.screenshot({ path: join(ROOT, 'test-results/design.png') })
  } finally {
    await sample.host.stop()
  }
})

test('what is built for people has no design system, and no language that does not exist', () => {
  const folder = join(ROOT, 'out/renderer')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  expect(files.filter((file) => /design/i.test(file))).toEqual([])
  const scripts = files.filter((file) => /\.(js|css|html)$/.test(file))
  expect(scripts.length).toBeGreaterThan(5)
  const telling = /Design system|\/design["'`]|x-long/
  expect(scripts.filter((file) => telling.test(readFileSync(join(folder, file), 'utf8')))).toEqual([])
})
