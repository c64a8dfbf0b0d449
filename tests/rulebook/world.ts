import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { FakeClock, type TestApplication, testApplication } from '../support/application.ts'
import { type Line, importLines, line } from '../support/bulk-csv.ts'
import {
  type CommandInput,
  create,
  euros,
  execute,
  partnerInvite,
  person,
  receive,
} from '../support/deal-commands.ts'
import { SITUATIONS, type Situation } from './situations.data.ts'

/** The moment every open clock of the world begins; it runs out two weeks later. */
export const BEGUN = '2026-11-22T09:00:00.000Z'
export const DEADLINE = '2026-12-06T09:00:00.000Z'
const MS_LONG_BEFORE = 15 * 86_400_000

/** How our own standard deals came to be: by the wizard, or by a file of Partner Center. */
export type Begun = 'created' | 'imported'

/** The directory of the world. */
export interface Directory {
  readonly own: string
  readonly ip: string
  readonly apps: string
  readonly assessment: string
  readonly many: readonly string[]
  readonly brink: string
  readonly polar: string
  readonly self: string
  readonly locationId: string
}

/** A deal in each situation, by the situation's place in the list, and everything on disk to open it again and again. */
export interface World {
  readonly dataDir: string
  readonly directory: Directory
  readonly dealIds: readonly string[]
}

export const CONTACT = {
  firstName: 'Iris',
  lastName: 'Bakker',
  phone: '+31 10 555 0100',
  email: 'iris@harborline.example',
}
export const CLOSE_DATE = '2027-05-24'

/** Our company, its solutions of every kind, two partners, and as many more solutions as a test wants. */
export async function fillDirectory(app: TestApplication, more = 0): Promise<Directory> {
  const { locations } = await app.call('profile.save', {
    companyName: 'Kestrel Cloud',
    partnerId: 'P-OURS',
    assessmentEligible: true,
    locations: [{ name: 'Stockholm', country: 'SE' }],
    user: person('Mara'),
  })
  const solution = async (
    externalId: string,
    kind: 'own' | 'assessment',
    incentive: 'ip-co-sell' | 'business-apps' | null,
  ) => (await app.call('solutions.save', { name: externalId, kind, externalId, incentive })).id
  const partner = async (name: string, partnerId: string) =>
    (await app.call('partners.save', { name, partnerId, country: 'NL' })).id
  const many: string[] = []
  for (let n = 0; n < more; n += 1) many.push(await solution(`SOL-MANY-${n}`, 'own', null))
  return {
    own: await solution('SOL-OWN', 'own', null),
    ip: await solution('SOL-IP', 'own', 'ip-co-sell'),
    apps: await solution('SOL-APPS', 'own', 'business-apps'),
    assessment: await solution('SOL-CHECK', 'assessment', null),
    many,
    brink: await partner('Brink', 'P-BRINK'),
    polar: await partner('Polar', 'P-POLAR'),
    self: await partner('Kestrel', 'P-OURS'),
    locationId: locations[0]!.id,
  }
}

/** The directory entry of the situation's only solution, and its number in a file. */
const SOLUTION = {
  none: ['own', 'SOL-OWN'],
  'ip-co-sell': ['ip', 'SOL-IP'],
  'business-apps': ['apps', 'SOL-APPS'],
} as const
const solutionOf = ({ earns }: Situation) => SOLUTION[earns ?? 'none']

export const formFor = (solutionId: string) => ({
  solutionId,
  contractType: 'new' as const,
  totalValue: euros(5_000_00),
  solutionValue: euros(2_000_00),
  deployedOn: 'azure' as const,
  tenant: 'customer' as const,
  signedDate: '2026-11-01',
  startDate: '2026-11-10',
  endDate: 'perpetual' as const,
  contact: CONTACT,
  attested: true,
})

export const referralOf = (index: number): string => `R-${String(index).padStart(3, '0')}`

