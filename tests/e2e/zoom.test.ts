import { SCREENS } from './screens/index.ts'
import { type Size, dress } from './support/dress.ts'
import { misfits } from './support/fit.ts'
import { unreachable } from './support/reach.ts'
import { expect, screenTest as test } from './support/test.ts'

/** A window of 1440 × 900 enlarged to 200 %: as many pixels, half as much room. */
const ZOOMED: Size = { width: 720, height: 450 }

/** Dialogs with much in them, where a low window hurts first. */
const LARGE_DIALOGS = [
  'dialog-accept',
  'dialog-register',
  'dialog-invite-partner',
  'dialog-import',
  'dialog-lost',
]

test.describe.configure({ timeout: 120_000 })
test.use({ viewport: ZOOMED, deviceScaleFactor: 2 })

for (const screen of SCREENS.filter(({ name, main }) => main || LARGE_DIALOGS.includes(name))) {
  test(`at 200 %: ${screen.name}`, async ({ stage }) => {
    const tandem = await stage(screen, ZOOMED)
    await screen.open(tandem)
    for (const locale of ['en', 'zh-CN'] as const) {
      await dress(tandem.page, { locale, theme: 'light', size: ZOOMED })
      expect.soft(await misfits(tandem.page), `fit: ${locale}`).toEqual([])
      expect.soft(await unreachable(tandem.page), `reach: ${locale}`).toEqual([])
    }
  })
}
