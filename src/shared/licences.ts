/** One thing of others that is part of the product, as `licences.json` of a build lists it. */
export interface Component {
  readonly name: string
  /** Empty where it is told elsewhere: Chromium's belongs to Electron's. */
  readonly version: string
  /** An SPDX expression, or where else to look. */
  readonly licence: string
  /** The text of the licence as its makers wrote it; null where it comes beside the program. */
  readonly text: string | null
}
