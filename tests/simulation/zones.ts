import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { join } from 'node:path'

/** Far apart, with daylight saving on both halves of the earth, by half an hour too, and with odd offsets. */
export const ZONES = [
  'UTC',
  'Asia/Shanghai',
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Apia',
] as const

/** What one zone came to. */
interface InZone {
  readonly zone: string
  /** Every deadline and closing as bytes of the database, one line each. */
  readonly bytes: string
  /** Local midnights, which must differ: proof that the zone was in force. */
  readonly local: string
}

const SCRIPT = join(import.meta.dirname, 'one-zone.ts')

function inZone(zone: string, seed: number): Promise<InZone> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [SCRIPT, String(seed)], {
      env: { ...process.env, TZ: zone },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const output: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk))
    child.on('error', reject)
    child.on('close', (code) => {
      const text = Buffer.concat(output).toString('utf8')
      if (code !== 0) return reject(new Error(`${zone} ended with ${code}: ${text}`))
      resolve({ zone, ...(JSON.parse(text) as Omit<InZone, 'zone'>) })
    })
  })
}

export interface Zones {
  readonly same: boolean
  readonly told: string
  readonly deadlines: number
  readonly results: readonly InZone[]
}

/** The same year in each zone, in a process of its own: whether its deadlines are the same bytes. */
export async function sameInEveryZone(seed: number): Promise<Zones> {
  const results: InZone[] = []
  for (const zone of ZONES) results.push(await inZone(zone, seed))
  const hashes = new Set(results.map(({ bytes }) => createHash('sha256').update(bytes).digest('hex')))
  const locals = new Set(results.map(({ local }) => local))
  const same = hashes.size === 1 && locals.size === ZONES.length
  const deadlines = results[0]!.bytes.split('\n').length
  const told = same
    ? `zones: ${ZONES.length} (${ZONES.join(', ')}), ${deadlines} deadlines and closings, the same bytes in each: sha256 ${[...hashes][0]}`
    : `zones: NOT the same: ${results.map(({ zone, local, bytes }) => `${zone} ${local} ${createHash('sha256').update(bytes).digest('hex')}`).join('; ')}`
  return { same, told, deadlines, results }
}