/** The line of a file that says of a situation just what is so: nothing to do. */
export function lineOf(index: number, situation: Situation, more: Line = {}): Line {
  const stages: Readonly<Record<string, string>> = {
    qualified: '20',
    developed: '40',
    proposed: '60',
    negotiated: '80',
  }
  const [status, substatus] = {
    received: ['New', 'Pending'],
    accepted: ['Active', 'Accepted'],
    won: ['Closed', 'Won'],
    lost: ['Closed', 'Lost'],
    declined: ['Closed', 'Declined'],
    expired: ['Closed', 'Expired'],
  }[situation.status] as [string, string]
  const asked = situation.microsoft !== null && situation.direction === 'outbound'
  return line(referralOf(index), {
    'Partner Referral Status': status,
    'Partner Referral Substatus': substatus,
    'Sales Stage': situation.status === 'accepted' ? (stages[situation.stage ?? ''] ?? '') : '',
    'Estimated Close Date': '05/24/2027',
    'Solution 1': solutionOf(situation)[1],
    ...(situation.status === 'received' ? { 'Team member 1': '' } : {}),
    ...(asked || situation.direction === 'inbound' ? CONTACT_CELLS : {}),
    ...(asked ? helpCells(situation.microsoft) : {}),
    ...more,
  })
}

export const CONTACT_CELLS: Line = {
  'Customer Contact First Name': CONTACT.firstName,
  'Customer Contact Last Name': CONTACT.lastName,
  'Customer Contact Phone number': CONTACT.phone,
  'Customer Contact Email Address': CONTACT.email,
}
export const helpCells = (status: string): Line => ({
  'Microsoft help required?': 'Yes',
  'What specific help from Microsoft?': '1',
  'Microsoft Referral Status': status,
})

/** Brings a deal into being as its situation began. */
async function begin(
  app: TestApplication,
  directory: Directory,
  situation: Situation,
  index: number,
): Promise<string> {
  const common = { name: `Deal ${referralOf(index)}`, value: euros(1000_50), closeDate: CLOSE_DATE }
  const solutions = [{ id: directory[solutionOf(situation)[0]] }]
  const assessment = situation.type === 'solution-assessment'
  const answer = async (command: CommandInput) => (await execute(app, null, command)).id
  if (situation.direction === 'inbound') {
    const partner = situation.type === 'partner-to-partner'
    return answer(
      receive({
        ...common,
        from: partner
          ? { kind: 'partner', organization: 'Brink' }
          : { kind: 'microsoft', organization: 'Microsoft' },
        contact: CONTACT,
        solutions: assessment ? [{ id: directory.assessment }] : solutions,
        externalId: referralOf(index),
      }),
    )
  }
  return answer(
    create(solutions[0]!.id, {
      ...common,
      ...(assessment
        ? {
            solutions: [],
            assessment: { solutionId: directory.assessment, locationId: directory.locationId },
            consent: true,
          }
        : {}),
      ...(situation.microsoft
        ? { microsoft: { help: 'workload-value' }, contact: CONTACT, consent: true }
        : {}),
      ...(situation.partner ? { partners: [partnerInvite(directory.brink, directory.own)] } : {}),
    }),
  )
}

/** What an imported deal still lacks of its situation's beginning: the file knows nothing of partners. */
async function invite(
  app: TestApplication,
  directory: Directory,
  situation: Situation,
  dealId: string,
): Promise<void> {
  if (situation.microsoft) {
    const command = {
      kind: 'invite-microsoft' as const,
      help: 'workload-value' as const,
      contact: CONTACT,
      consent: true,
    }
    await execute(app, dealId, command)
  }
  if (situation.partner) {
    await execute(app, dealId, {
      kind: 'invite-partner',
      invite: partnerInvite(directory.brink, directory.own),
    })
  }
}

/** The answer of one party, by way of accepting where that comes first. An expired one was left alone. */
async function answers(
  app: TestApplication,
  dealId: string,
  kind: 'microsoft' | 'partner',
  said: Situation['partner'],
) {
  const { parties } = await app.call('deals.get', { dealId })
  const party = parties.find((candidate) => candidate.kind === kind)
  if (!party || party.status === said) return
  const give = (answer: 'accepted' | 'declined' | 'won' | 'lost') =>
    execute(app, dealId, { kind: 'record-answer', partyId: party.id, answer })
  if (said === 'won' || said === 'lost') await give('accepted')
  if (said !== null && said !== 'pending' && said !== 'expired') await give(said)
}

const ASSESSMENT_STAGES = [
  'secure-customer-loe',
  'collect-data',
  'prepare-report',
  'present-to-customer',
] as const
const REVIEWS = {
  'deal-review': [],
  closed: [],
  'action-required': ['action-required'],
  'final-validation': ['final-validation'],
  approved: ['final-validation', 'approved'],
  rejected: ['rejected'],
} as const

