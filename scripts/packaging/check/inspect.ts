import { existsSync, readdirSync, statSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join, relative } from 'node:path'
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import type { Stamp } from '../stamp.ts'
import { ENTRIES } from '../configuration.ts'
import { FUSES } from '../fuses.ts'
import { reachedFrom } from '../reached.ts'
import { type Packed, readAsar } from './asar.ts'
import type { Layout } from './layout.ts'

/** Everything that may be in the archive. */
const MAY_BE_IN = [
  /^package\.json$/,
  /^out\/main\/(electron|engine|jobs)\.js$/,
  /^out\/main\/chunks\/[\w.-]+\.js$/,
  /^out\/main\/build\.json$/,
  /^out\/main\/update-key\.pub$/,
  /^out\/main\/fonts\/(inter|noto-sans-sc)\/(unicode\.json|LICENSE|files\/[\w-]+\.woff2)$/,
  /^out\/preload\/preload\.cjs$/,
  /^out\/renderer\/(index\.html|licences\.json|manifest\.json|assets\/[\w.-]+\.(js|css|woff2|svg|png))$/,
  /^resources\/icons\/tray\/[\w@-]+\.(png|ico)$/,
  /^resources\/icons\/app\/256x256\.png$/,
  /^node_modules\/better-sqlite3\/(package\.json|LICENSE|lib\/[\w/-]+\.js)$/,
  /^node_modules\/better-sqlite3\/prebuilds\/[\w-]+\.node$/,
]
const MEGABYTE = 1024 * 1024
/** Twice the fonts, or a second prebuild in the place of one, is over it. */
export const CEILINGS = { asar: 14 * MEGABYTE, unpackedEach: 3 * MEGABYTE }

/** What a look at a package gives. */
export interface Inspection {
  readonly faults: readonly string[]
  readonly sizes: { readonly asar: number; readonly unpacked: number; readonly total: number }
}

const filesBelow = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
    : []
const sizeOf = (files: readonly string[]): number => files.reduce((sum, file) => sum + statSync(file).size, 0)

const archsOf = ({ arch }: Layout): readonly string[] => (arch === 'universal' ? ['arm64', 'x64'] : [arch])

/** A Mac's package carries both prebuilds, so that its two halves are equal. */
const wantedPrebuilds = (layout: Layout): string[] =>
  (layout.system === 'darwin' ? ['arm64', 'x64'] : archsOf(layout)).map(
    (arch) => `node_modules/better-sqlite3/prebuilds/${layout.system}-${arch}.node`,
  )

function contentFaults(packed: readonly Packed[]): string[] {
  return packed
    .filter(({ path }) => !MAY_BE_IN.some((pattern) => pattern.test(path)))
    .map(({ path }) => `${path} has no business in the archive`)
}

function prebuildFaults(packed: readonly Packed[], layout: Layout): string[] {
  const wanted = wantedPrebuilds(layout).join(', ')
  const unpacked = join(layout.resources, 'app.asar.unpacked')
  const listed = packed.filter(({ isUnpacked }) => isUnpacked).map(({ path }) => path)
  const there = filesBelow(unpacked).map((file) => relative(unpacked, file).replaceAll('\\', '/'))
  const inside = packed.filter(({ path, isUnpacked }) => path.endsWith('.node') && !isUnpacked)
  return [
    ...[listed, there]
      .map((paths) => paths.toSorted().join(', '))
      .filter((paths) => paths !== wanted)
      .map((paths) => `beside the archive should lie ${wanted}; there is ${paths || 'nothing'}`),
    ...inside.map(({ path }) => `${path} cannot be loaded out of the archive`),
  ]
}

function importFaults(packed: readonly Packed[]): string[] {
  const texts = new Map(packed.map((file) => [file.path, file]))
  const { files, modules, missing } = reachedFrom(ENTRIES, (path) => texts.get(path)?.text() ?? null)
  const own = new Set([...builtinModules.flatMap((name) => [name, `node:${name}`]), 'electron'])
  const unknown = [...modules].filter((name) => !own.has(name) && !own.has(name.replace(/^node:/, '')))
  const scripts = packed.filter(({ path }) => path.startsWith('out/main/') && path.endsWith('.js'))
  return [
    ...missing.map((path) => `${path} is imported and not there`),
    ...unknown
      .filter((name) => !texts.has(`node_modules/${name}/package.json`))
      .map((name) => `${name} is imported and not there`),
    ...scripts
      .filter(({ path }) => !files.has(path))
      .map(({ path }) => `${path} is there and nothing imports it`),
  ]
}

function manifestFaults(packed: readonly Packed[]): string[] {
  const json = (path: string): unknown =>
    JSON.parse(packed.find((file) => file.path === path)?.text() || '{}')
  const manifest = json('package.json') as Record<string, unknown>
  const stamp = json('out/main/build.json') as Partial<Stamp>
  const main = String(manifest['main'])
  return [
    ...['scripts', 'devDependencies']
      .filter((key) => key in manifest)
      .map((key) => `package.json tells its ${key}`),
    ...(packed.some(({ path }) => path === main)
      ? []
      : [`${main} is where the program starts and is not there`]),
    ...('desktopName' in manifest ? [] : ['package.json does not say which entry of the desktop is ours']),
    ...(stamp.version === manifest['version'] ? [] : ['the stamp is of another version than the package']),
  ]
}

async function fuseFaults({ program }: Layout): Promise<string[]> {
  const wire = await getCurrentFuseWire(program)
  const known = Object.keys(wire).filter((key) => /^\d+$/.test(key)).length
  const states: Partial<Record<FuseV1Options, FuseState>> = wire
  return [
    ...(known === FUSES.length ? [] : [`this Electron has ${known} fuses, the table ${FUSES.length}`]),
    ...FUSES.filter(
      ({ name, on }) => states[FuseV1Options[name]] !== (on ? FuseState.ENABLE : FuseState.DISABLE),
    ).map(({ name, on }) => `the fuse ${name} should be ${on ? 'on' : 'off'}`),
  ]
}

/** Holds a package against what it may be. No faults: it is that, and nothing else. */
export async function inspect(layout: Layout): Promise<Inspection> {
  const archive = join(layout.resources, 'app.asar')
  const packed = readAsar(archive)
  const unpacked = sizeOf(filesBelow(`${archive}.unpacked`))
  const sizes = { asar: statSync(archive).size, unpacked, total: statSync(archive).size + unpacked }
  const most = CEILINGS.unpackedEach * wantedPrebuilds(layout).length
  const faults = [
    ...contentFaults(packed),
    ...prebuildFaults(packed, layout),
    ...importFaults(packed),
    ...manifestFaults(packed),
    ...(await fuseFaults(layout)),
    ...(sizes.asar > CEILINGS.asar ? [`the archive has ${sizes.asar} bytes, over ${CEILINGS.asar}`] : []),
    ...(unpacked > most ? [`beside the archive lie ${unpacked} bytes, over ${most}`] : []),
    ...['LICENSE.electron.txt', 'LICENSES.chromium.html']
      .filter((name) => !existsSync(join(layout.licences, name)))
      .map((name) => `${name} is not beside the program`),
  ]
  return { faults, sizes }
}
