import { describe, expect, test } from 'vitest'
import type { Deal } from '#shared/domain/deal.ts'
import type { Instant } from '#shared/domain/time.ts'
import { expiriesDue } from './commands/system.ts'
import { assessmentAmong } from './deal-type.ts'
import { stageFromText } from './stage-mapping.ts'
import {
  WIN,
  answer,
  correctStage,
  createAssessment,
  createCoSell,
  inviteMicrosoft,
  invitePartner,
  markStage,
  receive,
  register,
  resubmit,
  review,
} from './testing/commands.ts'
import {
  acceptedDeal,
  act,
  assessmentDeal,
  coSellDeal,
  codesOf,
  declinedDeal,
  expiredDeal,
  lostDeal,
  partnerDeal,
  partyOf,
  privateDeal,
  receivedDeal,
  refusalsOf,
  wonDeal,
} from './testing/deals.ts'
import { CONTACT, NOBODY, NOW, PARTNER, SOLUTION, at, day, eur, profile } from './testing/facts.ts'
import { verdicts } from './verdicts.ts'

/** What a refusal says beyond its code: the facts its words need, and where it is mended. */
const asked = (): Deal => act(null, createCoSell({ solutions: [SOLUTION.ipCoSell] }))
const earning = (): Deal => act(act(asked(), answer(partyOf(asked()), 'accepted')), WIN)
const only = (...about: Parameters<typeof refusalsOf>) =>
  refusalsOf(...about).map(({ params, fix }) => ({ params, fix }))

describe('8.3: each condition says where it stands and what brings it about', () => {
  const of = (deal: Deal, code: string) => refusalsOf(deal, register()).find((reason) => reason.code === code)

  test.each<[string, () => Deal, object]>([
    ['received', receivedDeal, { action: 'accept' }],
    ['accepted', privateDeal, { action: 'win' }],
    ['lost', lostDeal, { action: 'copy' }],
    ['declined', declinedDeal, { action: 'copy' }],
    ['expired', expiredDeal, { action: 'copy' }],
  ])('E0 %s', (status, deal, fix) => {
    expect(of(deal(), 'NOT_WON')).toMatchObject({ params: { status }, fix })
  })

  test.each<[string, () => Deal, string]>([
    ['our own deal that runs', privateDeal, 'invite-microsoft'],
    ['our own deal with partners', partnerDeal, 'invite-microsoft'],
    ['a deal a partner sent us', () => acceptedDeal('partner'), 'copy'],
    ['an assessment', assessmentDeal, 'copy'],
    ['a won deal', wonDeal, 'copy'],
  ])('E1 on %s', (_what, deal, action) => {
    expect(of(deal(), 'MICROSOFT_NOT_INVITED')!.fix).toEqual({ action })
  })

  test('E2, E3', () => {
    expect(of(asked(), 'MICROSOFT_NOT_ACCEPTED')).toMatchObject({
      params: { status: 'pending' },
      fix: { action: 'record-answer' },
    })
    expect(of(privateDeal(), 'MICROSOFT_NOT_ACCEPTED')!.params).toEqual({ status: null })
    expect(of(privateDeal(), 'NO_INCENTIVE_SOLUTION')!.fix).toEqual({ action: 'tag-solution' })
  })

  test('a registration that does not fit says in which state it is', () => {
    expect(only(earning(), resubmit())).toEqual([{ params: { state: 'not-registered' }, fix: null }])
    const registered = act(earning(), register())
    expect(only(registered, register())).toEqual([{ params: { state: 'deal-review' }, fix: null }])
  })
})

