import { join } from 'node:path'
import { type Arch, type Configuration, Platform, build, log } from 'electron-builder'
import { configuration } from '../../scripts/packaging/configuration.ts'
import { type Layout, type System, layoutsIn } from '../../scripts/packaging/check/layout.ts'
import { fakeElectron } from './fake-electron.ts'

export const ROOT = join(import.meta.dirname, '../..')
const PLATFORMS = { linux: Platform.LINUX, win32: Platform.WINDOWS, darwin: Platform.MAC }

/** What the packager tells of its progress is for people who wait. */
const silence = (logger: unknown): void => {
  ;(logger as { stream: unknown }).stream = { write: () => true }
}

/** Lets the packager lay out the program for a system, on a distribution that is none. `change` spoils the settings. */
export async function layOut(
  folder: string,
  system: System,
  archs: readonly Arch[],
  change: (configuration: Configuration) => Configuration = (same) => same,
): Promise<readonly Layout[]> {
  silence(log)
  const output = join(folder, 'packages')
  const ours = configuration(ROOT, {})
  await build({
    projectDir: ROOT,
    targets: PLATFORMS[system].createTarget('dir', ...archs),
    config: change({
      ...ours,
      electronDist: fakeElectron(join(folder, 'electron'), system),
      directories: { ...ours.directories, output },
    }),
    publish: 'never',
  })
  return layoutsIn(output)
}
