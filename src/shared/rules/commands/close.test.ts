import { expect, test } from 'vitest'
import { percentOf } from '../stages.ts'
import { WIN, lose } from '../testing/commands.ts'
import {
  acceptedDeal,
  act,
  assessmentDeal,
  codesOf,
  coSellDeal,
  eventsOf,
  markedDeal,
  partnerDeal,
  privateDeal,
  receivedDeal,
  refusalsOf,
} from '../testing/deals.ts'
import { at } from '../testing/facts.ts'

const LATER = at('2026-05-01T16:00:00.000Z')
const SA_STAGES = ['secure-customer-loe', 'collect-data', 'prepare-report', 'present-to-customer'] as const

test('D9: the deal is closed now, on stage won with 100 percent', () => {
  const deal = act(privateDeal(), WIN, LATER)
  expect(deal).toMatchObject({
    status: 'won',
    stage: 'won',
    stageSince: LATER,
    closedAt: LATER,
    updatedAt: LATER,
    closedReason: null,
    acceptedAt: '2026-03-02T09:00:00.000Z',
  })
  expect(percentOf(deal)).toBe(100)
})

test('D9 and D10: each is one event with what was said, and nothing else', () => {
  expect(eventsOf(privateDeal(), WIN)).toEqual([{ kind: 'won', body: { incentives: [] } }])
  expect(eventsOf(privateDeal(), lose())).toEqual([{ kind: 'lost', body: { reason: 'budget', notes: null } }])
})

test('4.1: no stage need be marked before, on any standard deal', () => {
  const deals = [
    privateDeal(),
    partnerDeal(),
    coSellDeal(),
    acceptedDeal('microsoft'),
    acceptedDeal('partner'),
  ]
  expect(deals.map((deal) => act(deal, WIN).status)).toEqual(['won', 'won', 'won', 'won', 'won'])
})

test.each([0, 1, 2, 3])('B3: an assessment with %d stages marked names the missing ones', (marked) => {
  const deal = markedDeal(assessmentDeal(), ...SA_STAGES.slice(0, marked))
  expect(refusalsOf(deal, WIN)).toEqual([
    {
      code: 'ASSESSMENT_STAGES_OPEN',
      params: { missing: SA_STAGES.slice(marked) },
      fix: { action: 'mark-stage' },
    },
  ])
})

test('B3: an assessment with all four stages marked is won', () => {
  expect(act(markedDeal(assessmentDeal(), ...SA_STAGES), WIN).status).toBe('won')
})

test('D10: the deal is closed now, with its reason, and keeps the stage it had', () => {
  const deal = act(
    markedDeal(privateDeal(), 'developed'),
    lose({ reason: 'other-vendor', notes: ' Price ' }),
    LATER,
  )
  expect(deal).toMatchObject({
    status: 'lost',
    stage: 'developed',
    closedReason: 'other-vendor',
    closedNotes: 'Price',
    closedAt: LATER,
  })
  expect(deal.stageSince).not.toBe(LATER)
  expect(percentOf(deal)).toBe(40)
})

test('B3: lost is not gated on an assessment', () => {
  expect(act(assessmentDeal(), lose()).status).toBe('lost')
})

test('3.2: neither is possible before the deal is accepted', () => {
  expect([codesOf(receivedDeal(), WIN), codesOf(receivedDeal(), lose())]).toEqual([
    ['NOT_ACTIVE'],
    ['NOT_ACTIVE'],
  ])
})
