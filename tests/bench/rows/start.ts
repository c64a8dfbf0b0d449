import { spawnSync } from 'node:child_process'
import { startHost } from '../../support/loopback-host.ts'
import type { Group } from '../bench-context.ts'
import { measure } from '../measure.ts'

/** Row 1: from nothing to the data of a board, through the built host. */
export const start: Group = async ({ bench, build }) => [
  await measure({
    id: '1',
    work: 'Process start to board data (loopback host)',
    floor: 'node -e 0',
    budget: { text: '≤ 2 × in all', mostRatio: 2 },
    samples: 5,
    rounds: 5,
    run: async () => {
      const begun = performance.now()
      const host = await startHost({ script: build.loopback, dataDir: bench.dataDir })
      const answer = await host.call('deals.board', { family: 'standard' })
      const ms = performance.now() - begun
      if (!answer.ok) throw new Error(JSON.stringify(answer.error))
      await host.stop()
      return ms
    },
    runFloor: () => void spawnSync(process.execPath, ['-e', '0']),
  }),
]
