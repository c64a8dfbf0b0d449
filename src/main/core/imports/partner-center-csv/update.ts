import type { Command, DealChanges } from '#shared/domain/command.ts'
import type { CustomerInput } from '#shared/domain/company.ts'
import { type Deal, type Reason, isTerminal, microsoftParty } from '#shared/domain/deal.ts'
import { sameMoney } from '#shared/domain/money.ts'
import { PERSON_FIELDS, type Person } from '#shared/domain/person.ts'
import { type AnyStage, markable, rungOf } from '#shared/domain/stages.ts'
import type { SystemCommand } from '#shared/rules/commands/system.ts'
import { sameExternal } from '#shared/rules/external.ts'
import { familyOf } from '#shared/rules/deal-type.ts'
import { baseStage, stageOrder } from '#shared/rules/stages.ts'
import {
  type AdoptionContext,
  type ResolvedSolutions,
  externalOf,
  spelledStage,
  stageOf,
} from './adoption.ts'
import type { RowFault } from '#shared/words/row-fault.ts'
import { answerSteps } from './answer-steps.ts'
import { issue } from './cells.ts'
import { COLUMN } from './columns.ts'
import { partnerSteps } from './partner-parties.ts'
import type { PartnerCenterRow } from './row.ts'

/** One thing a row changes on a deal we have: the columns it stands in, and what to ask of the rules. */
export interface Step {
  readonly columns: readonly string[]
  readonly command: Command | SystemCommand
}

export interface Difference {
  readonly steps: readonly Step[]
  readonly warnings: readonly RowFault[]
}

const samePerson = (a: Person | null, b: Person | null): boolean =>
  a === b || Boolean(a && b && PERSON_FIELDS.every((field) => a[field] === b[field]))

const samePeople = (a: readonly Person[], b: readonly Person[]): boolean =>
  a.length === b.length && a.every((person, index) => samePerson(person, b[index]!))

const CUSTOMER_COLUMNS: Record<keyof CustomerInput, string> = {
  name: COLUMN.customerName,
  addressLine1: COLUMN.addressLine1,
  addressLine2: COLUMN.addressLine2,
  city: COLUMN.city,
  state: COLUMN.state,
  postalCode: COLUMN.postalCode,
  country: COLUMN.country,
  duns: COLUMN.duns,
}

/** Where a row names another customer than the deal has: that never changes (RULEBOOK 2.4), so it is only told. */
export const customerWarnings = (deal: Deal, row: PartnerCenterRow): RowFault[] =>
  (Object.keys(CUSTOMER_COLUMNS) as (keyof CustomerInput)[])
    .filter((field) => deal.customer[field] !== row.customer[field])
    .map((field) => issue('CUSTOMER_KEPT', CUSTOMER_COLUMNS[field], row.customer[field] ?? ''))

/** The plain fields of a deal a row can change, with their columns. */
const DETAILS: readonly {
  readonly field: keyof DealChanges
  readonly column: string
  readonly same: (deal: Deal, row: PartnerCenterRow) => boolean
}[] = [
  { field: 'name', column: COLUMN.name, same: (deal, row) => deal.name === row.name },
  { field: 'value', column: COLUMN.value, same: (deal, row) => sameMoney(deal.value, row.value) },
  { field: 'closeDate', column: COLUMN.closeDate, same: (deal, row) => deal.closeDate === row.closeDate },
  { field: 'crmId', column: COLUMN.crmId, same: (deal, row) => deal.crmId === row.crmId },
  { field: 'campaignId', column: COLUMN.campaignId, same: (deal, row) => deal.campaignId === row.campaignId },
  { field: 'notes', column: COLUMN.notes, same: (deal, row) => deal.notes === row.notes },
  {
    field: 'contact',
    column: COLUMN.contactEmail,
    same: (deal, row) => samePerson(deal.contact, row.contact),
  },
]

function detailSteps(deal: Deal, row: PartnerCenterRow): Step[] {
  const differing = DETAILS.filter(({ same }) => !same(deal, row))
  if (differing.length === 0) return []
  const changes = Object.fromEntries(differing.map(({ field }) => [field, row[field]])) as DealChanges
  return [{ columns: differing.map(({ column }) => column), command: { kind: 'edit', changes } }]
}

function partSteps(deal: Deal, row: PartnerCenterRow, solutions: ResolvedSolutions): Step[] {
  const refs = solutions.map(({ ref }) => ref)
  const steps: Step[] = []
  if (!samePeople(row.team, deal.team)) {
    steps.push({ columns: ['Team member 1'], command: { kind: 'set-team', team: row.team } })
  }
  if (JSON.stringify(refs) !== JSON.stringify(deal.solutions)) {
    steps.push({ columns: ['Solution 1'], command: { kind: 'set-solutions', solutions: refs } })
  }
  return steps
}

function microsoftSteps(deal: Deal, row: PartnerCenterRow): Difference {
  const party = microsoftParty(deal)
  if (row.microsoft === null) {
    const kept = party && deal.direction === 'outbound'
    return { steps: [], warnings: kept ? [issue('HELP_KEPT', COLUMN.helpRequired, 'No')] : [] }
  }
  if (!party) {
    const { type, notes } = row.help!
    const invite: Step = {
      columns: [COLUMN.helpRequired],
      command: { kind: 'invite-microsoft', help: type, notes, contact: row.contact, consent: row.consent },
    }
    return { steps: [invite], warnings: [] }
  }
  return answerSteps(party, row.microsoft, null, COLUMN.microsoftStatus)
}

