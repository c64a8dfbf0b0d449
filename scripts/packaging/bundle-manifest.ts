import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { MANIFEST_FILE, manifestOf } from '../../src/main/hosts/bundle-manifest.ts'

/** What the hosts serve is written down when it is built: by path, type, size and content. Without it no host starts. */
export const bundleManifest = (): Plugin => ({
  name: 'bundle-manifest',
  writeBundle({ dir }) {
    if (dir) writeFileSync(join(dir, MANIFEST_FILE), JSON.stringify(manifestOf(dir)))
  },
})
