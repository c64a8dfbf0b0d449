import { expect, test } from 'vitest'
import { runtimeOf } from './runtime.ts'

test('under Electron there are three names, under Node one', () => {
  expect(runtimeOf({ node: '24.21.0', v8: '13.6', chrome: '150.0.1', electron: '45.4.1' })).toEqual([
    { name: 'Electron', version: '45.4.1' },
    { name: 'Chromium', version: '150.0.1' },
    { name: 'Node.js', version: '24.21.0' },
  ])
  expect(runtimeOf({ node: '24.21.0' })).toEqual([{ name: 'Node.js', version: '24.21.0' }])
})
