import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { hostContract } from '#shared/ipc/host-contract.ts'
import { Preventable } from './stand-in/preventable.ts'
import { expect, standInTest as test, startsTest } from './support/test.ts'

/** What a page taken over by an attacker does with everything that is left to it. */

test('nothing is downloaded: a file leaves by the dialog of the host alone', async ({ standIn }) => {
  const page = await standIn.page
  const event = new Preventable()
  standIn.session.defaultSession.emit('will-download', event, {}, standIn.windows[0]!.webContents)
  expect(event.defaultPrevented).toBe(true)
  const click = (href: string) =>
    page.evaluate((address) => {
      const link = document.createElement('a')
      link.href = address
      link.download = 'Invoice.exe'
      link.click()
    }, href)
  const begun: string[] = []
  page.on('download', (download) => begun.push(download.suggestedFilename()))
  await click(await page.evaluate(() => URL.createObjectURL(new Blob(['MZ']))))
  await click('data:application/octet-stream,MZ')
  await expect.poll(() => begun).toEqual(['Invoice.exe', 'Invoice.exe'])
  expect(standIn.session.defaultSession.downloads).toEqual(['cancelled', 'cancelled'])
})

test('a page that objects to being closed is closed', async ({ standIn, dataDir }) => {
  const event = new Preventable()
  standIn.windows[0]!.webContents.emit('will-prevent-unload', event)
  expect(event.defaultPrevented).toBe(true)
  expect(existsSync(join(dataDir, 'tandem.db'))).toBe(true)
})

test('one dialog is open at a time: whoever asks meanwhile is answered as if it was called off', async ({
  standIn,
}) => {
  const page = await standIn.page
  let open = 0
  let close = (): void => {}
  const closed = new Promise<void>((resolve) => (close = resolve))
  const wait = async () => {
    open += 1
    await closed
    return { canceled: true, filePath: '', filePaths: [] }
  }
  Object.assign(standIn.dialog, { showSaveDialog: wait, showOpenDialog: wait })
  const flood = page.evaluate(async () => {
    const uploaded = await fetch('/files?name=a.csv', { method: 'POST', body: 'a' })
    const { value } = (await uploaded.json()) as { value: { fileId: string } }
    const call = (name: string, input: object) => window.tandem!.call(name, input as never)
    const first = call('host.save-file', { fileId: value.fileId })
    const rest = Array.from({ length: 30 }, (_, index) =>
      index % 2 === 0
        ? call('host.save-file', { fileId: value.fileId })
        : call('host.choose-file', { purpose: 'import' }),
    )
    const answers = await Promise.all(rest)
    ;(window as { answered?: unknown }).answered = answers
    await first
    return answers
  })
  await expect.poll(() => page.evaluate(() => 'answered' in window)).toBe(true)
  expect(open).toBe(1)
  close()
  const answers = (await flood) as { value: unknown }[]
  expect(new Set(answers.map(({ value }) => JSON.stringify(value)))).toEqual(
    new Set(['{"saved":null}', '{"file":null}']),
  )
  // And the next one is asked again.
  await page.evaluate(() => window.tandem!.call('host.choose-file', { purpose: 'import' }))
  expect(open).toBe(2)
})

