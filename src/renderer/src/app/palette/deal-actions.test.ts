import { expect, test } from 'vitest'
import { COMMAND_KINDS, type CommandKind } from '#shared/domain/command.ts'
import { markable } from '#shared/domain/stages.ts'
import type { DealView } from '#shared/ipc/contract/deal-views.ts'
import type { VerdictView } from '#shared/ipc/contract/deals.ts'
import { allowed, at, blocked, dealView, id, party, refusal } from '../../testing/deals.ts'
import { speak } from '../../testing/mount.ts'
import { dealActions, mendingAction } from './deal-actions.ts'

const microsoft = party({ id: id(70), kind: 'microsoft', organization: 'Microsoft Corp' })
const partner = party({ id: id(71), kind: 'partner', organization: 'Contoso' })
const deal = (over: Partial<DealView> = {}) => dealView({ parties: [microsoft, partner], ...over })
const actions = (verdicts: readonly VerdictView[], of = deal()) =>
  dealActions({ deal: of, actions: verdicts })
const names = (verdicts: readonly VerdictView[], of = deal()) => actions(verdicts, of).map(({ name }) => name)

const BEGINS: readonly CommandKind[] = ['create', 'receive']
const TARGETS: Partial<Record<CommandKind, string>> = {
  'mark-stage': 'qualified',
  'correct-stage': 'created',
  'record-answer': microsoft.id,
  'record-review': 'approved',
}

test.each(COMMAND_KINDS.filter((kind) => !BEGINS.includes(kind)))('%s is offered, blocked or not', (kind) => {
  const target = TARGETS[kind] ?? null
  expect(names([allowed(kind, target)])).toContain(kind)
  expect(names([blocked(kind, target, refusal('DEAL_TERMINAL'))])).toEqual(['copy', kind])
})

test('what comes next is first, what is blocked is last', () => {
  const verdicts = [
    allowed('set-favorite'),
    allowed('win'),
    blocked('accept', null, refusal('NOT_RECEIVED')),
    allowed('mark-stage', 'negotiated'),
    allowed('mark-stage', 'developed'),
    allowed('correct-stage', 'created'),
  ]
  const marked = {
    stageMarks: [{ stage: 'qualified', at: at('2026-02-21T09:00:00.000Z'), by: null }],
  } as const
  const found = actions(verdicts, deal({ ...marked, stageMarks: [...marked.stageMarks] }))
  expect(found.map(({ name, verdict }) => [name, verdict?.target ?? null])).toEqual([
    ['mark-stage', 'developed'],
    ['win', null],
    ['set-favorite', null],
    ['copy', null],
    ['mark-stage', 'negotiated'],
    ['correct-stage', 'created'],
    ['accept', null],
  ])
})

test('an assessment climbs its own ladder', () => {
  const [first] = markable('assessment')
  const of = deal({ type: 'solution-assessment', stage: 'created', stageMarks: [] })
  const [next] = actions([allowed('mark-stage', first!.stage), allowed('win')], of)
  expect(next?.deed).toEqual({ does: 'send', command: { kind: 'mark-stage', stage: first!.stage } })
})

test('each party is asked for by its name; an unknown one is not', () => {
  const { t } = speak('en')
  const verdicts = [microsoft.id, partner.id, id(99)].map((target) => allowed('record-answer', target))
  const answers = actions(verdicts).filter(({ name }) => name === 'record-answer')
  expect(answers.map(({ label }) => label(t))).toEqual([
    'Record the answer of Microsoft…',
    'Record the answer of Contoso…',
  ])
  expect(answers[1]?.deed).toEqual({ does: 'ask', question: { what: 'record-answer', partyId: partner.id } })
})

test('who has accepted can still win or lose its part', () => {
  const accepted = deal({ parties: [{ ...partner, status: 'accepted' }] })
  const [answer] = actions([allowed('record-answer', partner.id)], accepted)
  expect(answer?.label(speak('en').t)).toBe('Record the outcome of Contoso…')
})

test('the outcomes of a review are one action, possible as soon as one of them is', () => {
  const verdicts = [
    blocked('record-review', 'approved', refusal('REGISTRATION_STATE')),
    allowed('record-review', 'rejected'),
    allowed('record-review', 'final-validation'),
  ]
  expect(actions(verdicts).filter(({ name }) => name === 'record-review')).toMatchObject([
    { verdict: { target: 'rejected', allowed: true } },
  ])
  expect(actions(verdicts.slice(0, 1))).toMatchObject([
    { name: 'copy' },
    { name: 'record-review', verdict: { allowed: false } },
  ])
})

test('a heart goes on and off', () => {
  const { t } = speak('en')
  const heart = (favorite: boolean) => actions([allowed('set-favorite')], deal({ favorite }))[0]!
  expect([heart(true).label(t), heart(false).label(t)]).toEqual(['Remove from favorites', 'Add to favorites'])
  expect(heart(true).deed).toMatchObject({ command: { favorite: false } })
})

test('what mends a refusal is what can be done now, the nearest of its kind', () => {
  const all = actions([
    blocked('accept', null, refusal('NOT_RECEIVED')),
    allowed('mark-stage', 'proposed'),
    allowed('mark-stage', 'qualified'),
  ])
  expect(mendingAction(all, 'accept')).toBeNull()
  expect(mendingAction(all, 'mark-stage')?.verdict?.target).toBe('qualified')
  expect(mendingAction(all, 'copy')?.name).toBe('copy')
  expect(mendingAction(all, 'confirm-clock')).toBeNull()
})
