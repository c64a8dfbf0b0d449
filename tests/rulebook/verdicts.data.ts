import type { RefusalCode } from '#shared/errors.ts'
import type { Situation } from './situations.data.ts'

/** Facts a row is about; a fact left out may be anything. */
export type When = { readonly [F in keyof Situation]?: Situation[F] | readonly Situation[F][] }

/** One line of a table: where it holds, all the codes that refuse there (none: allowed), and the rulebook's row. */
export interface Line {
  readonly when?: When
  readonly codes: readonly RefusalCode[]
  readonly row: string
}

/** The first line that holds is the verdict. `sum`: every line that holds adds its codes, then `lines` where none did. */
export interface Table {
  readonly sum?: readonly Line[]
  readonly lines: readonly Line[]
}

const CLOSED = ['won', 'lost', 'declined', 'expired'] as const

const received: Line = { when: { status: 'received' }, codes: ['NOT_ACTIVE'], row: '3.2-unavailable' }
const closed: Line = { when: { status: CLOSED }, codes: ['DEAL_TERMINAL'], row: 'D11' }

/** D6 to D10: only a deal of ours that runs; there, the codes of what is wrong with the input. */
const running = (row: string, ...codes: RefusalCode[]): Table => ({
  lines: [received, closed, { codes, row }],
})

/** D3, D4: only a received deal, and only in time. */
const answering = (row: string, ...codes: RefusalCode[]): Table => ({
  lines: [
    { when: { status: 'received' }, codes, row },
    { when: { status: 'accepted' }, codes: ['NOT_RECEIVED'], row: '3.2-unavailable' },
    { when: { status: 'expired' }, codes: ['INVITATION_EXPIRED', 'DEAL_TERMINAL'], row: 'D5' },
    closed,
  ],
})

const CONTACT_LOCKED: readonly Line[] = [
  {
    when: { microsoft: ['pending', 'accepted', 'declined', 'expired', 'won', 'lost'] },
    codes: ['FIELD_LOCKED'],
    row: '2.4-2',
  },
  { when: { direction: 'inbound' }, codes: ['FIELD_LOCKED'], row: '2.4-2' },
]

/** 2.4 row 2: own and running, until Microsoft has seen it; never on a deal sent to us, whose sender holds it. */
const contact = (locked: readonly RefusalCode[], ...codes: RefusalCode[]): Table => ({
  lines: [
    received,
    closed,
    ...CONTACT_LOCKED.map((line) => ({ ...line, codes: [...line.codes, ...locked] })),
    { codes, row: '2.4-2' },
  ],
})

/** 2.4 rows 14 and 15: standard solutions while running; an assessment never. */
const solutions = (...codes: RefusalCode[]): Table => ({
  lines: [
    received,
    closed,
    { when: { type: 'solution-assessment' }, codes: ['FIELD_LOCKED'], row: '2.4-15' },
    { codes, row: '2.4-14' },
  ],
})

/** 5.2 for Microsoft; `codes`: what is wrong with the contact or the consent where it may be asked at all. */
const microsoft = (...codes: RefusalCode[]): Table => ({
  lines: [
    closed,
    {
      when: { status: 'received', type: 'co-sell' },
      codes: ['NOT_ACTIVE', 'MICROSOFT_ALREADY_INVITED'],
      row: '5.2-12',
    },
    {
      when: { status: 'received', type: 'partner-to-partner' },
      codes: ['NOT_ACTIVE', 'INBOUND_CANNOT_INVITE_MICROSOFT'],
      row: '5.2-12',
    },
    {
      when: { status: 'received', type: 'solution-assessment' },
      codes: ['NOT_ACTIVE', 'SA_NO_INVITATIONS', 'MICROSOFT_ALREADY_INVITED'],
      row: '5.2-12',
    },
    {
      when: { type: 'solution-assessment', direction: 'inbound' },
      codes: ['SA_NO_INVITATIONS', 'MICROSOFT_ALREADY_INVITED'],
      row: '5.2-11',
    },
    { when: { type: 'solution-assessment' }, codes: ['SA_NO_INVITATIONS'], row: '5.2-11' },
    { when: { type: 'co-sell' }, codes: ['MICROSOFT_ALREADY_INVITED'], row: '5.2-6' },
    {
      when: { type: 'partner-to-partner', direction: 'inbound' },
      codes: ['INBOUND_CANNOT_INVITE_MICROSOFT'],
      row: '5.2-10',
    },
    { when: { type: 'partner-to-partner' }, codes, row: '5.2-7' },
    { when: { type: 'private' }, codes, row: '5.2-1' },
  ],
})