describe('8.3: each fault of a form says what is wrong', () => {
  test.each([
    ['missing', { signedDate: null }, 'signedDate'],
    ['missing', { startDate: null }, 'startDate'],
    ['missing', { endDate: null }, 'endDate'],
    ['signed-in-the-future', { signedDate: day('2026-03-03'), startDate: day('2026-03-03') }, 'signedDate'],
    ['starts-before-signed', { startDate: day('2026-02-19') }, 'startDate'],
    ['ends-before-start', { endDate: day('2026-03-01') }, 'endDate'],
  ])('dates: %s', (why, over, field) => {
    expect(only(earning(), register(over)).map(({ params }) => params)).toEqual([{ why, field }])
  })

  test('without a start only the start is missing, even where the others would not fit it', () => {
    const dates = { startDate: null, endDate: day('2026-01-01') }
    expect(only(earning(), register(dates)).map(({ params }) => params)).toEqual([
      { why: 'missing', field: 'startDate' },
    ])
  })

  test('values: which one, and zero is none', () => {
    for (const field of ['totalValue', 'solutionValue'] as const) {
      for (const value of [null, eur(0), eur(-1)]) {
        expect(only(earning(), register({ [field]: value }))).toEqual([
          { params: { field }, fix: { step: 'register', field: `form.${field}` } },
        ])
      }
    }
  })

  test('contact: which parts', () => {
    const contact = { ...NOBODY, firstName: 'Iris' }
    expect(only(earning(), register({ contact }))[0]!.params).toEqual({
      missing: ['lastName', 'phone', 'email'],
    })
  })

  test('the contact is kept without the spaces around it', () => {
    const contact = { ...CONTACT, firstName: `  ${CONTACT.firstName} ` }
    expect(act(earning(), register({ contact })).registration!.form.contact).toEqual(CONTACT)
  })

  test('of two solutions that earn, the chosen one counts', () => {
    const both = act(null, createCoSell({ solutions: [SOLUTION.ipCoSell, SOLUTION.businessApp] }))
    const won = act(act(both, answer(partyOf(both), 'accepted')), WIN)
    for (const { id, incentive } of [SOLUTION.ipCoSell, SOLUTION.businessApp]) {
      expect(act(won, register({ solutionId: id })).registration!.incentive).toBe(incentive)
    }
  })

  test('a review that asks for action without saying which', () => {
    expect(only(act(earning(), register()), review('action-required'))).toEqual([
      { params: { outcome: 'action-required' }, fix: { step: 'register', field: 'errors' } },
    ])
  })
})

describe('actions say of a registration and of parties what can be done', () => {
  const offered = (deal: Deal, action: string) =>
    verdicts(deal, NOW)
      .filter((verdict) => verdict.action === action)
      .map(({ target, reasons }) => [
        target,
        ...reasons.map(({ code, params }) => `${code} ${params['state'] as string}`),
      ])

  test('reviews and sending again, state by state', () => {
    const none = 'REGISTRATION_STATE not-registered'
    expect(offered(earning(), 'record-review')[0]).toEqual(['action-required', none])
    expect(offered(earning(), 'resubmit')).toEqual([[null, none]])
    const registered = act(earning(), register())
    expect(offered(registered, 'record-review')).toEqual([
      ['action-required'],
      ['final-validation'],
      ['approved', 'REGISTRATION_STATE deal-review'],
      ['rejected'],
    ])
    expect(offered(registered, 'resubmit')).toEqual([[null, 'REGISTRATION_STATE deal-review']])
    const required = act(registered, review('action-required', { notes: 'Sign it' }))
    expect(offered(required, 'resubmit')).toEqual([[null]])
  })

  test('a party that has accepted may win or lose', () => {
    const accepted = act(coSellDeal(), answer(partyOf(coSellDeal()), 'accepted'))
    expect(verdicts(accepted, NOW).find(({ action }) => action === 'record-answer')!.allowed).toBe(true)
  })
})

