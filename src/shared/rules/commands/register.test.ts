import { describe, expect, test } from 'vitest'
import type { Deal } from '#shared/domain/deal.ts'
import { REVIEW_OUTCOMES, type RegistrationForm, type ReviewOutcome } from '#shared/domain/registration.ts'
import { eligibility, ineligibility, registrationState } from '../registration.ts'
import {
  WIN,
  answer,
  createAssessment,
  createCoSell,
  register,
  resubmit,
  review,
} from '../testing/commands.ts'
import { act, codesOf, lostDeal, partnerDeal, partyOf, privateDeal, refusalsOf } from '../testing/deals.ts'
import { CONTACT, NOBODY, SOLUTION, at, day, eur } from '../testing/facts.ts'

const LATER = at('2026-03-05T09:00:00.000Z')
const NONE = new Map()
const ERRORS = { errors: ['Contract is not signed'] }

const asked = (solution = SOLUTION.ipCoSell): Deal => act(null, createCoSell({ solutions: [solution] }))
const accepted = (solution = SOLUTION.ipCoSell): Deal => {
  const deal = asked(solution)
  return act(deal, answer(partyOf(deal), 'accepted'))
}
const won = (solution = SOLUTION.ipCoSell): Deal => act(accepted(solution), WIN)
const registered = (): Deal => act(won(), register(), LATER)
const reviewed = (...outcomes: ReviewOutcome[]): Deal =>
  outcomes.reduce((deal, outcome) => act(deal, review(outcome, ERRORS), LATER), registered())

/** Every combination of who is on the deal, how Microsoft answered, what it earns, and how it ended. */
const MICROSOFT = {
  'not invited': (): Deal => privateDeal(),
  pending: asked,
  accepted,
  declined: (): Deal => act(asked(), answer(partyOf(asked()), 'declined')),
  won: (): Deal => act(accepted(), answer(partyOf(accepted()), 'won')),
  lost: (): Deal => act(accepted(), answer(partyOf(accepted()), 'lost')),
}

describe('8.3 eligibility', () => {
  test.each([
    [
      'not invited',
      ['MICROSOFT_NOT_INVITED', 'MICROSOFT_NOT_ACCEPTED', 'NO_INCENTIVE_SOLUTION', 'PRIVATE_NOT_REGISTRABLE'],
    ],
    ['pending', ['MICROSOFT_NOT_ACCEPTED']],
    ['accepted', []],
    ['declined', ['MICROSOFT_NOT_ACCEPTED']],
    ['won', []],
    ['lost', ['MICROSOFT_NOT_ACCEPTED']],
  ] as const)('E1, E2, E4: Microsoft %s', (microsoft, codes) => {
    const deal = act(MICROSOFT[microsoft](), WIN)
    expect(codesOf(deal, register())).toEqual(codes)
  })

  test('E0: a deal that is not won is not registered, whatever else holds', () => {
    expect(codesOf(accepted(), register())).toEqual(['NOT_WON'])
    expect(codesOf(lostDeal(), register())).toContain('NOT_WON')
  })

  test('what has to hold before the end is said before the end, which nobody takes back', () => {
    expect(codesOf(privateDeal(), register())).toEqual([
      'MICROSOFT_NOT_INVITED',
      'MICROSOFT_NOT_ACCEPTED',
      'NO_INCENTIVE_SOLUTION',
      'PRIVATE_NOT_REGISTRABLE',
      'NOT_WON',
    ])
    expect(codesOf(asked(), register())).toEqual(['MICROSOFT_NOT_ACCEPTED', 'NOT_WON'])
    expect(codesOf(lostDeal(), register())[0]).toBe('NOT_WON')
  })

  test('E3: without a solution that earns an incentive there is nothing to register', () => {
    expect(codesOf(won(SOLUTION.own), register())).toEqual(['NO_INCENTIVE_SOLUTION'])
  })

  test('E5: an assessment is not registered', () => {
    const stages = ['secure-customer-loe', 'collect-data', 'prepare-report', 'present-to-customer'] as const
    const deal = stages.reduce(
      (current, stage) => act(current, { kind: 'mark-stage', stage }),
      act(null, createAssessment()),
    )
    expect(codesOf(act(deal, WIN), register())).toContain('SA_NOT_REGISTRABLE')
  })

  test('the checklist names every condition once, in order, with the reason of each that fails', () => {
    const lines = eligibility(act(partnerDeal(), WIN), NONE)
    expect(lines.map(({ condition, holds }) => `${condition} ${holds}`)).toEqual([
      'E0 true',
      'E1 false',
      'E2 false',
      'E3 false',
      'E4 true',
      'E5 true',
    ])
    expect(lines.map(({ reason }) => reason === null)).toEqual(lines.map(({ holds }) => holds))
  })

  test('what earned an incentive at the win counts, also when the directory forgets it; what it learns later counts too', () => {
    expect(ineligibility(won(), NONE)).toEqual([])
    const deal = won(SOLUTION.own)
    expect(registrationState(deal, NONE)).toBeNull()
    expect(registrationState(deal, new Map([[SOLUTION.own.id, 'ip-co-sell' as const]]))).toBe(
      'not-registered',
    )
  })
})

