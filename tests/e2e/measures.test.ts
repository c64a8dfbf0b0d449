import { expect, test } from '@playwright/test'
import { axeFindings } from './support/axe.ts'
import { misfits } from './support/fit.ts'
import { walkByTab } from './support/focus.ts'
import { stretch } from './support/stretch.ts'

/** The measures themselves: they say nothing of what is right, and something of each thing that is wrong. */
const STYLE =
  '<style>* { font: 13px/20px sans-serif; margin: 0 } .box { width: 60px; white-space: nowrap }</style>'

const LYING: readonly (readonly [string, string, string])[] = [
  ['past its box', 'past its box', '<div class="box">Words that are longer than their box</div>'],
  [
    'cut off',
    'cut off',
    '<div class="box" style="overflow: hidden">Words that are longer than their box</div>',
  ],
  ['cut off below', 'cut off below', '<div style="height: 22px; overflow: hidden">One<br>two<br>three</div>'],
  [
    'an ellipsis that keeps the rest to itself',
    'shortened for good',
    '<div class="box" style="overflow: hidden; text-overflow: ellipsis">Words that are longer than their box</div>',
  ],
  [
    'sideways',
    'scrolls sideways',
    '<div class="box" style="overflow: auto">Words that are longer than it</div>',
  ],
  [
    'one over the other',
    'prints over',
    '<div>First words</div><div style="margin-top: -14px">Other words</div>',
  ],
  [
    'a placeholder',
    'does not fit its field',
    '<input placeholder="Search all that can be found" style="width: 60px">',
  ],
  ['a wide window', 'the window scrolls sideways', '<div style="width: 3000px">Words</div>'],
]

for (const [what, said, html] of LYING) {
  test(`what lies badly is found: ${what}`, async ({ page }) => {
    await page.setContent(STYLE + html)
    expect((await misfits(page)).join('\n')).toContain(said)
  })
}

test('what lies well is not', async ({ page }) => {
  await page.setContent(`${STYLE}
    <p>Words with room</p>
    <div class="box" title="A long name, all of it here" style="overflow: hidden; text-overflow: ellipsis">A long name, all of it here</div>
    <div style="height: 40px; overflow: auto">One<br>two<br>three<br>four</div>
    <input placeholder="Find" /><div class="box" data-fit="drawn">Meant to be longer than its box</div>
    <div style="position: fixed; top: 0; left: 0; background: white">Over the page</div>`)
  expect(await misfits(page)).toEqual([])
})

test('a focus that is not seen, and one that is lost, are found', async ({ page }) => {
  await page.setContent(`<button>Seen</button><button style="outline: none">Unseen</button>
    <button onfocus="this.blur()">Lost</button><button>Last</button>`)
  const faults = await walkByTab(page)
  expect(faults.join('\n')).toContain('not seen on <button style="outline: none">')
  expect(faults.join('\n')).toContain('the focus is lost')
})

test('a stretched text is 40 % longer, word by word, and keeps what is filled in', () => {
  const long = stretch('Move to stage {stage} and say why')
  expect(long).toContain('{stage}')
  const letters = (text: string): number => text.replace(/\{\w+\}/g, '').match(/\p{L}/gu)!.length
  expect(letters(long) / letters('Move to stage {stage} and say why')).toBeCloseTo(1.4, 1)
  expect(stretch('{count} deal | {count} deals')).toMatch(/^\{count\} \S+ \| \{count\} \S+$/)
})

test('what nobody can read or name is found, and only what the question covers', async ({ page }) => {
  await page.setContent(`<html lang="en"><title>Page</title><main><h1>Words</h1>
    <p style="color: #bbb; background: #fff">Too pale</p><input></main></html>`)
  const all = (await axeFindings(page)).join('\n')
  expect(all).toContain('color-contrast')
  expect(all).toContain('label')
  const ofColour = (await axeFindings(page, 'colour')).join('\n')
  expect(ofColour).toContain('Too pale')
  expect(ofColour).not.toContain('label:')
})
