import type { Output } from '#shared/ipc/contract.ts'
import { type ModelDeal, firstStage, stageOf, typeOf } from './model-deal.ts'

export type DealView = Output<'deals.get'>

const text = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString())

/** What the screens should show of a deal, said by the model. */
export const expectedLook = (deal: ModelDeal) => ({
  id: deal.id,
  version: deal.version,
  type: typeOf(deal),
  direction: deal.direction,
  status: deal.status,
  stage: stageOf(deal),
  marks: [
    ...(deal.acceptedAt === null ? [] : [[firstStage(deal), text(deal.acceptedAt)]]),
    ...deal.marked.map(({ stage, at }) => [stage, text(at)]),
  ],
  name: deal.name,
  amount: deal.amount,
  currency: deal.currency,
  closeDate: deal.closeDate,
  notes: deal.notes,
  crmId: deal.crmId,
  campaignId: deal.campaignId,
  contact: deal.contact,
  consent: deal.consent,
  team: deal.team,
  solutions: deal.solutions,
  parties: deal.parties.map((party) => ({
    id: party.id,
    kind: party.kind,
    partner: party.partner,
    status: party.status,
    invitedAt: text(party.invitedAt),
    expiresAt: text(party.expiresAt),
    answeredAt: text(party.answeredAt),
    sellers: party.sellers,
  })),
  favorite: deal.favorite,
  reason: deal.reason,
  registration: deal.registration,
  createdAt: text(deal.createdAt),
  updatedAt: text(deal.updatedAt),
  stageSince: text(deal.stageSince),
  acceptedAt: text(deal.acceptedAt),
  closedAt: text(deal.closedAt),
  expiresAt: text(deal.expiresAt),
})

/** The same of what the application answers. */
export const actualLook = (view: DealView): ReturnType<typeof expectedLook> => ({
  id: view.id,
  version: view.version,
  type: view.type,
  direction: view.direction,
  status: view.status,
  stage: view.stage,
  marks: view.stageMarks.map(({ stage, at }) => [stage, at]),
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
    invitedAt: party.invitedAt,
    expiresAt: party.expiresAt,
    answeredAt: party.answeredAt,
    sellers: party.sellers.length,
  })),
  favorite: view.favorite,
  reason: view.closedReason,
  registration: view.registrationRecord && {
    state: view.registrationRecord.state as 'closed',
    incentive: view.registrationRecord.incentive,
  },
  createdAt: view.createdAt,
  updatedAt: view.updatedAt,
  stageSince: view.stageSince,
  acceptedAt: view.acceptedAt,
  closedAt: view.closedAt,
  expiresAt: view.expiresAt,
})

/** Where two looks differ, one line a field; empty when they are equal. */
export function differences(deal: ModelDeal, view: DealView): string[] {
  const expected = expectedLook(deal)
  const actual = actualLook(view)
  return (Object.keys(expected) as (keyof typeof expected)[]).flatMap((key) => {
    const [wanted, got] = [JSON.stringify(expected[key]), JSON.stringify(actual[key])]
    return wanted === got ? [] : [`${key}: the rulebook says ${wanted}, the application ${got}`]
  })
}
