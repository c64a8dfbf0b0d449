import { describe, expect, test } from 'vitest'
import type { Commands } from '#shared/domain/command.ts'
import type { DealId } from '#shared/domain/ids.ts'
import { create, createAssessment, createCoSell, invite } from '../testing/commands.ts'
import { act, codesOf, eventsOf, partyOf, refusalsOf } from '../testing/deals.ts'
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
  YESTERDAY,
  eur,
  person,
} from '../testing/facts.ts'

type Fields = Partial<Commands['create']>

describe('D1: a created deal', () => {
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
  })
})

const missing = (over: Fields, facts = {}) => codesOf(null, create(over), NOW, facts)

describe('6: what is missing', () => {
  // RULEBOOK 6.1 to 6.5: a private deal lacking one thing; the field its mend points to.
  test.each([
    ['6.3', 'NAME_REQUIRED', 'name', { name: ' ' }],
    ['6.3', 'VALUE_REQUIRED', 'value', { value: null }],
    ['6.3', 'VALUE_REQUIRED', 'value', { value: eur(0) }],
    ['6.3', 'CLOSE_DATE_REQUIRED', 'closeDate', { closeDate: null }],
    ['6.3', 'CLOSE_DATE_PAST', 'closeDate', { closeDate: YESTERDAY }],
    ['6.4', 'TEAM_REQUIRED', 'team', { team: [] }],
    ['6.4', 'TEAM_MEMBER_INCOMPLETE', 'team.0.phone', { team: [{ ...person('Ana'), phone: '' }] }],
    ['6.5', 'SOLUTION_REQUIRED', 'solutions', { solutions: [] }],
    ['2.3', 'CONTACT_INCOMPLETE', 'contact.email', { contact: { ...CONTACT, email: '' } }],
  ] as const)('%s: %s points to %s where the form has %j', (_row, code, field, over) => {
    expect(refusalsOf(null, create(over))).toMatchObject([{ code, fix: { field } }])
  })

  test('6.1: a deal needs a customer', () => {
    expect(missing({}, { customer: null })).toEqual(['CUSTOMER_REQUIRED'])
  })

  test('6: everything missing is named at once, in the order of the wizard', () => {
    const bare = {
      name: '',
      value: null,
      closeDate: null,
      team: [],
      solutions: [],
      microsoft: { help: 'general' },
    }
    expect(missing(bare as Fields, { customer: null })).toEqual([
      'CUSTOMER_REQUIRED',
      'CONTACT_REQUIRED',
      'NAME_REQUIRED',
      'VALUE_REQUIRED',
      'CLOSE_DATE_REQUIRED',
      'TEAM_REQUIRED',
      'SOLUTION_REQUIRED',
      'CONSENT_REQUIRED',
    ])
  })

  test('6.2 and 6.6: asking Microsoft needs the contact and the consent (B8)', () => {
    const codes = (over: Fields) => codesOf(null, createCoSell(over))
    expect(codes({})).toEqual([])
    expect(codes({ contact: null })).toEqual(['CONTACT_REQUIRED'])
    expect(codes({ contact: { ...CONTACT, lastName: '' } })).toEqual(['CONTACT_INCOMPLETE'])
    expect(codes({ consent: false })).toEqual(['CONSENT_REQUIRED'])
    expect(refusalsOf(null, createCoSell({ consent: undefined }))[0]!.fix).toEqual({
      step: 'review',
      field: 'consent',
    })
  })

  test('6.2: private deals and those with partners only need neither contact nor consent', () => {
    expect(missing({})).toEqual([])
    expect(missing({ partners: [invite()] })).toEqual([])
  })

  test('6.3: today is early enough to close', () => {
    expect(missing({ closeDate: TODAY })).toEqual([])
  })

  test('6.7: what an invitation lacks is named by its place in the form', () => {
    const lacking = invite(PARTNER.southgate, { value: null, closeDate: null, team: [], solutions: [] })
    const reasons = refusalsOf(null, create({ partners: [invite(), lacking] }))
    expect(reasons.map(({ code, fix }) => [code, fix?.field])).toEqual([
      ['VALUE_REQUIRED', 'partners.1.value'],
      ['CLOSE_DATE_REQUIRED', 'partners.1.closeDate'],
      ['TEAM_REQUIRED', 'partners.1.team'],
      ['SOLUTION_REQUIRED', 'partners.1.solutions'],
    ])
    expect(reasons[0]!.params).toEqual({ partner: 'southgate GmbH' })
  })

  test('6.7: an invitation does not close in the past', () => {
    expect(missing({ partners: [invite(PARTNER.nordwind, { closeDate: YESTERDAY })] })).toEqual([
      'CLOSE_DATE_PAST',
    ])
  })
})
