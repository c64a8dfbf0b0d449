import type { Tandem } from '../support/test.ts'

/**
 * One screen of the product, or one dialog, menu or state of it. `open` leads there in English from wherever a page
 * begins, and returns once it is all there. What looks at screens (axe, fit, focus, zoom, pictures) takes them from here.
 */
export interface Screen {
  /** Also the name of its picture: small letters and hyphens. */
  readonly name: string
  readonly open: (tandem: Tandem) => Promise<void>
  /** One of the places a person works in: photographed small too, and tried at 200 %. */
  readonly main?: boolean
  /**
   * What it needs: a sample pipeline that is only looked at, one of its own to change, the first run, or a sample of its own
   * in the window of the desktop.
   */
  readonly ground?: 'shared' | 'own' | 'first-run' | 'desktop'
  /** What is under way cannot be left. */
  readonly stays?: boolean
}
