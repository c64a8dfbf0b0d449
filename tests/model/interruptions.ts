import type { DealId } from '#shared/domain/ids.ts'
import { execute } from '#main/core/deals/deals.service.ts'
import { dealCommand } from '#shared/ipc/contract/commands.ts'
import { fileOf, line, withMicrosoft } from '../support/bulk-csv.ts'
import type { CommandInput } from '../support/deal-commands.ts'
import type { Draw } from './draw.ts'
import type { DealView } from './look.ts'
import { type ModelDeal, type Surroundings, stageOf, typeOf } from './model-deal.ts'
import type { World } from './world.ts'

/** Carries a command out and loses the connection before it is committed, as a killed process does. */
export async function killWhile(world: World, dealId: string, command: CommandInput): Promise<void> {
  const { core } = world.app
  const work = core.context().write(async (unit) => {
    await execute(unit, dealId as DealId, null, dealCommand.parse(command))
    core.writer.raw.close()
  })
  // Refused or cut off: nothing of it may be there either way.
  await work.catch(() => {})
  if (core.writer.raw.open) core.writer.raw.close()
  await world.reopen(true)
}

/** A row of a file and how the deal stands that it brings. */
const ROWS = [
  { status: 'New', substatus: 'Pending', expected: 'received' },
  { status: 'Active', substatus: 'Accepted', expected: 'accepted' },
  { status: 'Closed', substatus: 'Won', expected: 'won' },
  { status: 'Closed', substatus: 'Lost', expected: 'lost' },
  { status: 'Closed', substatus: 'Declined', expected: 'declined' },
  { status: 'Closed', substatus: 'Expired', expected: 'expired' },
] as const

const STAGES = [
  ['', []],
  ['20', ['qualified']],
  ['40', ['qualified', 'developed']],
  ['80', ['qualified', 'developed', 'proposed', 'negotiated']],
] as const

/** Party statuses a file knows, as its own words and as ours. */
const MICROSOFT = [null, 'Pending', 'Accepted', 'Declined', 'Won'] as const

interface Counts {
  readonly created: number
  readonly updated: number
  readonly unchanged: number
}

async function importRow(world: World, bytes: string): Promise<Counts> {
  async function* source() {
    yield Buffer.from(bytes)
  }
  const { fileId } = await world.files.put('deals.csv', source())
  const settled = async (jobId: string): Promise<never> => {
    await world.app.core.jobs.settled()
    const job = await world.call<{ state: string; result: unknown; error: unknown }>('jobs.get', { jobId })
    if (job.state !== 'done') throw new Error(`job ${job.state}: ${JSON.stringify(job.error)}`)
    return job.result as never
  }
  const begin = async (name: string, input: unknown) =>
    (await world.call<{ jobId: string }>(name, input)).jobId
  const options = { direction: 'outbound' }
  const preview = await settled(
    await begin('imports.preview', { fileId, format: 'partner-center-csv', options }),
  )
  return settled(await begin('imports.commit', { importId: (preview as { importId: string }).importId }))
}

/** The deal a row brought, in the model's words: a file's own facts are taken from it, ours are judged from now on. */
function adopted(view: DealView): ModelDeal {
  const ms = (at: string | null) => (at === null ? null : Date.parse(at))
  return {
    id: view.id,
    version: view.version,
    direction: view.direction,
    status: view.status,
    marked: view.stageMarks
      .filter(({ stage }) => stage !== 'created' && stage !== 'accepted')
      .map(({ stage, at }) => ({ stage, at: Date.parse(at) })),
    assessment: false,
    name: view.name,
    amount: view.value.amount,
    currency: view.value.currency,
    closeDate: view.closeDate,
    notes: view.notes,
    crmId: view.crmId,
    campaignId: view.campaignId,
    contact: view.contact,
    consent: view.consent !== null,
    team: view.team,
    solutions: view.solutions.map(({ id }) => id),
    parties: view.parties.map((party) => ({
      id: party.id,
      kind: party.kind,
      partner: party.partnerId,
      status: party.status,
      invitedAt: Date.parse(party.invitedAt),
      expiresAt: ms(party.expiresAt),
      answeredAt: ms(party.answeredAt),
      sellers: party.sellers.length,
    })),
    favorite: view.favorite,
    reason: view.closedReason,
    registration: null,
    createdAt: Date.parse(view.createdAt),
    updatedAt: Date.parse(view.updatedAt),
    stageSince: Date.parse(view.stageSince),
    acceptedAt: ms(view.acceptedAt),
    closedAt: ms(view.closedAt),
    expiresAt: ms(view.expiresAt),
  }
}

/** Imports one row twice: it begins a deal as the file says, and then finds it unchanged (CONTRACT, imports). */
export async function bringIn(
  world: World,
  draw: Draw,
  { now }: Surroundings,
): Promise<{ row: unknown; fault: string | null; deal: ModelDeal }> {
  const referral = `REF-${world.nextId()}`
  const { status, substatus, expected } = draw.pick(ROWS)
  const [percent, marked] = expected === 'accepted' ? draw.pick(STAGES) : STAGES[0]
  const asked = expected === 'accepted' || expected === 'won' ? draw.pick(MICROSOFT) : null
  const row = line(referral, {
    ...(asked === null ? {} : withMicrosoft(asked)),
    'Partner Referral Status': status,
    'Partner Referral Substatus': substatus,
    'Sales Stage': percent,
    'Declined/Lost reason': expected === 'lost' || expected === 'declined' ? '1' : '',
  })
  const first = await importRow(world, fileOf([row]))
  const second = await importRow(world, fileOf([row]))
  const [stored] = world.rows('SELECT id FROM deals WHERE referral_id = ?', referral) as { id: string }[]
  if (!stored) throw new Error('the file brought no deal')
  const deal = adopted(await world.call<DealView>('deals.get', { dealId: stored.id }))
  const microsoft = expected === 'received' ? 'accepted' : (asked?.toLowerCase() ?? undefined)
  const wanted = {
    counts: [1, 0, 0, 0, 0, 1],
    status: expected,
    type: microsoft === undefined ? 'private' : 'co-sell',
    stage:
      expected === 'won' ? 'won' : expected === 'accepted' ? (marked.at(-1) ?? 'created') : stageOf(deal),
    microsoft,
    version: 1,
    closed: expected !== 'received' && expected !== 'accepted',
    clock: expected === 'received' ? now + world.days * 86_400_000 : null,
  }
  const got = {
    counts: [first.created, first.updated, first.unchanged, second.created, second.updated, second.unchanged],
    status: deal.status,
    type: typeOf(deal),
    stage: stageOf(deal),
    microsoft: deal.parties.find(({ kind }) => kind === 'microsoft')?.status,
    version: deal.version,
    closed: deal.closedAt !== null,
    clock: deal.expiresAt,
  }
  const [a, b] = [JSON.stringify(wanted), JSON.stringify(got)]
  return { row, fault: a === b ? null : `import: the rulebook says ${a}, the application ${b}`, deal }
}
