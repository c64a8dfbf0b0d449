import { type KeyObject, createHash, verify } from 'node:crypto'
import type { UpdateRefusal } from '#shared/domain/update-refusals.ts'
import { type UpdateManifest, updateManifest } from './update-manifest.ts'
import { isNewer } from './update-version.ts'

/**
 * An update in one file: these letters and the version of the format, the length of the manifest (four bytes, the highest
 * first), the manifest as JSON, the Ed25519 signature of exactly its bytes, and the package to the end of the file.
 */
export const MAGIC = Buffer.from('TANDEM-UPDATE\u0001', 'latin1')
export const LENGTH_BYTES = 4
export const SIGNATURE_BYTES = 64
export const MOST_MANIFEST_BYTES = 64 * 1024
export const PRODUCT = 'tandem'
const CHUNK_BYTES = 1024 * 1024

/** A file, by its places. `read` gives less at its end. */
export interface Bytes {
  readonly size: number
  read(at: number, length: number): Promise<Buffer>
}

/** The program that is to be updated. */
export interface Installed {
  readonly version: string
  readonly platform: string
  readonly arch: string
}

/** An update that was believed, and where in its file the package begins. */
export interface Update {
  readonly manifest: UpdateManifest
  readonly packageAt: number
}

/** A file that is no update for this program. */
export class UpdateRefused extends Error {
  readonly code: UpdateRefusal

  constructor(code: UpdateRefusal) {
    super(code)
    this.code = code
  }
}

function refuse(code: UpdateRefusal): never {
  throw new UpdateRefused(code)
}

async function exactly(file: Bytes, at: number, length: number): Promise<Buffer> {
  const bytes = await file.read(at, length)
  return bytes.length === length ? bytes : refuse('damaged')
}

/** The bytes that are signed, once their signature is ours. */
async function signedBytes(file: Bytes, key: KeyObject): Promise<Buffer> {
  const magic = await file.read(0, MAGIC.length)
  if (!magic.equals(MAGIC)) refuse('not-an-update')
  const length = (await exactly(file, MAGIC.length, LENGTH_BYTES)).readUInt32BE()
  if (length === 0 || length > MOST_MANIFEST_BYTES) refuse('damaged')
  const at = MAGIC.length + LENGTH_BYTES
  const bytes = await exactly(file, at, length)
  const signature = await exactly(file, at + length, SIGNATURE_BYTES)
  // The key decides how it is used: one of another kind would not be Ed25519.
  const isOurs = key.asymmetricKeyType === 'ed25519' && verify(null, bytes, key, signature)
  return isOurs ? bytes : refuse('not-signed-by-us')
}

function manifestIn(bytes: Buffer): UpdateManifest {
  try {
    return updateManifest.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)))
  } catch {
    return refuse('damaged')
  }
}

/**
 * Reads what an update says of itself. Nothing of it is believed before the signature is; then it must be of this
 * product and system, newer, and as long as it says. Errors: UpdateRefused.
 */
export async function readUpdate(file: Bytes, key: KeyObject, installed: Installed): Promise<Update> {
  const bytes = await signedBytes(file, key)
  const manifest = manifestIn(bytes)
  const { product, platform, arch, version } = manifest
  if (product !== PRODUCT) refuse('not-an-update')
  const isForHere = platform === installed.platform && (arch === installed.arch || arch === 'universal')
  if (!isForHere) refuse('other-system')
  if (!isNewer(version, installed.version)) refuse('not-newer')
  const packageAt = MAGIC.length + LENGTH_BYTES + bytes.length + SIGNATURE_BYTES
  if (file.size !== packageAt + manifest.bytes) refuse('damaged')
  return { manifest, packageAt }
}

/** The package in an update, piece by piece. Errors: UpdateRefused with the last piece, when it is not what was signed. */
export async function* packageOf(file: Bytes, { manifest, packageAt }: Update): AsyncGenerator<Buffer> {
  const hash = createHash('sha256')
  for (let done = 0; done < manifest.bytes;) {
    const piece = await exactly(file, packageAt + done, Math.min(CHUNK_BYTES, manifest.bytes - done))
    hash.update(piece)
    done += piece.length
    yield piece
  }
  if (hash.digest('hex') !== manifest.sha256) refuse('damaged')
}

/** Reads an update and holds the whole of it against what was signed. Errors: UpdateRefused. */
export async function checkUpdate(
  file: Bytes,
  key: KeyObject,
  installed: Installed,
): Promise<UpdateManifest> {
  const update = await readUpdate(file, key, installed)
  for await (const _ of packageOf(file, update));
  return update.manifest
}
