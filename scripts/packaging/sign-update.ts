import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { makeKeys, makeUpdate } from './update-file.ts'
import { privateUpdateKey } from './update-key.ts'

/**
 * `npm run package:update -- <installer>…`: makes the update of each package beside it, signed with the key of the file
 * named in `TANDEM_UPDATE_PRIVATE_KEY`. `--notes-en` and `--notes-zh` name text files that say what is new;
 * `--make-keys <folder>` makes a pair of keys instead.
 */
const text = { type: 'string' } as const
const { values, positionals } = parseArgs({
  options: { 'make-keys': text, 'notes-en': text, 'notes-zh': text },
  allowPositionals: true,
})

function giveUp(why: string): never {
  process.stderr.write(`${why}\n`)
  process.exit(1)
}
const notesIn = (path: string | undefined): string => (path ? readFileSync(path, 'utf8').trim() : '')

async function signAll(): Promise<void> {
  const keyFile = process.env['TANDEM_UPDATE_PRIVATE_KEY']
  if (positionals.length === 0) giveUp('Name the packages to make updates of, or --make-keys <folder>.')
  if (!keyFile) giveUp('TANDEM_UPDATE_PRIVATE_KEY names no file: --make-keys <folder> makes a pair.')
  const key = privateUpdateKey(readFileSync(keyFile, 'utf8'))
  const root = join(import.meta.dirname, '../..')
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  const notes = { en: notesIn(values['notes-en']), zh: notesIn(values['notes-zh']) }
  for (const installer of positionals) {
    process.stdout.write(`${await makeUpdate(installer, { version, notes }, key)}\n`)
  }
}

try {
  if (values['make-keys']) {
    const { privateKey, publicKey } = makeKeys(values['make-keys'])
    process.stdout.write(`TANDEM_UPDATE_PRIVATE_KEY=${privateKey}\nTANDEM_UPDATE_KEY=${publicKey}\n`)
  } else await signAll()
} catch (error) {
  giveUp(error instanceof Error ? error.message : String(error))
}
