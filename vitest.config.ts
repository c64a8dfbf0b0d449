import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // One core of two would stay idle if the runner kept it for itself.
    maxWorkers: '100%',
    // Nothing has a size in happy-dom, so nothing can scroll there.
    onConsoleLog: (text) => !text.startsWith('Auto scrolling has been attached'),
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          include: [
            'src/{shared,main}/**/*.test.ts',
            'tests/{contract,duplicates,exchange,model,packaging,rulebook,simulation}/**/*.test.ts',
            'scripts/**/*.test.ts',
          ],
          testTimeout: 120_000,
        },
      },
      {
        plugins: [vue()],
        test: {
          name: 'screens',
          environment: 'happy-dom',
          include: ['src/renderer/**/*.test.ts'],
          testTimeout: 30_000,
        },
      },
    ],
  },
})
