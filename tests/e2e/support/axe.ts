import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** What a theme can break: it changes colours and nothing else. */
const OF_COLOUR = ['color-contrast', 'link-in-text-block']

/** A page that is looked at in many ways is given the measure once: handing it over costs as much as judging. */
const MEASURE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const IS_THERE = 'void 0'

/** Serious and critical findings only, as one line each. Once all was asked, a theme needs only the rules of colour. */
export async function axeFindings(page: Page, ask: 'all' | 'colour' = 'all'): Promise<string[]> {
  const axeSource = (await page.evaluate(() => 'axe' in window)) ? IS_THERE : MEASURE
  // What holds is not asked for: naming every element of it costs more than judging the page.
  const axe = new AxeBuilder({ page, axeSource }).options({ resultTypes: ['violations'] }).setLegacyMode()
  if (ask === 'all') axe.withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
  else axe.withRules(OF_COLOUR)
  const { violations } = await axe.analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`),
    )
}
