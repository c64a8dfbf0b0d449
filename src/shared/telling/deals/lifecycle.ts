import { type AnyStage, markable } from '#shared/domain/stages.ts'
import type { DealView } from '#shared/ipc/contract/deal-views.ts'
import type { Milestone } from './milestone.ts'
import { closedIsOpen, registrationMilestones } from './registration-life.ts'

const ended = (deal: DealView): boolean => deal.closedAt !== null

/** The milestones before any stage: how the deal began. */
function beginning(deal: DealView): Milestone[] {
  if (deal.direction === 'outbound') return []
  const received: Milestone = {
    key: 'received',
    what: { kind: 'received' },
    state: deal.status === 'received' ? 'now' : 'done',
    at: deal.createdAt,
  }
  if (deal.status === 'received') {
    return [received, { key: 'answer', what: { kind: 'answer' }, state: 'next', at: null }]
  }
  return [received]
}

function stages(deal: DealView): Milestone[] {
  const family = deal.type === 'solution-assessment' ? 'assessment' : 'standard'
  const base: AnyStage = deal.direction === 'outbound' ? 'created' : 'accepted'
  const rungs = markable(family)
  const marks = new Map(deal.stageMarks.map((mark) => [mark.stage, mark.at]))
  const running = deal.status === 'accepted'
  const next = running ? rungs.find(({ stage }) => !marks.has(stage))?.stage : undefined
  const reached = deal.stageMarks.at(-1)?.stage ?? null
  const all = deal.status === 'received' ? rungs : [{ stage: base, percent: 10 }, ...rungs]
  return all.map(({ stage, percent }): Milestone => {
    const at = marks.get(stage) ?? null
    const state =
      at !== null
        ? running && stage === reached
          ? 'now'
          : 'done'
        : stage === next
          ? 'next'
          : running
            ? 'open'
            : 'soft'
    return { key: stage, what: { kind: 'stage', stage, percent }, state, at }
  })
}

function ending(deal: DealView): Milestone[] {
  const over = ended(deal) && !closedIsOpen(deal)
  const closed: Milestone = {
    key: 'closed',
    what: { kind: 'closed' },
    state: over ? 'done' : 'open',
    at: over ? deal.closedAt : null,
  }
  const registration = registrationMilestones(deal)
  if (deal.status === 'won') {
    const won: Milestone = { key: 'won', what: { kind: 'won' }, state: 'won', at: deal.closedAt }
    return [won, ...registration, closed]
  }
  if (deal.status === 'lost')
    return [{ key: 'lost', what: { kind: 'lost' }, state: 'over', at: deal.closedAt }, closed]
  return [
    {
      key: 'won-or-lost',
      what: { kind: 'won-or-lost' },
      state: 'open',
      at: null,
      expectedAt: deal.closeDate,
    },
    ...registration,
    closed,
  ]
}

/** The bar of a deal, left to right. What a closed deal never reached is left out. */
export function milestones(deal: DealView): readonly Milestone[] {
  if (deal.status === 'declined' || deal.status === 'expired') {
    const what = { kind: deal.status }
    return [
      ...beginning(deal),
      { key: deal.status, what, state: 'over', at: deal.closedAt },
      ...ending(deal).slice(-1),
    ]
  }
  const reached = stages(deal).filter(({ state }) => !ended(deal) || state === 'done' || state === 'now')
  const crowded = deal.status === 'won' && registrationMilestones(deal).length > 0
  const passed = reached.map((node, index) =>
    crowded && index > 0 && index < reached.length - 1 ? { ...node, passing: true } : node,
  )
  return [...beginning(deal), ...passed, ...ending(deal)]
}
