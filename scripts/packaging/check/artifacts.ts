import { join } from 'node:path'
import { PACKAGES } from '../configuration.ts'
import { inspect } from './inspect.ts'
import { layoutsIn } from './layout.ts'

/** `npm run package:inspect`: holds what `npm run package` laid out against what a package may be. */
const layouts = layoutsIn(join(import.meta.dirname, '../../..', PACKAGES))
if (layouts.length === 0) {
  process.stderr.write(`There is nothing in ${PACKAGES}: npm run package -- --dir\n`)
  process.exit(2)
}
const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`
for (const layout of layouts) {
  const { faults, sizes } = await inspect(layout)
  const measured = `archive ${megabytes(sizes.asar)}, beside it ${megabytes(sizes.unpacked)}`
  process.stdout.write(
    `${faults.length === 0 ? 'ok   ' : 'WRONG'}  ${layout.system} ${layout.arch}: ${measured}\n`,
  )
  for (const fault of faults) process.stdout.write(`       ${fault}\n`)
  if (faults.length > 0) process.exitCode = 1
}
