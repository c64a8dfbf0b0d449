import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import fc from 'fast-check'
import { contract } from '#shared/ipc/contract.ts'
import { hostContract } from '#shared/ipc/host-contract.ts'
import { forkChild } from './stand-in/start-child.ts'
import { expect, folderTest, startsTest } from './support/test.ts'

const CANARY = /canar|lindqvist/i
/** Also shaped like a line of a stack: that alone is logged of an error. */
const WORDS = 'Canary Yachts\n    at Mara Lindqvist (canary@example.invalid)\n    at canary:1:2'
const NAMES = [...Object.keys(contract), ...Object.keys(hostContract)]
/** Needs a dialog, or ends the application. */
const LEFT_OUT = /^host\.(choose|save|install|left)/

/** Everything in the logs of a data folder, and the codes in it. */
function logOf(dataDir: string): { text: string; codes: string[] } {
  const folder = join(dataDir, 'logs')
  const text = readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('')
  const lines = text.split('\n').filter((line) => line !== '')
  return { text, codes: lines.map((line) => (JSON.parse(line) as { code: string }).code) }
}

startsTest(
  'no failure of a call, a file or the disk takes anything of a person into the log',
  async ({ start, dataDir: parent }) => {
    const dataDir = parent
    const started = await start()
    const { standIn, page } = started
    const call = (name: string, input: unknown) =>
      page.evaluate(([what, given]) => window.tandem!.call(what as string, given as never), [name, input])

    // Bodies of every shape for every procedure, and for some that do not exist.
    const text = fc.constantFrom('Canary Yachts', 'ana@canary.example', WORDS, '../Canary/Lindqvist.csv')
    const body = fc.letrec<{ any: unknown; object: unknown }>((tie) => ({
      any: fc.oneof(
        { maxDepth: 3 },
        text,
        fc.integer(),
        fc.constant(null),
        fc.array(tie('any')),
        tie('object'),
      ),
      object: fc.dictionary(
        fc.oneof(text, fc.constantFrom('id', 'dealId', 'fileId', 'form', 'command')),
        tie('any'),
      ),
    })).any
    const name = fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(...NAMES.filter((each) => !LEFT_OUT.test(each))) },
      { weight: 1, arbitrary: text },
    )
    const calls = fc.sample(fc.tuple(name, body), { numRuns: 500, seed: 6 })
    const answers = await page.evaluate(
      (asked) =>
        Promise.all(asked.map(async ([what, given]) => (await window.tandem!.call(what, given as never)).ok)),
      calls,
    )
    expect(answers.filter((ok) => !ok).length).toBeGreaterThan(300)

    // The database refuses with words of somebody.
    const database = new BetterSqlite3(join(dataDir, 'tandem.db'))
    database.exec(
      `CREATE TRIGGER canary BEFORE UPDATE ON settings BEGIN SELECT RAISE(ABORT, '${WORDS}'); END;
     CREATE TRIGGER canary_new BEFORE INSERT ON settings BEGIN SELECT RAISE(ABORT, '${WORDS}'); END`,
    )
    database.close()
    expect(await call('settings.save', { locale: 'zh-CN' })).toMatchObject({ error: { code: 'INTERNAL' } })

    // Places named after somebody that are not there, or are no file.
    const place = join(dataDir, 'Canary Lindqvist.csv')
    const fileId = await page.evaluate(async () => {
      const response = await fetch('/files?name=Canary.csv', { method: 'POST', body: 'Canary' })
      return ((await response.json()) as { value: { fileId: string } }).value.fileId
    })
    mkdirSync(place)
    standIn.dialog.files.push(
      place,
      join(place, 'gone', 'Canary.csv'),
      place,
      join(dataDir, 'Canary gone.csv'),
    )
    for (const asked of ['host.save-file', 'host.save-file', 'host.choose-file', 'host.choose-file']) {
      const given = asked === 'host.save-file' ? { fileId } : { purpose: 'import' }
      expect(await call(asked, given), asked).toMatchObject({ ok: false })
    }
    standIn.app.emit('second-instance', {}, ['tandem', join(place, 'x.csv')], dataDir)
    standIn.app.emit('child-process-gone', {}, { type: 'GPU', reason: 'crashed', exitCode: 5, name: WORDS })
    mkdirSync(join(dataDir, 'window.json.new'))
    writeFileSync(join(dataDir, 'window.json.new/Canary'), '')
    standIn.windows[0]!.setBounds({ x: 99 })
    await started.quit()

    const log = logOf(dataDir)
    expect(log.codes).toEqual(expect.arrayContaining(['PROCEDURE_FAILED', 'HELPER_GONE', 'WINDOW_NOT_KEPT']))
    expect(log.text).not.toMatch(CANARY)
  },
)

for (const [what, code] of [
  ['exception', 'MAIN_FAILED'],
  ['rejection', 'MAIN_PROMISE_FAILED'],
  ['engine', 'ENGINE_FAILED'],
] as const) {
  folderTest(
    `a fault of the ${what} takes nothing of what it says into the log, a terminal or a box`,
    async ({ context, dataDir: parent }) => {
      const dataDir = join(parent, 'Canary Lindqvist')
      mkdirSync(dataDir)
      const child = forkChild(context, dataDir)
      await child.page
      if (what === 'engine') void child.controls.engine({ fails: WORDS })
      else await child.controls.fault(what, WORDS)
      const { seen, said } = await child.ended
      const log = logOf(dataDir)
      expect(log.codes).toContain(code)
      expect(said).toContain(code)
      for (const text of [log.text, said, ...seen!.errors]) expect(text).not.toMatch(CANARY)
    },
  )
}
