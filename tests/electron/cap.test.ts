import { CALL_CHANNEL } from '#shared/ipc/channels.ts'
import { type OwnStandIn, expect, standInTest as test } from './support/test.ts'

const MOST_LETTERS = 64 * 1024
const misshapen = {
  ok: false,
  error: {
    code: 'INVALID_INPUT',
    details: { issues: [{ path: 'input', message: 'is not plain data of a modest size' }] },
  },
}
const unknown = { ok: false, error: { code: 'NOT_FOUND', details: { what: 'procedure', id: null } } }

const within = (depth: number): unknown =>
  Array.from({ length: depth }).reduce<unknown>((inner) => ({ inner }), 'text')
const itself: Record<string, unknown> = {}
itself['again'] = itself

/** By what is wrong with it. All of it can be cloned, so Electron itself would let it through. */
const MISSHAPEN: Readonly<Record<string, unknown>> = {
  'a text too long': { companyName: 'x'.repeat(MOST_LETTERS) },
  'a name of a field too long': { ['x'.repeat(MOST_LETTERS)]: 1 },
  'too many fields': Object.fromEntries(Array.from({ length: MOST_LETTERS }, (_, index) => [`f${index}`, 0])),
  'a list too long': { rows: Array.from({ length: MOST_LETTERS }, () => null) },
  'a list of nothing, too long': { rows: new Array(2 ** 31) },
  'too deep': within(40),
  'far too deep': within(5_000),
  'itself within itself': itself,
  'a date': { companyName: new Date(0) },
  'a map': new Map([['companyName', 'Kestrel']]),
  'a set': { companyName: new Set(['Kestrel']) },
  'a pattern': { companyName: /Kestrel/ },
  bytes: { companyName: new Uint8Array(4) },
  'a buffer': { companyName: new ArrayBuffer(4) },
  'an error': { companyName: new Error('Kestrel') },
  'a large whole number': { companyName: 1n },
  'no number': { companyName: Number.NaN },
  'an endless number': { companyName: Number.POSITIVE_INFINITY },
  'a boxed text': Object('Kestrel'),
}

const NAMES: Readonly<Record<string, unknown>> = {
  'too long': 'profile.get'.padEnd(101, 'x'),
  'far too long': 'x'.repeat(1_000_000),
  'no text': { toString: 'profile.get' },
  'a list': ['profile.get'],
  'a number': 7,
  nothing: undefined,
}

const caller =
  (standIn: OwnStandIn) =>
  (...args: readonly unknown[]) => {
    const own = {
      sender: standIn.windows[0]!.webContents,
      senderFrame: { url: 'app://bundle/index.html', parent: null },
    }
    return standIn.ipcMain.invoke(CALL_CHANNEL, own, args)
  }

test('what is too large, too deep or not plain is refused, and the call after it is answered', async ({
  standIn,
}) => {
  const call = caller(standIn)
  for (const [what, input] of Object.entries(MISSHAPEN)) {
    for (const name of ['profile.save', 'host.save-file']) {
      expect(await call(name, input), `${what} for ${name}`).toMatchObject({ value: misshapen })
    }
    expect(await call('profile.get', {}), what).toMatchObject({
      value: { ok: true, value: { companyName: '' } },
    })
  }
})

test('a name that is none is refused, and the call after it is answered', async ({ standIn }) => {
  const call = caller(standIn)
  for (const [what, name] of Object.entries(NAMES)) {
    expect(await call(name, {}), what).toEqual({ value: unknown })
    expect(await call('profile.get', {}), what).toMatchObject({ value: { ok: true } })
  }
})

test('the largest that is allowed is judged by the procedure, not by the channel', async ({ standIn }) => {
  const call = caller(standIn)
  const [depth, letters] = [within(30), 'x'.repeat(MOST_LETTERS - 100)]
  for (const input of [{ companyName: depth }, { companyName: letters }]) {
    const { value } = await call('profile.save', input)
    expect(value).toMatchObject({ ok: false, error: { code: 'INVALID_INPUT' } })
    expect(value).not.toMatchObject(misshapen)
  }
})

test('a page in real Chromium is refused the same way, and goes on', async ({ standIn }) => {
  const page = await standIn.page
  const answers = await page.evaluate(async (letters) => {
    const { tandem } = window
    const large = await tandem!.call('profile.save', { companyName: 'x'.repeat(letters) })
    const notPlain = await tandem!.call('profile.save', { companyName: new Date(0) } as never)
    const long = await tandem!.call('x'.repeat(200), {})
    return { refused: [large, notPlain, long], next: await tandem!.call('profile.get', {}) }
  }, MOST_LETTERS)
  expect(answers.refused).toMatchObject([misshapen, misshapen, unknown])
  expect(answers.next).toMatchObject({ ok: true })
})
