import type { Session } from 'electron'
import { Preventable } from './stand-in/preventable.ts'
import { expect, standInTest as test } from './support/test.ts'

type Asked = Parameters<Parameters<Session['setPermissionRequestHandler']>[0] & {}>[1]

/** Every permission Electron knows: with one more this table is not complete, and does not compile. */
const PERMISSIONS: Readonly<Record<Asked, true>> = {
  ar: true,
  'automatic-fullscreen': true,
  'background-fetch': true,
  'background-sync': true,
  'captured-surface-control': true,
  'clipboard-read': true,
  'clipboard-sanitized-write': true,
  'deprecated-sync-clipboard-read': true,
  'display-capture': true,
  fileSystem: true,
  fullscreen: true,
  geolocation: true,
  'geolocation-approximate': true,
  'hand-tracking': true,
  hid: true,
  'idle-detection': true,
  keyboardLock: true,
  'local-fonts': true,
  'local-network': true,
  'local-network-access': true,
  'loopback-network': true,
  media: true,
  mediaKeySystem: true,
  midi: true,
  midiSysex: true,
  nfc: true,
  notifications: true,
  openExternal: true,
  'payment-handler': true,
  'periodic-background-sync': true,
  'persistent-storage': true,
  pointerLock: true,
  'screen-wake-lock': true,
  sensors: true,
  serial: true,
  'smart-card': true,
  'speaker-selection': true,
  'storage-access': true,
  'system-wake-lock': true,
  'top-level-storage-access': true,
  usb: true,
  vr: true,
  'web-app-installation': true,
  'web-printing': true,
  'window-management': true,
  unknown: true,
}
const NAMES = Object.keys(PERMISSIONS) as Asked[]
const OWN_PAGE = 'app://bundle/index.html'

test('every permission Electron knows is denied, asked for or looked up, also to our own page', ({
  standIn,
}) => {
  const { setPermissionRequestHandler: request, setPermissionCheckHandler: check } =
    standIn.session.defaultSession.permissions
  expect(NAMES.length).toBeGreaterThan(40)
  for (const name of NAMES) {
    const answers: boolean[] = []
    request!({} as never, name, (granted) => answers.push(granted), { requestingUrl: OWN_PAGE } as never)
    expect(answers, name).toEqual([false])
    expect(check!(null, name, OWN_PAGE, {} as never), name).toBe(false)
  }
})

test('no device, no screen and no folder of the computer is given to a page', ({ standIn }) => {
  const { defaultSession } = standIn.session
  const { setDevicePermissionHandler, setDisplayMediaRequestHandler, setBluetoothPairingHandler } =
    defaultSession.permissions
  const answers: unknown[] = []
  const answer = (...given: unknown[]) => answers.push(given)
  expect(setDevicePermissionHandler!({} as never)).toBe(false)
  setDisplayMediaRequestHandler!({} as never, answer)
  setBluetoothPairingHandler!({} as never, answer)
  expect(answers).toEqual([[{}], [{ confirmed: false }]])

  const chosen = (name: string, emitter: NodeJS.EventEmitter, ...args: unknown[]) => {
    const event = new Preventable()
    emitter.emit(name, event, ...args)
    return event.defaultPrevented
  }
  expect(chosen('select-hid-device', defaultSession, {}, answer)).toBe(true)
  expect(chosen('select-usb-device', defaultSession, {}, answer)).toBe(true)
  expect(chosen('select-serial-port', defaultSession, [], {}, answer)).toBe(true)
  expect(chosen('select-bluetooth-device', standIn.windows[0]!.webContents, [], answer)).toBe(true)
  expect(chosen('file-system-access-restricted', defaultSession, {}, answer)).toBe(true)
  expect(answers.slice(2)).toEqual([[''], ['deny']])
})

test('a page in real Chromium gets nothing from those it can ask for itself', async ({ standIn }) => {
  const page = await standIn.page
  const states = await page.evaluate(async () => {
    const names = ['geolocation', 'notifications', 'camera', 'microphone', 'midi', 'clipboard-read']
    const found = names.map((name) => navigator.permissions.query({ name: name as PermissionName }))
    return (await Promise.all(found)).map(({ state }) => state)
  })
  expect(states).not.toContain('granted')
})

test('nothing is looked up for spelling', ({ standIn }) => {
  expect(standIn.session.defaultSession.spellChecker).toBe(false)
})