/** Everything that happened to the deal since. */
async function live(
  app: TestApplication,
  directory: Directory,
  situation: Situation,
  dealId: string,
): Promise<void> {
  const { status, stage, registration } = situation
  const give = (command: CommandInput) => execute(app, dealId, command)
  if (situation.direction === 'inbound' && stage !== null) {
    await give({
      kind: 'accept',
      name: `Deal ${referralOf(SITUATIONS.indexOf(situation))}`,
      team: [person()],
    })
  }
  await answers(app, dealId, 'microsoft', situation.microsoft)
  await answers(app, dealId, 'partner', situation.partner)
  if (stage !== null && stage !== 'created' && stage !== 'accepted') {
    const at = (ASSESSMENT_STAGES as readonly string[]).indexOf(stage)
    const marks = at < 0 ? [stage] : ASSESSMENT_STAGES.slice(0, at + 1)
    for (const mark of marks) await give({ kind: 'mark-stage', stage: mark })
  }
  if (status === 'won') await give({ kind: 'win' })
  if (status === 'lost') await give({ kind: 'lose', reason: 'budget' })
  if (status === 'declined') await give({ kind: 'decline', reason: 'budget' })
  if (registration === null) return
  await give({ kind: 'register', form: formFor(directory[solutionOf(situation)[0]]) })
  for (const outcome of REVIEWS[registration]) {
    await give({ kind: 'record-review', outcome, errors: outcome === 'action-required' ? ['Sign it'] : [] })
  }
}

/** What had run out by the time the world begins was begun long before. */
const runOut = ({ status, microsoft, partner }: Situation): boolean =>
  status === 'expired' || microsoft === 'expired' || partner === 'expired'

const isImported = (begun: Begun, { direction, type }: Situation): boolean =>
  begun === 'imported' && direction === 'outbound' && type !== 'solution-assessment'

async function beginAll(
  app: TestApplication,
  directory: Directory,
  begun: Begun,
  which: (situation: Situation) => boolean,
  dealIds: string[],
): Promise<void> {
  const lines: Line[] = []
  for (const [index, situation] of SITUATIONS.entries()) {
    if (!which(situation)) continue
    if (isImported(begun, situation)) {
      const { earns } = situation
      lines.push(
        lineOf(index, { ...situation, earns, status: 'accepted', stage: 'created', microsoft: null }),
      )
    } else dealIds[index] = await begin(app, directory, situation, index)
  }
  if (lines.length === 0) return
  await importLines(app, lines, 'outbound')
  const { rows } = await app.call('deals.list', { tab: 'all', limit: 500 })
  for (const [index, situation] of SITUATIONS.entries()) {
    if (!which(situation) || !isImported(begun, situation)) continue
    dealIds[index] = rows.find(({ name }) => name === `Deal ${referralOf(index)}`)!.id
    await invite(app, directory, situation, dealIds[index])
  }
}

/** Builds a deal for every situation, through the front door, and closes the books. */
export async function buildWorld(begun: Begun): Promise<World> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tandem-matrix-'))
  const clock = new FakeClock(BEGUN)
  clock.advance(-MS_LONG_BEFORE)
  const app = await testApplication({ clock, dataDir, checkOutputs: false })
  const directory = await fillDirectory(app, 51)
  const dealIds: string[] = []
  await beginAll(app, directory, begun, runOut, dealIds)
  clock.advance(MS_LONG_BEFORE)
  await beginAll(app, directory, begun, (situation) => !runOut(situation), dealIds)
  for (const [index, situation] of SITUATIONS.entries())
    await live(app, directory, situation, dealIds[index]!)
  await app.shut()
  return { dataDir, directory, dealIds }
}

/** Opens a copy of the world, gives it to somebody, and throws it away. */
export async function inCopy<T>(
  world: World,
  work: (app: TestApplication) => Promise<T>,
  now = BEGUN,
): Promise<T> {
  const dataDir = mkdtempSync(join(tmpdir(), 'tandem-matrix-copy-'))
  cpSync(world.dataDir, dataDir, { recursive: true })
  const app = await testApplication({ clock: new FakeClock(now), dataDir, checkOutputs: false })
  try {
    return await work(app)
  } finally {
    await app.close()
  }
}

export const removeWorld = (world: World): void => rmSync(world.dataDir, { recursive: true, force: true })
