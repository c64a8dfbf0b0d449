import { cpSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import vue from '@vitejs/plugin-vue'
import { build } from 'vite'
import { bundleManifest } from '../../scripts/packaging/bundle-manifest.ts'

const ROOT = join(import.meta.dirname, '../..')
const FOLDER = join(ROOT, 'node_modules/.cache/tandem/development/out')

/**
 * Builds the screens as a developer has them, with what `import.meta.env.DEV` opens, beside a copy of the built hosts.
 * Gives the script of the loopback host that serves them.
 */
export async function developmentBuild(): Promise<string> {
  const before = process.env['NODE_ENV']
  process.env['NODE_ENV'] = 'development'
  try {
    await build({
      configFile: false,
      root: join(ROOT, 'src/renderer'),
      base: './',
      mode: 'development',
      logLevel: 'error',
      plugins: [vue({ features: { optionsAPI: false } }), bundleManifest()],
      build: {
        outDir: join(FOLDER, 'renderer'),
        emptyOutDir: true,
        minify: false,
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
      },
    })
  } finally {
    if (before === undefined) delete process.env['NODE_ENV']
    else process.env['NODE_ENV'] = before
  }
  mkdirSync(FOLDER, { recursive: true })
  cpSync(join(ROOT, 'out/main'), join(FOLDER, 'main'), { recursive: true })
  cpSync(join(ROOT, 'package.json'), join(FOLDER, '../package.json'))
  return join(FOLDER, 'main/loopback.js')
}
