import type { Group } from '../bench-context.ts'
import { type Row, inOrder, median, percentile, rowOf } from '../measure.ts'
import { frames, moveTo } from '../page/frames.ts'
import { interactionsOf } from '../page/interactions.ts'
import { SCENARIOS } from '../scenarios.ts'
import { type Screens, openScreens } from '../screens.ts'

const FRAME_MS = 1000 / 60
const ROUNDS = 5
const MOVES = 8
const WHEELS = 120

/** Row 16: a card moved by keyboard, there and back. */
async function cardMove(screens: Screens): Promise<Row> {
  const page = await screens.open('/pipeline')
  const card = page.locator('[data-column="created"] [data-deal]').first()
  const dealId = (await card.getAttribute('data-deal'))!
  const works: number[][] = []
  const floors: number[][] = []
  for (let round = 0; round <= ROUNDS; round += 1) {
    const times: number[] = []
    floors.push(await frames(page, 60))
    for (let move = 0; move < MOVES; move += 1) {
      times.push(await moveTo(page, dealId, 'qualified', 'ArrowRight'))
      times.push(await moveTo(page, dealId, 'created', 'ArrowLeft'))
    }
    works.push(times)
  }
  await page.close()
  const measured = works.slice(1)
  const p95 = percentile(inOrder(measured.flat()), 0.95)
  return rowOf(
    {
      id: '16',
      work: 'Card move to paint',
      floor: 'one frame',
      budget: { text: 'one frame p50, two p95', mostP50: 1.1 * FRAME_MS, mostP95: 2.1 * FRAME_MS },
      note: `p95 ${p95.toFixed(1)} ms`,
    },
    measured,
    floors.slice(1),
  )
}

/** Row 17: frames while a list of everything is scrolled to and fro. */
async function scrolling(screens: Screens): Promise<Row> {
  const page = await screens.open('/deals/outbound')
  await page.locator('[role="row"][data-index]').first().waitFor()
  await page.mouse.move(700, 500)
  const works: number[][] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const gaps = frames(page, WHEELS)
    for (let wheel = 0; wheel < WHEELS / 2; wheel += 1) {
      await page.mouse.wheel(0, round % 2 === 0 ? 400 : -400)
    }
    works.push(await gaps)
  }
  await page.close()
  const budget = { text: 'no frame over 50 ms', mostLongest: 50 }
  const note = `longest ${Math.max(...works.flat()).toFixed(1)} ms`
  return rowOf({ id: '17', work: 'Scrolling a list', floor: 'one frame', budget, note }, works, [[FRAME_MS]])
}

/** Row 18: every key and click of every scenario, to the next picture. */
async function interactions(screens: Screens): Promise<Row> {
  const works: number[][] = []
  const told: string[] = []
  for (const { name, path, play } of SCENARIOS) {
    const page = await screens.open(path)
    await play(page)
    const times = await interactionsOf(page)
    await page.close()
    works.push(times)
    const sorted = inOrder(times)
    told.push(`${name} ${times.length}: ${median(times)}/${percentile(sorted, 0.95)}/${sorted.at(-1)}`)
  }
  const all = inOrder(works.flat())
  return rowOf(
    {
      id: '18',
      work: `Interaction to next paint, ${all.length} of ${SCENARIOS.length} scenarios`,
      floor: null,
      budget: { text: 'p95 ≤ 100 ms', mostP95: 100 },
      note: `p95 ${percentile(all, 0.95)} ms; p50/p95/longest: ${told.join(', ')}`,
    },
    works,
    [],
  )
}

/** Rows 16 to 18: what a person sees of it, on real screens in real Chromium. */
export const screens: Group = async (context) => {
  const opened = await openScreens(context)
  try {
    return [await cardMove(opened), await scrolling(opened), await interactions(opened)]
  } finally {
    await opened.close()
  }
}