function stageSteps(deal: Deal, row: PartnerCenterRow, context: AdoptionContext): Difference {
  if (row.status !== 'accepted') return { steps: [], warnings: [] }
  const family = familyOf(deal)
  const { stage, unmapped } = stageOf(row, family, deal.direction, context.profile.stageMapping)
  if (unmapped) return { steps: [], warnings: [issue('STAGE_UNMAPPED', COLUMN.stage, row.stage)] }
  const order = rungOf(family, stage!)?.order ?? 0
  const current = stageOrder(deal)
  if (order === current || row.stage === '') return { steps: [], warnings: [] }
  const kind = order > current ? ('mark-stage' as const) : ('correct-stage' as const)
  const rungs = family === 'standard' ? [stage!] : rungsBetween(deal, current, order)
  const steps = rungs.map((rung): Step => ({ columns: [COLUMN.stage], command: { kind, stage: rung } }))
  return { steps, warnings: [] }
}

/** An assessment goes one stage at a time (RULEBOOK B3): a file that jumps takes each of them, nearest first. */
function rungsBetween(deal: Deal, from: number, to: number): readonly AnyStage[] {
  const on = (order: number) =>
    markable('assessment').find((rung) => rung.order === order)?.stage ?? baseStage(deal)
  const step = Math.sign(to - from)
  return Array.from({ length: Math.abs(to - from) }, (_, index) => on(from + step * (index + 1)))
}

/** What a file says beyond our model, where that is new. */
function notedSteps(deal: Deal, row: PartnerCenterRow, context: AdoptionContext): Step[] {
  const family = familyOf(deal)
  const { stage } = stageOf(row, family, deal.direction, context.profile.stageMapping)
  const external = externalOf(row, spelledStage(stage, family), deal.external)
  if (sameExternal(deal.external, external)) return []
  const columns = row.known ? ['eTag'] : Object.keys(external.extra)
  return [{ columns, command: { kind: 'note-external', external } }]
}

/** What closes a deal that the file has closed. */
function closingSteps(deal: Deal, row: PartnerCenterRow): Step[] {
  const columns = [COLUMN.substatus]
  switch (row.status) {
    case 'won':
      return [{ columns, command: { kind: 'win' } }]
    case 'lost':
      return [{ columns, command: { kind: 'lose', ...closingWords(row) } }]
    case 'declined':
      return [{ columns, command: { kind: 'decline', ...closingWords(row) } }]
    case 'expired':
      return [{ columns, command: { kind: 'report-expired', partyId: null } }]
    default:
      return []
  }
}

/**
 * Why a deal closed. Words of a record that are no reason of the list are "Others" with those words; a file that has
 * none for "Others" says at least where they would stand.
 */
function closingWords({ reason, known, notes }: PartnerCenterRow): {
  reason: Reason | null
  notes: string | null
} {
  const said = known?.statusReason ?? null
  const why = reason ?? (said === null ? null : 'other')
  return { reason: why, notes: why === 'other' ? (said ?? notes ?? 'Partner Center') : null }
}

const acceptStep = (row: PartnerCenterRow): Step => ({
  columns: [COLUMN.status],
  command: {
    kind: 'accept',
    name: row.name,
    value: row.value,
    closeDate: row.closeDate,
    notes: row.notes,
    crmId: row.crmId,
    campaignId: row.campaignId,
    team: row.team,
  },
})

const differsAtAll = (deal: Deal, row: PartnerCenterRow, solutions: ResolvedSolutions): string[] => {
  const steps = [...detailSteps(deal, row), ...partSteps(deal, row, solutions)]
  const columns = steps.flatMap((step) => step.columns)
  return row.status === deal.status ? columns : [COLUMN.substatus, ...columns]
}

/**
 * What a row asks of a deal we have, as the steps a person would take, in order. A closed deal of ours is never
 * changed: any difference is put to the rules, which refuse it (CONTRACT).
 */
export function differenceOf(
  deal: Deal,
  row: PartnerCenterRow,
  solutions: ResolvedSolutions,
  context: AdoptionContext,
): Difference {
  const ahead = [issue('OURS_IS_AHEAD', COLUMN.status, row.status)]
  if (row.status === 'received' && deal.status !== 'received') {
    // The answer was given here, or the clock ran out: the file is older than the deal.
    return { steps: [], warnings: isTerminal(deal.status) && deal.status === 'expired' ? [] : ahead }
  }
  if (isTerminal(deal.status)) {
    const columns = differsAtAll(deal, row, solutions)
    return columns.length === 0
      ? { steps: [], warnings: [] }
      : { steps: [{ columns, command: { kind: 'edit', changes: { name: row.name } } }], warnings: [] }
  }
  if (row.status === 'received') {
    const noted = notedSteps(deal, row, context)
    return { steps: [...detailSteps(deal, row), ...partSteps(deal, row, solutions), ...noted], warnings: [] }
  }
  const answering =
    deal.status === 'received' && row.status !== 'declined' && row.status !== 'expired'
      ? [acceptStep(row)]
      : []
  const details =
    deal.status === 'received' ? [] : [...detailSteps(deal, row), ...partSteps(deal, row, solutions)]
  const microsoft = microsoftSteps(deal, row)
  const partners = deal.status === 'received' ? { steps: [], warnings: [] } : partnerSteps(deal, row, context)
  const stage = stageSteps(deal, row, context)
  return {
    steps: [
      ...answering,
      ...details,
      ...microsoft.steps,
      ...partners.steps,
      ...stage.steps,
      ...notedSteps(deal, row, context),
      ...closingSteps(deal, row),
    ],
    warnings: [...microsoft.warnings, ...partners.warnings, ...stage.warnings],
  }
}