/** 5.2 for a partner; `lines`: what is wrong with the invitation where one may be sent at all. */
const partner = (...lines: Line[]): Table => ({
  lines: [
    closed,
    {
      when: { status: 'received', type: 'solution-assessment' },
      codes: ['NOT_ACTIVE', 'SA_NO_INVITATIONS', 'INBOUND_CANNOT_INVITE_PARTNER'],
      row: '5.2-12',
    },
    {
      when: { status: 'received' },
      codes: ['NOT_ACTIVE', 'INBOUND_CANNOT_INVITE_PARTNER'],
      row: '5.2-12',
    },
    {
      when: { type: 'solution-assessment', direction: 'inbound' },
      codes: ['SA_NO_INVITATIONS', 'INBOUND_CANNOT_INVITE_PARTNER'],
      row: '5.2-11',
    },
    { when: { type: 'solution-assessment' }, codes: ['SA_NO_INVITATIONS'], row: '5.2-11' },
    {
      when: { type: 'co-sell', direction: 'inbound' },
      codes: ['INBOUND_CANNOT_INVITE_PARTNER'],
      row: '5.2-5',
    },
    { when: { direction: 'inbound' }, codes: ['INBOUND_CANNOT_INVITE_PARTNER'], row: '5.2-9' },
    ...lines,
  ],
})

/** P2, P3: the first answer, while pending. P5: won or lost, after accepting. On closed deals of ours as well (B7). */
const firstAnswer = (party: 'microsoft' | 'partner', row: string): Table => ({
  lines: [
    { when: { [party]: 'pending' }, codes: [], row },
    { codes: ['PARTY_NOT_PENDING'], row: 'P6' },
  ],
})
const lastAnswer = (party: 'microsoft' | 'partner'): Table => ({
  lines: [
    { when: { [party]: 'accepted' }, codes: [], row: 'P5' },
    { codes: ['PARTY_NOT_ACCEPTED'], row: 'P5' },
  ],
})

/** 8.3: each condition that fails adds its code. A registration that exists, or the form, is looked at after that. */
const registering = (...lines: Line[]): Table => ({
  sum: [
    {
      when: { status: ['received', 'accepted', 'lost', 'declined', 'expired'] },
      codes: ['NOT_WON'],
      row: 'E0',
    },
    { when: { microsoft: null }, codes: ['MICROSOFT_NOT_INVITED'], row: 'E1' },
    {
      when: { microsoft: [null, 'pending', 'declined', 'expired', 'lost'] },
      codes: ['MICROSOFT_NOT_ACCEPTED'],
      row: 'E2',
    },
    { when: { earns: null }, codes: ['NO_INCENTIVE_SOLUTION'], row: 'E3' },
    { when: { type: 'private' }, codes: ['PRIVATE_NOT_REGISTRABLE'], row: 'E4' },
    { when: { type: 'solution-assessment' }, codes: ['SA_NOT_REGISTRABLE'], row: 'E5' },
  ],
  lines: [
    {
      when: {
        registration: [
          'deal-review',
          'action-required',
          'final-validation',
          'approved',
          'rejected',
          'closed',
        ],
      },
      codes: ['REGISTRATION_STATE'],
      row: '8.3-states',
    },
    ...lines,
  ],
})

/** 8.3, registration states: where an outcome can be written down. */
const reviewed = (...from: NonNullable<Situation['registration']>[]): Table => ({
  lines: [
    { when: { registration: from }, codes: [], row: '8.3-states' },
    { codes: ['REGISTRATION_STATE'], row: '8.3-states' },
  ],
})

const always: Table = { lines: [{ codes: [], row: '2.4-18' }] }

