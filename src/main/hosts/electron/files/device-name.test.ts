import { expect, test } from 'vitest'
import { isDeviceName } from './device-name.ts'

test.for(['con', 'NUL.csv', 'com1.exe', 'COM¹.csv', 'lpt9', 'aux .json', 'CONIN$'])(
  '%j is a device',
  (name) => {
    expect(isDeviceName(name)).toBe(true)
  },
)
test.for(['concert.csv', 'com10.csv', 'null', 'my con.csv', 'com.csv', '_con'])('%j is a file', (name) => {
  expect(isDeviceName(name)).toBe(false)
})
