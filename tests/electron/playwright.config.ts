import { defineConfig } from '@playwright/test'
import { CHROMIUM_ARGUMENTS, chromiumPath } from '../support/chromium.ts'
import type { ElectronOptions } from './support/test.ts'

const executablePath = chromiumPath()

/** The same specifications twice: on the stand-in, and on Electron itself where its program is installed. */
export default defineConfig<ElectronOptions>({
  testDir: '.',
  outputDir: '../../test-results/electron',
  fullyParallel: false,
  workers: 1,
  timeout: 60_000,
  expect: { timeout: 8_000 },
  reporter: [['list']],
  use: {
    viewport: { width: 1440, height: 900 },
    locale: 'en-US',
    launchOptions: { args: CHROMIUM_ARGUMENTS, ...(executablePath ? { executablePath } : {}) },
    contextOptions: { reducedMotion: 'reduce' },
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'stand-in', use: { electronProgram: 'stand-in' } },
    { name: 'electron', testMatch: 'application.test.ts', use: { electronProgram: 'real' } },
  ],
})
