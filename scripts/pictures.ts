import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright'
import { SCREENS, type Screen } from '../tests/e2e/screens/index.ts'
import { DesktopHost } from '../tests/e2e/support/desktop.ts'
import { type Dress, LARGE, SMALL, dress } from '../tests/e2e/support/dress.ts'
import { Host } from '../tests/e2e/support/host.ts'
import { type SampleHost, startSampleHost } from '../tests/e2e/support/sample-host.ts'
import { type Tandem, tandemOn } from '../tests/e2e/support/test.ts'
import { STARTS } from '../tests/e2e/support/transports.ts'
import { CHROMIUM_ARGUMENTS, chromiumPath } from '../tests/support/chromium.ts'
import { type UpdatingBuild, takeUpdatingBuild } from '../tests/support/updating-build.ts'
import { smallPng } from './small-png.ts'

/**
 * `npm run pictures`: every screen of the catalogue as docs/pictures shows it, in both languages and themes, the places
 * one works in also in a small window. Each screen is opened once and dressed anew. `npm run pictures board deal` takes
 * only those. Pictures of what is gone are removed, and the index is written anew.
 */
const FOLDER = join(import.meta.dirname, '../docs/pictures')
const wanted = process.argv.slice(2)
const screens = SCREENS.filter(({ name }) => wanted.length === 0 || wanted.includes(name))

const LOOKS: readonly Dress[] = (['en', 'zh-CN'] as const).flatMap((locale) => [
  { locale, theme: 'light', size: LARGE },
  { locale, theme: 'dark', size: LARGE },
])
const SMALL_LOOKS: readonly Dress[] = (['en', 'zh-CN'] as const).map((locale) => ({
  locale,
  theme: 'light',
  size: SMALL,
}))
const looksOf = ({ main }: Screen): readonly Dress[] => [...LOOKS, ...(main ? SMALL_LOOKS : [])]

const fileOf = ({ name }: Screen, { locale, theme, size }: Dress): string =>
  `${name}.${locale}.${theme}${size === LARGE ? '' : `.${size.width}`}.png`

/** What every screen may stand on. */
interface Ground {
  readonly browser: Browser
  readonly sample: SampleHost
  readonly build: UpdatingBuild
}

async function begin({ ground = 'shared' }: Screen, { browser, sample, build }: Ground): Promise<Tandem> {
  const context = await browser.newContext({ viewport: LARGE, locale: 'en-US', reducedMotion: 'reduce' })
  if (ground === 'shared') {
    const page = await context.newPage()
    await sample.admit(page)
    await page.goto(`${sample.host.link.origin}/`)
    return tandemOn(page, sample.host)
  }
  const host = ground === 'desktop' ? new DesktopHost(build) : new Host(STARTS.loopback)
  const tandem = tandemOn(await host.open(context), host)
  if (ground !== 'first-run') await tandem.start.begin('sample')
  return tandem
}

async function take(screen: Screen, ground: Ground): Promise<void> {
  const tandem = await begin(screen, ground)
  const { page, host } = tandem
  if (screen.ground !== 'first-run') await page.getByRole('navigation').first().waitFor()
  await dress(page, { locale: 'en', theme: 'light', size: LARGE })
  await screen.open(tandem)
  for (const look of looksOf(screen)) {
    await dress(page, look)
    writeFileSync(join(FOLDER, fileOf(screen, look)), smallPng(await page.screenshot({ caret: 'hide' })))
  }
  if (host !== ground.sample.host) await host.stop()
  await page.context().close()
}

/** A picture that belongs to no screen any more. */
function removeOld(): void {
  const known = new Set(SCREENS.flatMap((screen) => looksOf(screen).map((look) => fileOf(screen, look))))
  for (const file of readdirSync(FOLDER))
    if (file.endsWith('.png') && !known.has(file)) rmSync(join(FOLDER, file))
}

function writeIndex(): void {
  const link = (screen: Screen, look: Dress, text: string) => `[${text}](${fileOf(screen, look)})`
  const lines = SCREENS.map((screen) => {
    const large = LOOKS.map((look) => link(screen, look, look.theme))
    const small = SMALL_LOOKS.map((look) => (screen.main ? link(screen, look, '1024') : ''))
    return `| ${screen.name} | ${large[0]} ${large[1]} ${small[0]} | ${large[2]} ${large[3]} ${small[1]} |`
  })
  const text = [
    '# Every screen',
    '',
    'Taken by `npm run pictures` from the sample pipeline: 1440 × 900, and 1024 × 700 for the places one works in.',
    '',
    '| Screen | English | 简体中文 |',
    '| --- | --- | --- |',
    ...lines,
    '',
  ]
  writeFileSync(join(FOLDER, 'README.md'), text.map((line) => line.replaceAll(/ +\|/g, ' |')).join('\n'))
}

mkdirSync(FOLDER, { recursive: true })
const executablePath = chromiumPath()
const browser = await chromium.launch({
  args: CHROMIUM_ARGUMENTS,
  ...(executablePath ? { executablePath } : {}),
})
const sample = await startSampleHost(browser)
const build = takeUpdatingBuild('pictures')
try {
  for (const screen of screens) await take(screen, { browser, sample, build })
  removeOld()
  writeIndex()
  const taken = screens.reduce((sum, screen) => sum + looksOf(screen).length, 0)
  process.stdout.write(`${taken} pictures in docs/pictures\n`)
} finally {
  await sample.host.stop()
  build.remove()
  await browser.close()
}
