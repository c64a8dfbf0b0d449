import { expect, test } from 'vitest'
import { findChromium } from './find-chromium.ts'

const only =
  (...there: string[]) =>
  (path: string) =>
    there.includes(path)

test('an installed browser is found where installers of each system put it', () => {
  expect(findChromium('linux', { PATH: '/opt/bin:/bin' }, only('/opt/bin/google-chrome'))).toBe(
    '/opt/bin/google-chrome',
  )
  expect(findChromium('linux', {}, only('/usr/bin/chromium'))).toBe('/usr/bin/chromium')
  const edge = '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'
  expect(findChromium('darwin', {}, only(edge))).toBe(edge)
  const chrome = 'C:\\Programs\\Google\\Chrome\\Application\\chrome.exe'
  expect(findChromium('win32', { PROGRAMFILES: 'C:\\Programs' }, only(chrome))).toBe(chrome)
  expect(findChromium('win32', {}, only(chrome))).toBeNull()
  expect(findChromium('linux', { PATH: '/bin' }, only())).toBeNull()
})

test('the one that is named is taken, or none', () => {
  const named = { TANDEM_CHROMIUM: '/own/browser', PATH: '/usr/bin' }
  expect(findChromium('linux', named, only('/own/browser', '/usr/bin/chromium'))).toBe('/own/browser')
  expect(findChromium('linux', named, only('/usr/bin/chromium'))).toBeNull()
})
