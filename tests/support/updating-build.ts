import { generateKeyPairSync } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Build, takeBuild } from './build.ts'
import { updateFile } from './update-file.ts'

/** A build with a key of its own in it: it takes updates that are signed here. */
export interface UpdatingBuild extends Build {
  /** An update as it would be handed out, its package this content. */
  sign(manifest: object, content: Buffer): Buffer
}

export function takeUpdatingBuild(purpose: string): UpdatingBuild {
  const build = takeBuild(purpose)
  const { publicKey, privateKey } = generateKeyPairSync('ed25519')
  writeFileSync(join(build.out, 'main/update-key.pub'), publicKey.export({ type: 'spki', format: 'pem' }))
  return { ...build, sign: (manifest, content) => updateFile(manifest, content, privateKey) }
}
