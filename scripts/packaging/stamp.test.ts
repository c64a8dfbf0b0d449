import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { stampOf } from './stamp.ts'

const folder = mkdtempSync(join(tmpdir(), 'tandem-stamp-'))
writeFileSync(join(folder, 'package.json'), '{ "version": "4.5.6" }')
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const COMMIT = '0123456789abcdef0123456789abcdef01234567'

test('a build that is told its commit and its time says those', () => {
  expect(stampOf(folder, { TANDEM_COMMIT: COMMIT, SOURCE_DATE_EPOCH: '1700000000' })).toEqual({
    version: '4.5.6',
    commit: COMMIT,
    committed: 1_700_000_000,
  })
})

test('outside of a repository there is a version and no commit', () => {
  expect(stampOf(folder, {})).toEqual({ version: '4.5.6', commit: null, committed: null })
})

test('a commit that is no full hash stops the build', () => {
  expect(() => stampOf(folder, { TANDEM_COMMIT: 'main' })).toThrow('no full hash')
})
