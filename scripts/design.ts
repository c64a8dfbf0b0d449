import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { developmentBuild } from '../tests/support/development-build.ts'

/** `npm run design`: a development build on a data folder of its own; the design system is at #/design in it. */
const script = await developmentBuild()
const dataDir = mkdtempSync(join(tmpdir(), 'tandem-design-'))
process.stderr.write('Open the address below, choose how to begin, then go to #/design.\n')
const child = spawn(process.execPath, [script, '--data-dir', dataDir, '--no-open'], { stdio: 'inherit' })
child.on('close', (code) => {
  rmSync(dataDir, { recursive: true, force: true })
  process.exit(code ?? 1)
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
