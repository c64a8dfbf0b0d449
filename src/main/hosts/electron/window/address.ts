import { PLACES } from '#shared/domain/places.ts'

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const KEPT = new RegExp(
  `^(?:${PLACES.join('|')}|/insights/[a-z]{1,20}|/deal/${UUID}|/new(?=\\?)(?=.*[?&]draft=${UUID}(?:&|$)))(?=[?#]|$)`,
)
const DRAFT = new RegExp(`[?&]draft=(${UUID})(?:&|$)`)

/** The screen of the first start. */
export const FIRST_SCREEN = '/today'

/**
 * What of a screen's address is kept for the next start: which screen it is and whose, by ids alone. What was typed or
 * filtered is left out; null: nothing of it may be kept. `address`: what follows "#" in the address of the page.
 */
export function keptAddress(address: string): string | null {
  const screen = KEPT.exec(address)?.[0]
  if (screen === undefined) return null
  return screen === '/new' ? `/new?draft=${DRAFT.exec(address)![1]}` : screen
}
