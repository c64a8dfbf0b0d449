import { existsSync } from 'node:fs'
import type { NativeImage } from 'electron'

/** Pictures, by where they come from. */
export class StandInNativeImage {
  readonly #paths = new WeakMap<object, string>()

  createFromPath(path: string): NativeImage {
    const image = { isEmpty: () => !existsSync(path) } as NativeImage
    this.#paths.set(image, path)
    return image
  }
  /** Where a picture comes from; null for none. */
  pathOf(image: NativeImage | null): string | null {
    return (image && this.#paths.get(image)) ?? null
  }
}
