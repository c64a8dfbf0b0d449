import { describe, expect, test } from 'vitest'
import type { Reason } from '#shared/domain/deal.ts'
import { accept, decline, lose, receive, setSolutions } from '../testing/commands.ts'
import { acceptedDeal, act, codesOf, privateDeal, receivedDeal, refusalsOf } from '../testing/deals.ts'
import { ACTOR, NOBODY, SOLUTION, YESTERDAY, at, day, eur, person } from '../testing/facts.ts'

const LATER = at('2026-03-10T12:00:00.000Z')

test('D3: the deal is accepted now, on stage accepted, and its clock is gone', () => {
  expect(act(receivedDeal(), accept(), LATER)).toMatchObject({
    status: 'accepted',
    stage: 'accepted',
    stageSince: LATER,
    stageMarks: [{ stage: 'accepted', at: LATER, by: ACTOR }],
    acceptedAt: LATER,
    updatedAt: LATER,
    createdAt: '2026-03-02T09:00:00.000Z',
    expiresAt: null,
    closedAt: null,
    version: 2,
  })
})

test('D3: one millisecond before the deadline it is accepted', () => {
  const last = at('2026-03-16T08:59:59.999Z')
  expect(act(receivedDeal(), accept(), last).acceptedAt).toBe(last)
})

test('D3: the values of the form become those of the deal', () => {
  const form = {
    name: ' Ours now ',
    value: eur(99),
    closeDate: day('2026-09-30'),
    notes: ' Called them ',
    crmId: 'CRM-3',
    campaignId: 'AUTUMN',
    team: [{ ...person('Ana'), firstName: ' Ana ' }],
  }
  expect(act(receivedDeal(), accept(form))).toMatchObject({
    ...form,
    name: 'Ours now',
    notes: 'Called them',
    team: [person('Ana')],
  })
})

test('D3: what the form leaves out stays as it was sent, what it empties is gone', () => {
  const sent = act(null, receive('microsoft', { notes: 'From the sender' }))
  expect(act(sent, accept())).toMatchObject({
    name: 'Fleet modernisation, phase 1',
    value: eur(2_500_000),
    closeDate: '2026-06-30',
    notes: 'From the sender',
    team: [],
  })
  expect(act(sent, accept({ notes: ' ' })).notes).toBeNull()
})

test('D3: numbers a file brought stay unless the form says others, tidied, or none', () => {
  const known = { ...receivedDeal(), crmId: 'CRM-1', campaignId: 'SPRING' }
  expect(act(known, accept())).toMatchObject({ crmId: 'CRM-1', campaignId: 'SPRING' })
  const other = accept({ crmId: ' CRM-2 ', campaignId: ' FALL ' })
  expect(act(known, other)).toMatchObject({ crmId: 'CRM-2', campaignId: 'FALL' })
  expect(act(known, accept({ crmId: null, campaignId: '' }))).toMatchObject({
    crmId: null,
    campaignId: null,
  })
})

test('D3: solutions become editable', () => {
  expect(codesOf(receivedDeal(), setSolutions(SOLUTION.microsoft))).toEqual(['NOT_ACTIVE'])
  expect(codesOf(acceptedDeal(), setSolutions(SOLUTION.microsoft))).toEqual([])
})

test.each([
  ['NAME_REQUIRED', { name: '  ' }],
  ['VALUE_REQUIRED', { value: eur(0) }],
  ['TEAM_MEMBER_INCOMPLETE', { team: [NOBODY] }],
])('D3: %s when the form says %j', (code, over) => {
  expect(codesOf(receivedDeal(), accept(over))).toEqual([code])
})

test('D3: everything wrong with the form is named at once', () => {
  const form = accept({ name: '', value: eur(-1), team: [NOBODY] })
  expect(codesOf(receivedDeal(), form)).toEqual(['NAME_REQUIRED', 'VALUE_REQUIRED', 'TEAM_MEMBER_INCOMPLETE'])
})

test('6.3: a past close date may be accepted, since only a creation forbids it', () => {
  expect(codesOf(receivedDeal(), accept({ closeDate: YESTERDAY }))).toEqual([])
})

test('D3: our staff is optional', () => {
  expect(codesOf(receivedDeal(), accept({ team: [] }))).toEqual([])
})

test('D4: the deal is declined now, with its reason and notes', () => {
  expect(act(receivedDeal(), decline({ reason: 'other', notes: ' Not our field ' }), LATER)).toMatchObject({
    status: 'declined',
    stage: null,
    closedReason: 'other',
    closedNotes: 'Not our field',
    closedAt: LATER,
    updatedAt: LATER,
    expiresAt: null,
  })
})

test('D4: one millisecond before the deadline it is declined', () => {
  expect(act(receivedDeal(), decline(), at('2026-03-16T08:59:59.999Z')).status).toBe('declined')
})

// RULEBOOK 7.1 and B4: each reason, and whether it needs words. One list for Declined and Lost.
const REASONS: readonly [Reason, boolean][] = [
  ['budget', false],
  ['no-response', false],
  ['other-vendor', false],
  ['requirement-not-met', false],
  ['not-a-customer', false],
  ['timeline-too-short', false],
  ['abuse', false],
  ['other', true],
]

describe.each([
  ['declining', receivedDeal, decline],
  ['losing', privateDeal, lose],
] as const)('7.1: %s', (what, deal, command) => {
  test.each(REASONS)(`7.1: ${what} for the reason %s, notes needed: %s`, (reason, notesNeeded) => {
    expect(act(deal(), command({ reason, notes: 'Because' }))).toMatchObject({
      closedReason: reason,
      closedNotes: 'Because',
    })
    for (const notes of [undefined, null, '', ' \n ']) {
      expect(codesOf(deal(), command({ reason, notes }))).toEqual(notesNeeded ? ['NOTES_REQUIRED'] : [])
    }
  })

  test(`B4: ${what} needs a reason, and "other" needs words`, () => {
    expect(refusalsOf(deal(), command({ reason: null, notes: 'Because' }))).toEqual([
      { code: 'REASON_REQUIRED', params: {}, fix: { field: 'reason' } },
    ])
    expect(refusalsOf(deal(), command({ reason: 'other' }))).toEqual([
      { code: 'NOTES_REQUIRED', params: { reason: 'other' }, fix: { field: 'notes' } },
    ])
  })

  test(`7: ${what} without notes keeps none`, () => {
    expect(act(deal(), command({ notes: '  ' })).closedNotes).toBeNull()
  })
})
