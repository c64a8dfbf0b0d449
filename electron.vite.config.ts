import { readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'
import { licences } from './scripts/packaging/licences/plugin.ts'
import { bundleManifest } from './scripts/packaging/bundle-manifest.ts'
import { stampOf } from './scripts/packaging/stamp.ts'
import { stamped } from './scripts/packaging/stamped.ts'
import { updateKey } from './scripts/packaging/update-key.ts'

const source = (path: string) => resolve(import.meta.dirname, 'src', path)

const FONTS = ['inter', 'noto-sans-sc'] as const

/**
 * Documents carry their fonts with them (docs/exchange.md): the slices stand beside the bundles, in folders laid out as
 * their packages are.
 */
const documentFonts = (): Plugin => ({
  name: 'document-fonts',
  generateBundle() {
    for (const font of FONTS) {
      const folder = resolve(import.meta.dirname, 'node_modules/@fontsource-variable', font)
      const slices = readdirSync(join(folder, 'files')).filter((name) => name.endsWith('-wght-normal.woff2'))
      for (const file of ['unicode.json', 'LICENSE', ...slices.map((name) => `files/${name}`)]) {
        const source = readFileSync(join(folder, file))
        this.emitFile({ type: 'asset', fileName: `fonts/${font}/${file}`, source })
      }
    }
  },
})

/** The pictures beside the clock and on the taskbar stand beside the bundle too: Electron reads them from the disk. */
const deskIcons = (): Plugin => ({
  name: 'desk-icons',
  generateBundle() {
    for (const kind of ['tray', 'badge']) {
      const folder = resolve(import.meta.dirname, 'resources/icons', kind)
      for (const file of readdirSync(folder)) {
        const source = readFileSync(join(folder, file))
        this.emitFile({ type: 'asset', fileName: `icons/${kind}/${file}`, source })
      }
    }
  },
})

const fontPackages = FONTS.map((font) => `@fontsource-variable/${font}`)
const { collect, write } = licences(import.meta.dirname, fontPackages)

export default defineConfig({
  main: {
    plugins: [
      documentFonts(),
      deskIcons(),
      stamped(stampOf(import.meta.dirname, process.env)),
      updateKey(process.env['TANDEM_UPDATE_KEY']),
      collect(),
    ],
    build: {
      outDir: 'out/main',
      externalizeDeps: true,
      rollupOptions: {
        input: {
          electron: source('main/hosts/electron/index.ts'),
          loopback: source('main/hosts/loopback/index.ts'),
          engine: source('main/workers/engine.ts'),
          jobs: source('main/workers/jobs.ts'),
        },
        output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    plugins: [collect()],
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      rollupOptions: {
        input: { preload: source('main/hosts/electron/preload.ts') },
        // A sandboxed preload must be one CommonJS file.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: source('renderer'),
    build: {
      outDir: resolve(import.meta.dirname, 'out/renderer'),
      minify: true,
      // Small fonts as data: URIs would be stopped by the Content Security Policy.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rollupOptions: { input: source('renderer/index.html') },
    },
    plugins: [vue({ features: { optionsAPI: false } }), collect(), write(), bundleManifest()],
  },
})
