import type { Page } from 'playwright'

declare global {
  interface Window {
    /** When the drop that was last waited for stood in the picture, in milliseconds since its key. */
    painted?: Promise<number>
  }
}

/** Times between frames while nothing happens: what one frame takes here. */
export const frames = (page: Page, count: number): Promise<number[]> =>
  page.evaluate(
    (wanted) =>
      new Promise<number[]>((resolve) => {
        const gaps: number[] = []
        let last = performance.now()
        const next = (now: number) => {
          gaps.push(now - last)
          last = now
          if (gaps.length < wanted) requestAnimationFrame(next)
          else resolve(gaps.slice(1))
        }
        requestAnimationFrame(next)
      }),
    count,
  )

/** Waits in the page for the next key, and from it for the frame in which a card stands in a column. */
const watchDrop = (page: Page, dealId: string, column: string): Promise<void> =>
  page.evaluate(
    ([id, to]) => {
      window.painted = new Promise<number>((resolve) => {
        const look = (begun: number) => {
          if (!document.querySelector(`[data-column="${to}"] [data-deal="${id}"]`)) {
            requestAnimationFrame(() => look(begun))
            return
          }
          // The frame in which it stands there has been drawn when the next task runs.
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => resolve(performance.now() - begun)
          port2.postMessage(null)
        }
        const onKey = (event: KeyboardEvent) => requestAnimationFrame(() => look(event.timeStamp))
        addEventListener('keydown', onKey, { capture: true, once: true })
      })
    },
    [dealId, column] as const,
  )

/** From the key that drops a card to the picture in which it stands in its new column, in milliseconds. */
export async function moveTo(page: Page, dealId: string, column: string, arrow: string): Promise<number> {
  const said = (text: string) =>
    page.waitForFunction(
      (part) => document.querySelector('[aria-live="assertive"]')?.textContent?.includes(part),
      text,
    )
  await page.locator(`[data-deal="${dealId}"] h3 a`).focus()
  await page.keyboard.press('Space')
  await said('lifted')
  await page.keyboard.press(arrow)
  // The verdict is there before the drop is timed, as it is for a hand.
  await said('Over')
  await watchDrop(page, dealId, column)
  await page.keyboard.press('Space')
  const ms = await page.evaluate(() => window.painted!)
  // The next one begins when this one is told, and the keyboard is on the card again.
  await page.waitForFunction(
    (id) => document.activeElement?.closest('[data-deal]')?.getAttribute('data-deal') === id,
    dealId,
  )
  return ms
}