describe('what mends it', () => {
  test('inviting where nobody is invited: a deal of one’s own', () => {
    expect(only(assessmentDeal(), inviteMicrosoft())).toEqual([{ params: {}, fix: { action: 'copy' } }])
    expect(only(acceptedDeal(), invitePartner())).toEqual([{ params: {}, fix: { action: 'copy' } }])
  })

  test('P5: a pending party accepts first; one that is through does not', () => {
    const deal = coSellDeal()
    expect(only(deal, answer(partyOf(deal), 'won'))).toEqual([
      { params: { status: 'pending' }, fix: { action: 'record-answer' } },
    ])
    const declined = act(deal, answer(partyOf(deal), 'declined'))
    expect(only(declined, answer(partyOf(declined), 'won'))).toEqual([
      { params: { status: 'declined' }, fix: null },
    ])
  })

  test('stages: mark what lies ahead, win after the last', () => {
    expect(only(assessmentDeal(), markStage('prepare-report'))[0]!.fix).toEqual({ action: 'mark-stage' })
    expect(only(privateDeal(), markStage('won'))[0]!.fix).toEqual({ action: 'mark-stage' })
    const last = act(privateDeal(), markStage('negotiated'))
    expect(only(last, markStage('won'))[0]!.fix).toEqual({ action: 'win' })
    expect(only(privateDeal(), correctStage('proposed'))[0]!.fix).toEqual({ action: 'mark-stage' })
    expect(only(privateDeal(), correctStage('created'))[0]!.fix).toBeNull()
    expect(only(privateDeal(), correctStage('collect-data'))[0]!.fix).toBeNull()
  })
})

test('5.2 same partner: one that accepted stays invited, however long ago its invitation ran', () => {
  const accepted = act(partnerDeal(), answer(partyOf(partnerDeal()), 'accepted'))
  const again = invitePartner(PARTNER.nordwind)
  expect(codesOf(accepted, again, at('2026-05-01T09:00:00.000Z'))).toEqual(['PARTNER_ALREADY_INVITED'])
})

test('5.1: an assessment among the solutions of a deal others made, and none among others', () => {
  const kindOf = (id: string) => Object.values(SOLUTION).find((solution) => solution.id === id)?.kind
  expect(assessmentAmong([SOLUTION.own, SOLUTION.assessment], kindOf)).toEqual({
    solutionId: SOLUTION.assessment.id,
    locationId: null,
  })
  expect(assessmentAmong([SOLUTION.own, SOLUTION.thirdParty], kindOf)).toBeNull()
  const received = act(null, receive('partner', { solutions: [SOLUTION.own, SOLUTION.assessment] }))
  expect(received.assessment?.solutionId).toBe(SOLUTION.assessment.id)
})

test('6.5: the location is one of several', () => {
  const { profile: facts } = profile({})
  const other = { ...facts.locations[0]!, id: 'location-2' as never }
  const over = profile({ locations: [other, ...facts.locations] })
  expect(codesOf(null, createAssessment(), NOW, over)).toEqual([])
})

test('4.3: an exact percent comes before the company’s own names, whose spaces do not count', () => {
  const company = [
    { name: '40', stage: 'negotiated' },
    { name: '  Angebot ', stage: 'proposed' },
  ] as const
  expect(stageFromText('40', 'standard', 'created', company)).toBe('developed')
  expect(stageFromText('angebot', 'standard', 'created', company)).toBe('proposed')
})

test('B6: what has run out does so oldest first, in whatever order the invitations stand', () => {
  const party = (id: string, expiresAt: string) => ({
    ...partyOf(coSellDeal()),
    id: id as never,
    expiresAt: at(expiresAt),
  })
  const parties = [
    party('late', '2026-03-18T09:00:00.000Z'),
    party('early', '2026-03-16T09:00:00.000Z'),
    party('middle', '2026-03-17T09:00:00.000Z'),
    party('later', '2026-03-19T09:00:00.000Z'),
  ]
  const due = expiriesDue({ ...coSellDeal(), parties }, '2026-04-01T00:00:00.000Z' as Instant)
  expect(due.map(({ body }) => (body as { partyId: string }).partyId)).toEqual([
    'early',
    'middle',
    'late',
    'later',
  ])
})
