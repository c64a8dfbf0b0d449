import { defineConfig } from '@playwright/test'
import { CHROMIUM_ARGUMENTS, chromiumPath } from '../support/chromium.ts'

const executablePath = chromiumPath()

/** What only the Electron host has, on the stand-in. The scenarios it shares with the other host are in tests/e2e. */
export default defineConfig({
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
  projects: [{ name: 'stand-in' }],
})
