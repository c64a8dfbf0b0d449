import { defineConfig } from '@playwright/test'
import { CHROMIUM_ARGUMENTS, chromiumPath } from '../support/chromium.ts'
import { SIDE_BY_SIDE } from '../support/side-by-side.ts'
import type { Transport } from './support/transports.ts'

const executablePath = chromiumPath()

/** What measures or photographs screens: they are the same over every transport. */
const LOOKS = /(design|fit|measures|screens|zoom)\.test\.ts$/

/** The same specifications over every transport. What a transport cannot have is skipped by name, with its reason. */
export default defineConfig<object, { transport: Transport }>({
  testDir: '.',
  outputDir: '../../test-results/e2e',
  fullyParallel: true,
  workers: SIDE_BY_SIDE,
  // A test that holds only the second time is told as flaky, and is a defect; it does not stop everybody else's work.
  retries: 1,
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
    { name: 'loopback', use: { transport: 'loopback' } },
    { name: 'electron', testIgnore: LOOKS, use: { transport: 'stand-in' } },
    { name: 'electron-program', testIgnore: LOOKS, use: { transport: 'program' } },
  ],
})
