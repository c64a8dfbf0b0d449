import { type KeyObject, createPrivateKey, createPublicKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

/** What the key lies under, beside the bundle (src/main/hosts/electron/files/update-key.ts reads it). */
const KEY_FILE = 'update-key.pub'

/** A public key as it is published. Errors: it is of another kind, or a private one, which must never be shipped. */
export function publicUpdateKey(pem: string): KeyObject {
  if (!pem.trimStart().startsWith('-----BEGIN PUBLIC KEY-----'))
    throw new Error('TANDEM_UPDATE_KEY is no public key')
  const key = createPublicKey(pem)
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('TANDEM_UPDATE_KEY is no Ed25519 key')
  return key
}

/** The key updates are signed with. Errors: it is of another kind. */
export function privateUpdateKey(pem: string): KeyObject {
  const key = createPrivateKey(pem)
  if (key.asymmetricKeyType !== 'ed25519') throw new Error('TANDEM_UPDATE_PRIVATE_KEY is no Ed25519 key')
  return key
}

/** Puts the key that updates are checked with beside the bundle. Without one the program takes no updates. */
export const updateKey = (path: string | undefined): Plugin => ({
  name: 'update-key',
  generateBundle() {
    if (!path) return
    const source = publicUpdateKey(readFileSync(path, 'utf8')).export({ type: 'spki', format: 'pem' })
    this.emitFile({ type: 'asset', fileName: KEY_FILE, source: source.toString() })
  },
})
