import { generateKeyPairSync } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MAGIC, inMemory, manifestOf, updateFile } from '../../../../../tests/support/update-file.ts'
import { MOST_MANIFEST_BYTES, UpdateRefused, checkUpdate } from './update-package.ts'

const { publicKey, privateKey } = generateKeyPairSync('ed25519')
const PACKAGE = Buffer.from('the installer of the next version')
const INSTALLED = { version: '1.2.3', platform: 'linux', arch: 'x64' }
const MANIFEST = manifestOf(PACKAGE)
const made = (manifest: Buffer | object, key = privateKey) => updateFile(manifest, PACKAGE, key)
const check = (bytes: Buffer, installed = INSTALLED) => checkUpdate(inMemory(bytes), publicKey, installed)
const refusal = async (bytes: Buffer, installed = INSTALLED): Promise<string> =>
  check(bytes, installed).then(
    () => 'taken',
    (error: unknown) => (error instanceof UpdateRefused ? error.code : String(error)),
  )
const GOOD = made(MANIFEST)

test('an update of ours is taken, and says what it is', async () => {
  expect(await check(GOOD)).toEqual(MANIFEST)
  expect(await refusal(made({ ...MANIFEST, fileName: 'tandem_1.2.4.deb' }))).toBe('taken')
})

test('one byte changed, cut out or put in anywhere is refused', async () => {
  const at = fc.nat(GOOD.length - 1)
  const flipped = fc.tuple(at, fc.integer({ min: 1, max: 255 })).map(([place, bits]) => {
    const bytes = Buffer.from(GOOD)
    bytes[place]! ^= bits
    return bytes
  })
  const cut = at.map((place) => Buffer.concat([GOOD.subarray(0, place), GOOD.subarray(place + 1)]))
  const inserted = fc
    .tuple(fc.nat(GOOD.length), fc.nat(255))
    .map(([place, byte]) => Buffer.concat([GOOD.subarray(0, place), Buffer.of(byte), GOOD.subarray(place)]))
  await fc.assert(
    fc.asyncProperty(fc.oneof(flipped, cut, inserted), async (bytes) => {
      expect(['not-an-update', 'not-signed-by-us', 'damaged']).toContain(await refusal(bytes))
    }),
    { numRuns: 1000 },
  )
})

test('whatever it is cut off after, it is refused', async () => {
  for (let length = 0; length < GOOD.length; length += 1) {
    expect(await refusal(GOOD.subarray(0, length))).toBe(length < MAGIC.length ? 'not-an-update' : 'damaged')
  }
})

test('only our own signature counts', async () => {
  const other = generateKeyPairSync('ed25519').privateKey
  expect(await refusal(made(MANIFEST, other))).toBe('not-signed-by-us')
  const { publicKey: rsa } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  await expect(checkUpdate(inMemory(GOOD), rsa, INSTALLED)).rejects.toThrow('not-signed-by-us')
})

test.for<[string, object, string]>([
  ['an older version', { version: '1.2.2' }, 'not-newer'],
  ['the same version', { version: '1.2.3' }, 'not-newer'],
  ['what led up to it', { version: '1.2.3-rc.9' }, 'not-newer'],
  ['no version', { version: 'latest' }, 'damaged'],
  ['another system', { platform: 'win32', fileName: 'Tandem.exe' }, 'other-system'],
  ['another processor', { arch: 'arm64' }, 'other-system'],
  ['another product', { product: 'other' }, 'not-an-update'],
  ['another length', { bytes: PACKAGE.length - 1 }, 'damaged'],
  ['another digest', { sha256: '0'.repeat(64) }, 'damaged'],
  ['more than is known', { run: 'rm' }, 'damaged'],
])('%s is refused although it is signed', async ([, change, code]) => {
  expect(await refusal(made({ ...MANIFEST, ...change }))).toBe(code)
})

test.for(['', 'null', '[]', '{"product":"tandem"}', '{', '\u0000'])(
  'the manifest %j is refused',
  async (text) => {
    expect(await refusal(made(Buffer.from(text)))).toBe('damaged')
  },
)

test('a manifest that is no text is refused', async () => {
  const text = JSON.stringify({ ...MANIFEST, notes: { en: '?', zh: '' } })
  const bytes = Buffer.from(text)
  bytes[text.indexOf('?')] = 0xff
  expect(await refusal(made(bytes))).toBe('damaged')
})

test('of a huge manifest nothing is read', async () => {
  const bytes = Buffer.from(GOOD)
  for (const length of [MOST_MANIFEST_BYTES + 1, 0x7f_ff_ff_ff, 0xff_ff_ff_ff]) {
    bytes.writeUInt32BE(length, MAGIC.length)
    let most = 0
    const read = async (at: number, wanted: number) => {
      most = Math.max(most, wanted)
      return bytes.subarray(at, at + wanted)
    }
    await expect(checkUpdate({ size: bytes.length, read }, publicKey, INSTALLED)).rejects.toThrow('damaged')
    expect(most).toBeLessThan(100)
  }
})

test.for([
  '../Tandem.AppImage',
  '/tmp/Tandem.AppImage',
  'a\\Tandem.AppImage',
  'C:Tandem.AppImage',
  '..',
  '.AppImage',
  '.hidden.AppImage',
  'Tandem.AppImage.sh',
  'Tandem.appimage',
  'Tandem.exe',
  'Tandem',
  'nul.AppImage',
  'COM1.AppImage',
  'Tandem.AppImage\u0000',
  'Tandem.AppImage\n',
  'Tandem.AppImage ',
  'Tandem\u202e.AppImage',
  `${'x'.repeat(100)}.AppImage`,
])('%j is no name of a package', async (fileName) => {
  expect(await refusal(made({ ...MANIFEST, fileName }))).toBe('damaged')
})

test('a Mac takes what is for both processors', async () => {
  const mac = {
    ...MANIFEST,
    platform: 'darwin',
    arch: 'universal',
    fileName: 'Tandem-1.2.4-mac-universal.dmg',
  }
  expect(await refusal(made(mac), { version: '1.2.3', platform: 'darwin', arch: 'arm64' })).toBe('taken')
})
