import { type KeyObject, createHash, createPublicKey, generateKeyPairSync, sign } from 'node:crypto'
import { createReadStream, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { withBytes } from '../../src/main/hosts/electron/files/update-bytes.ts'
import type { UpdateManifest } from '../../src/main/hosts/electron/files/update-manifest.ts'
import {
  LENGTH_BYTES,
  MAGIC,
  PRODUCT,
  checkUpdate,
} from '../../src/main/hosts/electron/files/update-package.ts'

export const UPDATE_ENDING = '.tandemupdate'

const SYSTEMS = { '.exe': 'win32', '.dmg': 'darwin', '.AppImage': 'linux', '.deb': 'linux' } as const
/** What the packager calls processors: a deb and an AppImage have names of their own for them. */
const ARCHS = {
  x64: 'x64',
  amd64: 'x64',
  x86_64: 'x64',
  arm64: 'arm64',
  aarch64: 'arm64',
  universal: 'universal',
} as const

/** For which computers a package is, by its name (`Tandem-1.2.3-linux-x64.deb`). Errors: when the name does not tell. */
export function madeFor(fileName: string): Pick<UpdateManifest, 'platform' | 'arch'> {
  const found = /-(x64|amd64|x86_64|arm64|aarch64|universal)(\.exe|\.dmg|\.AppImage|\.deb)$/.exec(fileName)
  if (!found)
    throw new Error(`${fileName} does not tell its system and processor: name it as the packager does`)
  const [, arch, ending] = found as unknown as [string, keyof typeof ARCHS, keyof typeof SYSTEMS]
  return { platform: SYSTEMS[ending], arch: ARCHS[arch] }
}

/** Makes a pair of keys in a folder, the private one for its owner alone. Errors: there are keys already. */
export function makeKeys(folder: string): { readonly privateKey: string; readonly publicKey: string } {
  const pair = generateKeyPairSync('ed25519')
  const paths = {
    privateKey: join(folder, 'update-private.pem'),
    publicKey: join(folder, 'update-public.pem'),
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const secret = pair.privateKey.export({ type: 'pkcs8', format: 'pem' })
  writeFileSync(paths.privateKey, secret, { flag: 'wx', mode: 0o600 })
  writeFileSync(paths.publicKey, pair.publicKey.export({ type: 'spki', format: 'pem' }), { flag: 'wx' })
  return paths
}

/**
 * Makes the update of a package beside it, and holds it against what the program will ask of it. Gives its path. Errors:
 * what the program would refuse.
 */
export async function makeUpdate(
  installer: string,
  { version, notes }: Pick<UpdateManifest, 'version' | 'notes'>,
  key: KeyObject,
): Promise<string> {
  const fileName = basename(installer)
  const hash = createHash('sha256')
  for await (const piece of createReadStream(installer)) hash.update(piece as Buffer)
  const target = madeFor(fileName)
  const manifest: UpdateManifest = {
    product: PRODUCT,
    version,
    ...target,
    fileName,
    bytes: statSync(installer).size,
    sha256: hash.digest('hex'),
    notes,
  }
  const bytes = Buffer.from(JSON.stringify(manifest))
  const length = Buffer.alloc(LENGTH_BYTES)
  length.writeUInt32BE(bytes.length)
  const path = join(dirname(installer), `${fileName}${UPDATE_ENDING}`)
  const file = await open(path, 'w')
  try {
    await file.write(Buffer.concat([MAGIC, length, bytes, sign(null, bytes, key)]))
    for await (const piece of createReadStream(installer)) await file.write(piece as Buffer)
    await file.sync()
  } finally {
    await file.close()
  }
  const anywhere = { version: '0.0.0-0', platform: target.platform, arch: target.arch }
  await withBytes(path, (made) => checkUpdate(made, createPublicKey(key), anywhere))
  return path
}