test('whatever a page calls a file, it comes back under a name on one line, and is proposed as no program', async ({
  standIn,
  dataDir,
}) => {
  const page = await standIn.page
  const uploaded = (name: string) =>
    page.evaluate(async (as) => {
      const answer = await fetch(`/files?name=${as}`, { method: 'POST', body: 'a,b' })
      const { value } = (await answer.json()) as { value: { fileId: string } }
      const back = await fetch(`/files/${value.fileId}`)
      return { fileId: value.fileId, status: back.status, text: await back.text() }
    }, name)
  const hostile = {
    [`${'x'.repeat(199)}${encodeURIComponent('😀')}`]: `${'x'.repeat(100)}.txt`,
    'a%00b%0d%0ac.csv': 'abc.csv',
    'Invoice.pdf.exe': 'Invoice.pdf.exe.txt',
    [`Invoice${encodeURIComponent('\u202e')}fdp.exe`]: 'Invoicefdp.exe.txt',
    '.bashrc': '.bashrc.txt',
    'CON.csv': '_CON.csv',
    'tandem.desktop': 'tandem.desktop.txt',
  }
  for (const [name, proposed] of Object.entries(hostile)) {
    const { fileId, status, text } = await uploaded(name)
    expect([status, text], name).toEqual([200, 'a,b'])
    standIn.dialog.files.push(join(dataDir, 'kept'))
    await page.evaluate((id) => window.tandem!.call('host.save-file', { fileId: id }), fileId)
    const { defaultPath } = standIn.dialog.askedForFiles.at(-1)!
    expect(defaultPath!.slice(defaultPath!.lastIndexOf('/') + 1), name).toBe(proposed)
  }
})

/** Each is what no procedure of the host asks for. */
const HOSTILE: readonly unknown[] = [
  null,
  [],
  'x',
  { path: '/etc/passwd' },
  { fileId: '../../tandem.db' },
  { fileId: '00000000-0000-4000-8000-000000000000', path: '/etc/passwd' },
  { handle: '/etc/passwd' },
  { handle: ['00000000-0000-4000-8000-000000000000'] },
  { purpose: 'import', filePath: '/etc/passwd' },
  { purpose: 'constructor' },
  { way: '__proto__' },
  { openAtLogin: 'yes' },
  { constructor: { prototype: { openAtLogin: true } } },
]

test('no procedure of the host does anything for what it does not ask for, nor for a handle that was guessed', async ({
  standIn,
}) => {
  const page = await standIn.page
  const names = Object.keys(hostContract)
  expect(names.length).toBeGreaterThan(10)
  const answers = await page.evaluate(
    async ([all, inputs]) => {
      const call = (name: string, input: unknown) => window.tandem!.call(name, input as never)
      const asked = all.flatMap((name) => inputs.map((input) => call(name, input)))
      const guessed = Array.from({ length: 200 }, () => crypto.randomUUID()).flatMap((handle) => [
        call('host.show-saved', { handle }),
        call('host.install-update', { handle }),
      ])
      return Promise.all([...asked, ...guessed])
    },
    [names, HOSTILE] as const,
  )
  const codes = new Set(answers.map((answer) => (answer.ok ? 'ok' : answer.error.code)))
  expect(codes).toEqual(new Set(['INVALID_INPUT', 'NOT_FOUND']))
  expect([standIn.dialog.askedForFiles, standIn.shell.shown, standIn.shell.opened]).toEqual([[], [], []])
  expect(standIn.app.login).toEqual({ openAtLogin: false })
  expect(standIn.notifications).toEqual([])
})

test('nobody else on the computer reads what the application keeps', ({ standIn, dataDir }) => {
  expect(standIn.windows).toHaveLength(1)
  const kept = readdirSync(dataDir, { recursive: true, encoding: 'utf8' })
  expect(kept).toContain('tandem.db')
  const open = kept.filter((name) => (statSync(join(dataDir, name)).mode & 0o077) !== 0)
  expect(process.platform === 'win32' ? [] : open).toEqual([])
})

startsTest('switches that open a door are taken away from the packaged program', async ({ start }) => {
  const started = await start({
    packaged: true,
    switches: ['remote-debugging-port', 'gpu-launcher', 'load-extension', 'force-device-scale-factor'],
  })
  expect(started.standIn.app.switches).toEqual(['force-device-scale-factor'])
  await started.quit()
})

startsTest('whoever develops may look inside', async ({ start }) => {
  const { standIn } = await start({ switches: ['remote-debugging-port'] })
  expect(standIn.app.switches).toEqual(['remote-debugging-port'])
})
