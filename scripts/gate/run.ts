import { join } from 'node:path'
import { Gate, wordsOf } from './gate.ts'
import { RULES } from './rules.ts'
import { readFiles } from './source.ts'

/** `npm run gate`: the sources have the known shape, or it says where not. */
const files = readFiles(join(import.meta.dirname, '../..'))
const findings = new Gate().run(files)
for (const finding of findings) process.stdout.write(`${wordsOf(finding)}\n`)
process.stdout.write(`${RULES.length} rules, ${files.size} files, ${findings.length} findings\n`)
process.exit(findings.length === 0 ? 0 : 1)
