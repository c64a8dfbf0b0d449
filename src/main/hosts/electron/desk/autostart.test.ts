import fc from 'fast-check'
import { expect, test } from 'vitest'
import { autostartEntry, canStart, isInForce, programIn } from './autostart.ts'

/** Reads `Exec` the way a desktop does: the file's escapes, then quotes, then field codes. */
function started(entry: string): string[] {
  const line = entry.split('\n').find((text) => text.startsWith('Exec='))!
  const escapes: Record<string, string> = { s: ' ', n: '\n', t: '\t', r: '\r', '\\': '\\' }
  const value = line.slice('Exec='.length).replace(/\\(.)/g, (_, letter: string) => escapes[letter]!)
  const args: string[] = []
  let rest = value
  while (rest !== '') {
    const found = rest.startsWith('"')
      ? /^"((?:[^"\\]|\\["`$\\])*)"(?: |$)/.exec(rest)
      : /^(\S+)(?: |$)/.exec(rest)
    if (!found) throw new Error(`cannot be read: ${rest}`)
    const [all, inner] = found
    args.push(rest.startsWith('"') ? inner!.replace(/\\(.)/gs, '$1') : inner!)
    rest = rest.slice(all.length)
  }
  return args.map((argument) => {
    if (/%(?!%)/.test(argument.replaceAll('%%', ''))) throw new Error(`a field code: ${argument}`)
    return argument.replaceAll('%%', '%')
  })
}

test('a program in a plain place', () => {
  expect(autostartEntry('/opt/Tandem/tandem', ['--hidden']).split('\n')).toContain(
    'Exec=/opt/Tandem/tandem --hidden',
  )
})

test('a program in a folder with everything in its name', () => {
  const program = '/home/mara/My $Apps/100% "best" `x` \\ new/Tandem.AppImage'
  expect(autostartEntry(program, ['--hidden']).split('\n')).toContain(
    'Exec="/home/mara/My \\\\$Apps/100%% \\\\"best\\\\" \\\\`x\\\\` \\\\\\\\ new/Tandem.AppImage" --hidden',
  )
})

test('whatever the path, a desktop starts that very program with these arguments', () => {
  const text = fc.string({ unit: fc.constantFrom(...'ab/ %\\$`"\'~|&;<>*?#()\n\t\r中=-'), minLength: 1 })
  fc.assert(
    fc.property(text, fc.array(text, { maxLength: 3 }), (path, args) => {
      const program = `/${path}`
      expect(started(autostartEntry(program, args))).toEqual([program, ...args])
    }),
    { numRuns: 2000 },
  )
})

test('nothing in a path adds a line of its own', () => {
  const entry = autostartEntry('/tmp/x\nHidden=true\n', [])
  expect(entry.split('\n')).toHaveLength(11)
  expect(isInForce(entry)).toBe(true)
})

test('a desktop that switches it off in place is believed', () => {
  const entry = autostartEntry('/opt/Tandem/tandem', ['--hidden'])
  expect(isInForce(entry)).toBe(true)
  expect(isInForce(`${entry}Hidden=true\n`)).toBe(false)
  expect(isInForce(entry.replace('enabled=true', 'enabled=false'))).toBe(false)
})

test('a path with an equals sign cannot be named', () => {
  expect([canStart('/opt/a=b/tandem'), canStart('/opt/ab/tandem')]).toEqual([false, true])
})

test('an AppImage is what a person starts, where the program runs out of it and nowhere else', () => {
  const image = '/home/mara/Tandem.AppImage'
  const mounted = '/tmp/.mount_TandemX1'
  expect(programIn({ running: `${mounted}/tandem`, mounted, image })).toBe(image)
  // Installed, and started from a terminal inside another program's AppImage.
  const other = { mounted: '/tmp/.mount_editorY2', image: '/home/mara/Editor.AppImage' }
  expect(programIn({ running: '/opt/Tandem/tandem', ...other })).toBe('/opt/Tandem/tandem')
  expect(programIn({ running: `${mounted}0/tandem`, mounted, image })).toBe(`${mounted}0/tandem`)
  expect(programIn({ running: '/opt/Tandem/tandem', mounted: null, image })).toBe('/opt/Tandem/tandem')
  expect(programIn({ running: `${mounted}/tandem`, mounted, image: undefined })).toBe(`${mounted}/tandem`)
})
