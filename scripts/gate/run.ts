import { join } from 'node:path'
import { Gate, wordsOf } from './gate.ts'
import { overdue } from './release.ts'
import { RULES } from './rules.ts'
import { readFiles } from './source.ts'

/**
 * `npm run gate`: the sources have the known shape, or it says where not. The age of Electron is told as a warning; with
 * `--strict` it fails too, which a hosted build asks for: no clock breaks a build here.
 */
const strict = process.argv.includes('--strict')
const files = readFiles(join(import.meta.dirname, '../..'))
const findings = new Gate().run(files)
const late = overdue(new Date().toISOString().slice(0, 10))

for (const finding of findings) process.stdout.write(`${wordsOf(finding)}\n`)
for (const what of late) process.stdout.write(`${strict ? 'overdue' : 'warning'}: ${what}\n`)
process.stdout.write(`${RULES.length} rules, ${files.size} files, ${findings.length} findings\n`)
process.exit(findings.length > 0 || (strict && late.length > 0) ? 1 : 0)