describe('8.3 the form', () => {
  test.each<[string, Partial<RegistrationForm>, string, string]>([
    ['no solution', { solutionId: null }, 'NO_INCENTIVE_SOLUTION', 'solutionId'],
    [
      'a solution of another deal',
      { solutionId: SOLUTION.businessApp.id },
      'NO_INCENTIVE_SOLUTION',
      'solutionId',
    ],
    ['no total', { totalValue: null }, 'VALUE_REQUIRED', 'totalValue'],
    ['a total of nothing', { totalValue: eur(0) }, 'VALUE_REQUIRED', 'totalValue'],
    ['no solution value', { solutionValue: null }, 'VALUE_REQUIRED', 'solutionValue'],
    ['more than the total', { solutionValue: eur(5_000_001) }, 'CONTRACT_VALUE', 'solutionValue'],
    ['no day of signing', { signedDate: null }, 'CONTRACT_DATES', 'signedDate'],
    [
      'signed tomorrow',
      { signedDate: day('2026-03-03'), startDate: day('2026-03-03') },
      'CONTRACT_DATES',
      'signedDate',
    ],
    ['no start', { startDate: null }, 'CONTRACT_DATES', 'startDate'],
    ['started before it was signed', { startDate: day('2026-02-19') }, 'CONTRACT_DATES', 'startDate'],
    ['no end', { endDate: null }, 'CONTRACT_DATES', 'endDate'],
    ['ended before it started', { endDate: day('2026-03-01') }, 'CONTRACT_DATES', 'endDate'],
    ['nobody to ask', { contact: null }, 'CONTACT_REQUIRED', 'contact'],
    ['an empty contact', { contact: NOBODY }, 'CONTACT_REQUIRED', 'contact'],
    [
      'a contact without phone',
      { contact: { ...CONTACT, phone: '' } },
      'CONTACT_INCOMPLETE',
      'contact.phone',
    ],
    ['not attested', { attested: false }, 'ATTESTATION_REQUIRED', 'attested'],
  ])('%s is refused at its field, also when it is sent again', (_what, over, code, field) => {
    const refused = [expect.objectContaining({ code, fix: { step: 'register', field: `form.${field}` } })]
    expect(refusalsOf(won(), register(over))).toEqual(refused)
    expect(refusalsOf(reviewed('action-required'), resubmit(over))).toEqual(refused)
  })

  test.each<[string, Partial<RegistrationForm>]>([
    ['signed today and starting today', { signedDate: day('2026-03-02'), startDate: day('2026-03-02') }],
    ['ending on the day it starts', { endDate: day('2026-03-02') }],
    ['a solution worth the whole contract', { solutionValue: eur(5_000_000) }],
    [
      'values in two currencies, which nobody can compare',
      { solutionValue: { amount: 9e9, currency: 'JPY' as never } },
    ],
  ])('%s passes', (_what, over) => {
    expect(codesOf(won(), register(over))).toEqual([])
  })

  test('everything is named at once', () => {
    const empty = { solutionId: null, totalValue: null, signedDate: null, contact: null, attested: false }
    expect(codesOf(won(), register(empty))).toEqual([
      'NO_INCENTIVE_SOLUTION',
      'VALUE_REQUIRED',
      'CONTRACT_DATES',
      'CONTACT_REQUIRED',
      'ATTESTATION_REQUIRED',
    ])
  })
})

