import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Page, chromium } from 'playwright'
import { CHROMIUM_ARGUMENTS, chromiumPath } from '../../tests/support/chromium.ts'
import { type Square, icns, ico } from './containers.ts'
import { appIcon, badgeIcon, documentIcon, macIcon, templateIcon, trayIcon } from './draw.ts'

/**
 * `npm run icons`: draws every icon of the program anew into resources/icons, in Chromium. What it writes is committed:
 * a build needs no browser.
 */
const FOLDER = join(import.meta.dirname, '../../resources/icons')
const SIZES = [16, 24, 32, 48, 64, 128, 256, 512]
const WINDOWS = [16, 20, 24, 32, 48, 64, 256]
const MAC = [16, 32, 64, 128, 256, 512, 1024]

function write(name: string, bytes: Buffer): void {
  const path = join(FOLDER, name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, bytes)
}

async function render(page: Page, size: number, svg: string): Promise<Square> {
  await page.setViewportSize({ width: size, height: size })
  await page.setContent(`<style>body{margin:0}svg{display:block}</style>${svg}`)
  return { size, png: await page.screenshot({ omitBackground: true }) }
}

const executablePath = chromiumPath()
const browser = await chromium.launch({
  args: CHROMIUM_ARGUMENTS,
  ...(executablePath ? { executablePath } : {}),
})
const page = await browser.newPage({ deviceScaleFactor: 1 })

async function all(sizes: readonly number[], draw: (size: number) => string): Promise<Square[]> {
  const squares: Square[] = []
  for (const size of sizes) squares.push(await render(page, size, draw(size)))
  return squares
}

// A Mac keeps both in one folder: their names differ.
for (const [name, file, draw, drawMac] of [
  ['app', 'icon', appIcon, macIcon],
  ['document', 'tandem-file', documentIcon, documentIcon],
] as const) {
  for (const { size, png } of await all(SIZES, draw)) write(`${name}/${size}x${size}.png`, png)
  write(`${name}/${file}.ico`, ico(await all(WINDOWS, draw)))
  write(`${name}/${file}.icns`, icns(await all(MAC, drawMac)))
}
for (const answer of [false, true]) {
  const name = answer ? 'tandem-answer' : 'tandem'
  const [plain, fine] = await all([24, 48], (size) => trayIcon(size, answer))
  write(`tray/${name}.png`, plain!.png)
  write(`tray/${name}@2x.png`, fine!.png)
  write(`tray/${name}.ico`, ico(await all([16, 20, 24, 32, 48], (size) => trayIcon(size, answer))))
  const [one, two] = await all([18, 36], (size) => templateIcon(size, answer))
  write(`tray/${name}Template.png`, one!.png)
  write(`tray/${name}Template@2x.png`, two!.png)
}
for (const words of ['1', '2', '3', '4', '5', '6', '7', '8', '9', '9+']) {
  const [one, two] = await all([16, 32], (size) => badgeIcon(size, words))
  const name = words === '9+' ? '9-plus' : words
  write(`badge/${name}.png`, one!.png)
  write(`badge/${name}@2x.png`, two!.png)
}
await browser.close()