/** The verdicts of every action but the stages, which have a grid of their own (stages.data.ts). */
export const VERDICTS = {
  accept: answering('D3'),
  'accept without name and value': answering('7-accept', 'NAME_REQUIRED', 'VALUE_REQUIRED'),
  'accept with half a colleague': answering('6.4-1', 'TEAM_MEMBER_INCOMPLETE'),
  decline: answering('D4'),
  'decline without reason': answering('7.1', 'REASON_REQUIRED'),
  'decline for other, no words': answering('B4', 'NOTES_REQUIRED'),

  'edit name': running('2.4-5'),
  'edit name away': running('6.3', 'NAME_REQUIRED'),
  'edit value': running('2.4-6'),
  'edit value to nothing': running('6.3', 'VALUE_REQUIRED'),
  'edit close date': running('2.4-7'),
  'edit currency': running('2.4-8'),
  'edit notes': running('2.4-9'),
  'edit CRM ID': running('2.4-10'),
  'edit campaign ID': running('2.4-10'),
  'edit contact': contact([]),
  'edit contact by half': contact(['CONTACT_INCOMPLETE'], 'CONTACT_INCOMPLETE'),
  'set team': running('2.4-11'),
  'set team to nobody': running('6.4-2', 'LAST_MEMBER'),
  'set team with half a colleague': running('6.4-1', 'TEAM_MEMBER_INCOMPLETE'),
  'set team of 51': running('6.4-6', 'TOO_MANY'),
  'set solutions': solutions(),
  'set solutions to none': solutions('LAST_SOLUTION'),
  'set solutions to an assessment': solutions('ASSESSMENT_EXCLUDES_OTHERS'),
  'set solutions, 51': solutions('TOO_MANY'),

  'invite Microsoft': microsoft(),
  'invite Microsoft without contact and consent': microsoft('CONTACT_REQUIRED', 'CONSENT_REQUIRED'),
  'invite Microsoft with half a contact': microsoft('CONTACT_INCOMPLETE'),
  'invite Microsoft without consent': microsoft('CONSENT_REQUIRED'),
  'invite a new partner': partner({ codes: [], row: '5.2-2' }),
  'invite the same partner': partner(
    { when: { partner: ['pending', 'accepted'] }, codes: ['PARTNER_ALREADY_INVITED'], row: '5.2-14' },
    { when: { partner: ['won', 'lost'] }, codes: ['PARTNER_ALREADY_INVITED'], row: '5.2-15' },
    { codes: [], row: '5.2-15' },
  ),
  'invite ourselves': partner({ codes: ['PARTNER_IS_SELF'], row: '5.2-16' }),
  'invite with an empty form': partner({
    codes: ['VALUE_REQUIRED', 'CLOSE_DATE_REQUIRED', 'TEAM_REQUIRED', 'SOLUTION_REQUIRED'],
    row: '6.7',
  }),
  'invite for yesterday': partner({ codes: ['CLOSE_DATE_PAST'], row: '6.7' }),

  'Microsoft accepts': firstAnswer('microsoft', 'P2'),
  'Microsoft declines': firstAnswer('microsoft', 'P3'),
  'Microsoft wins': lastAnswer('microsoft'),
  'Microsoft loses': lastAnswer('microsoft'),
  'the partner accepts': firstAnswer('partner', 'P2'),
  'the partner declines': firstAnswer('partner', 'P3'),
  'the partner wins': lastAnswer('partner'),
  'the partner loses': lastAnswer('partner'),

  win: {
    lines: [
      received,
      closed,
      {
        when: {
          type: 'solution-assessment',
          stage: ['created', 'accepted', 'secure-customer-loe', 'collect-data', 'prepare-report'],
        },
        codes: ['ASSESSMENT_STAGES_OPEN'],
        row: '4.2-won',
      },
      { codes: [], row: 'D9' },
    ],
  },
  lose: running('D10'),
  'lose without reason': running('7.1', 'REASON_REQUIRED'),
  'lose for other, no words': running('B4', 'NOTES_REQUIRED'),

  'register an IP co-sell solution': registering(
    { when: { earns: 'business-apps' }, codes: ['NO_INCENTIVE_SOLUTION'], row: '8.3-solution' },
    { codes: [], row: '8.3-states' },
  ),
  'register a business application': registering(
    { when: { earns: 'ip-co-sell' }, codes: ['NO_INCENTIVE_SOLUTION'], row: '8.3-solution' },
    { codes: [], row: '8.3-states' },
  ),
  'register an empty form': registering({
    codes: [
      'NO_INCENTIVE_SOLUTION',
      'VALUE_REQUIRED',
      'CONTRACT_DATES',
      'CONTACT_REQUIRED',
      'ATTESTATION_REQUIRED',
    ],
    row: '8.3-form',
  }),
  'review: action required': reviewed('deal-review', 'final-validation'),
  'review: final validation': reviewed('deal-review'),
  'review: approved': reviewed('final-validation'),
  'review: rejected': reviewed('deal-review', 'final-validation'),
  resubmit: reviewed('action-required'),

  'set favorite': always,
  'copy as new deal': { lines: [{ codes: [], row: 'B12' }] },
} as const satisfies Record<string, Table>