describe('8.3 the way of a registration', () => {
  test('IP co-sell: review, action required, sent again, review, final validation, approved', () => {
    let deal = registered()
    expect(deal.registration).toMatchObject({
      state: 'deal-review',
      incentive: 'ip-co-sell',
      submittedAt: LATER,
    })
    deal = act(
      deal,
      review('action-required', { errors: [' Contract is missing ', ' '], notes: 'Until Friday' }),
    )
    expect(deal.registration).toMatchObject({
      state: 'action-required',
      errors: ['Contract is missing'],
      notes: 'Until Friday',
    })
    deal = act(deal, resubmit({ contractType: 'renewal' }), LATER)
    expect(deal.registration).toMatchObject({ state: 'deal-review', errors: [], submittedAt: LATER })
    expect(deal.registration!.form.contractType).toBe('renewal')
    deal = act(act(deal, review('final-validation')), review('approved'))
    expect(deal.registration!.state).toBe('approved')
  })

  test('a business application is done with its submission', () => {
    const form = { solutionId: SOLUTION.businessApp.id }
    const deal = act(won(SOLUTION.businessApp), register(form))
    expect(deal.registration).toMatchObject({ state: 'closed', incentive: 'business-apps' })
    for (const outcome of REVIEW_OUTCOMES)
      expect(codesOf(deal, review(outcome, ERRORS))).toEqual(['REGISTRATION_STATE'])
  })

  test.each<[string, () => Deal, readonly ReviewOutcome[]]>([
    ['not registered', won, []],
    ['in review', registered, ['action-required', 'final-validation', 'rejected']],
    ['action required', () => reviewed('action-required'), []],
    ['in final validation', () => reviewed('final-validation'), ['action-required', 'approved', 'rejected']],
    ['approved', () => reviewed('final-validation', 'approved'), []],
    ['rejected', () => reviewed('rejected'), []],
  ])('%s: what a review may say', (_state, deal, outcomes) => {
    const possible = REVIEW_OUTCOMES.filter(
      (outcome) => codesOf(deal(), review(outcome, ERRORS)).length === 0,
    )
    expect(possible).toEqual(outcomes)
  })

  test('only what needs correcting is sent again, and only what was never sent is registered', () => {
    expect(codesOf(won(), resubmit())).toEqual(['REGISTRATION_STATE'])
    expect(codesOf(registered(), resubmit())).toEqual(['REGISTRATION_STATE'])
    expect(codesOf(registered(), register())).toEqual(['REGISTRATION_STATE'])
  })

  test('action required says what: errors, or notes', () => {
    expect(codesOf(registered(), review('action-required', { errors: [' '], notes: ' ' }))).toEqual([
      'NOTES_REQUIRED',
    ])
    expect(codesOf(registered(), review('action-required', { notes: 'Sign it' }))).toEqual([])
    expect(codesOf(registered(), review('final-validation'))).toEqual([])
  })

  test('B7: the deal itself stays as it was won', () => {
    const { registration: _none, version: _before, ...before } = won()
    const { registration: _some, version: _after, ...after } = reviewed('action-required')
    expect(after).toEqual(before)
  })
})
