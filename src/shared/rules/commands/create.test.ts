import { expect, test } from 'vitest'
import type { Commands } from '#shared/domain/command.ts'
import type { DealId } from '#shared/domain/ids.ts'
import { create, createAssessment, createCoSell, invite } from '../testing/commands.ts'
import { act, eventsOf, partyOf } from '../testing/deals.ts'
import {
  ACTOR,
  CONTACT,
  CUSTOMER,
  LOCATION,
  NOBODY,
  NOW,
  PARTNER,
  SOLUTION,
  TODAY,
  eur,
  person,
} from '../testing/facts.ts'

type Fields = Partial<Commands['create']>

test('D1: it is ours, accepted at once, on stage created', () => {
  expect(act(null, create())).toMatchObject({
    id: 'deal-1',
    version: 1,
    rulebook: '2020-10',
    origin: 'created',
    direction: 'outbound',
    status: 'accepted',
    stage: 'created',
    stageSince: NOW,
    stageMarks: [{ stage: 'created', at: NOW, by: ACTOR }],
    createdAt: NOW,
    acceptedAt: NOW,
    updatedAt: NOW,
    closedAt: null,
    closedReason: null,
    expiresAt: null,
    favorite: false,
    parties: [],
    external: null,
    customer: CUSTOMER,
  })
})

test('D1: it keeps what the form says, tidied, and nothing where it says nothing', () => {
  const form: Fields = {
    name: '  Cold chain ',
    value: eur(7),
    closeDate: TODAY,
    crmId: ' CRM-1 ',
    campaignId: '  ',
    notes: ' two warehouses',
    contact: { ...CONTACT, phone: ` ${CONTACT.phone} ` },
    team: [{ ...person('Ana'), email: ' ana@example.org ' }],
  }
  expect(act(null, create(form))).toMatchObject({
    name: 'Cold chain',
    value: eur(7),
    closeDate: TODAY,
    crmId: 'CRM-1',
    campaignId: null,
    notes: 'two warehouses',
    contact: CONTACT,
    team: [person('Ana')],
    help: null,
    assessment: null,
    location: null,
  })
  expect(act(null, create({ contact: NOBODY })).contact).toBeNull()
})

test('D1 and P1: every invitation is sent now, Microsoft first, each with an id of its own', () => {
  const deal = act(null, createCoSell({ partners: [invite(), invite(PARTNER.southgate)] }))
  expect(deal.parties.map(({ kind, id, status, invitedAt }) => [kind, id, status, invitedAt])).toEqual([
    ['microsoft', 'party-0', 'pending', NOW],
    ['partner', 'party-1', 'pending', NOW],
    ['partner', 'party-2', 'pending', NOW],
  ])
  expect(partyOf(deal)).toMatchObject({ team: [person('Ana')], value: eur(8_600_050), help: 'poc-demo' })
  expect(deal.help).toEqual({ type: 'poc-demo', notes: 'Size the POC' })
  const padded = act(null, createCoSell({ microsoft: { help: 'general', notes: ' Soon ' } }))
  expect([padded.help, partyOf(padded).notes]).toEqual([{ type: 'general', notes: 'Soon' }, 'Soon'])
})

test('6.2: a consent is kept with who and when, and none where none was given', () => {
  expect(act(null, create({ consent: true })).consent).toEqual({ at: NOW, by: ACTOR })
  expect(act(null, create({ consent: false })).consent).toBeNull()
  expect(act(null, create()).consent).toBeNull()
})

test('6.5: an assessment carries its one solution and its location', () => {
  expect(act(null, createAssessment())).toMatchObject({
    solutions: [{ id: SOLUTION.assessment.id, price: null, quantity: null, currency: null }],
    assessment: { solutionId: SOLUTION.assessment.id, locationId: LOCATION.id },
    location: LOCATION,
  })
})

test('6.5: price and quantity of a Microsoft SKU are kept', () => {
  const sku = { id: SOLUTION.microsoft.id, price: '12.50', quantity: '3', currency: 'EUR' }
  expect(act(null, create({ solutions: [sku] })).solutions).toEqual([sku])
})

test('B12: a copy names the deal it was made from', () => {
  const [event] = eventsOf(null, create({ sourceDealId: 'deal-0' as DealId }))
  expect(event!.body).toMatchObject({ sourceDealId: 'deal-0' })
  expect(eventsOf(null, create())[0]!.body).toMatchObject({ sourceDealId: null })
})
