import type { Plugin } from 'vite'
import type { Stamp } from './stamp.ts'

/** Puts the stamp of the build beside the bundle, as `build.json` (src/main/hosts/build-stamp.ts reads it). */
export const stamped = (stamp: Stamp): Plugin => ({
  name: 'build-stamp',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'build.json', source: `${JSON.stringify(stamp)}\n` })
  },
})
