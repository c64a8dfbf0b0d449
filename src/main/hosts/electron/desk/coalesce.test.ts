import { expect, test } from 'vitest'
import { coalesce } from './coalesce.ts'

test('what is asked for during the work is done once more, whatever the number of askers', async () => {
  let started = 0
  const gates: (() => void)[] = []
  const ask = coalesce(async () => {
    started += 1
    await new Promise<void>((resolve) => gates.push(resolve))
  })
  const first = ask()
  expect(started).toBe(1)
  const others = [ask(), ask(), ask()]
  expect(started).toBe(1)
  gates.shift()!()
  await Promise.resolve()
  await Promise.resolve()
  expect(started).toBe(2)
  gates.shift()!()
  await Promise.all([first, ...others])
  expect(started).toBe(2)
})

test('asked again when all is done, it works again', async () => {
  let done = 0
  const ask = coalesce(async () => {
    done += 1
    await Promise.resolve()
  })
  await ask()
  await ask()
  expect(done).toBe(2)
})

test('after a failure it works again', async () => {
  let fails = true
  const ask = coalesce(async () => {
    await Promise.resolve()
    if (fails) throw new Error('no')
  })
  await expect(ask()).rejects.toThrow('no')
  fails = false
  await expect(ask()).resolves.toBeUndefined()
})
