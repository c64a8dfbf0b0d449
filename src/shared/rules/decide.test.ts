import { expect, test } from 'vitest'
import { decide } from './decide.ts'
import { accept, create, decline, invitePartner, lose, markStage, receive } from './testing/commands.ts'
import { WIN } from './testing/commands.ts'
import { act, codesOf, eventsOf, privateDeal, receivedDeal, wonDeal } from './testing/deals.ts'
import { NOW, PARTNER, at, factsFor } from './testing/facts.ts'
import { COMPLETE } from './testing/situations.ts'

const DEADLINE = at('2026-03-16T09:00:00.000Z')

// RULEBOOK 3.2 in one table: the deal a command is given to, the event it causes, status and stage after it.
test.each([
  ['D1', null, create(), 'created', 'accepted', 'created'],
  ['D2', null, receive(), 'received', 'received', null],
  ['D3', receivedDeal(), accept(), 'accepted', 'accepted', 'accepted'],
  ['D4', receivedDeal(), decline(), 'declined', 'declined', null],
  ['D6', privateDeal(), COMPLETE.edit, 'edited', 'accepted', 'created'],
  ['D7', privateDeal(), markStage('qualified'), 'stage-marked', 'accepted', 'qualified'],
  ['D8', privateDeal(), invitePartner(), 'partner-invited', 'accepted', 'created'],
  ['D8', privateDeal(), COMPLETE['invite-microsoft'], 'microsoft-invited', 'accepted', 'created'],
  ['D9', privateDeal(), WIN, 'won', 'won', 'won'],
  ['D10', privateDeal(), lose(), 'lost', 'lost', 'created'],
] as const)(
  '%s: one command is one event with its status and stage',
  (_row, deal, command, kind, status, stage) => {
    expect(eventsOf(deal, command).map((event) => event.kind)).toEqual([kind])
    expect(act(deal, command)).toMatchObject({ status, stage, version: (deal?.version ?? 0) + 1 })
  },
)

test('3.2: reasons of the situation come alone, without those of an empty form', () => {
  expect(codesOf(wonDeal(), lose({ reason: null }))).toEqual(['DEAL_TERMINAL'])
  expect(codesOf(receivedDeal(), accept({ name: '' }), DEADLINE)).toEqual(['INVITATION_EXPIRED'])
  expect(codesOf(receivedDeal(), invitePartner(PARTNER.self))).toEqual([
    'NOT_ACTIVE',
    'INBOUND_CANNOT_INVITE_PARTNER',
  ])
})

test('3.2: a form is judged whole, all its reasons at once', () => {
  const command = invitePartner(PARTNER.self, { value: null, closeDate: null, team: [], solutions: [] })
  expect(codesOf(privateDeal(), command)).toEqual([
    'PARTNER_IS_SELF',
    'VALUE_REQUIRED',
    'CLOSE_DATE_REQUIRED',
    'TEAM_REQUIRED',
    'SOLUTION_REQUIRED',
  ])
})

test('3.2: only a creation and an arrival begin a deal, everything else needs one', () => {
  for (const command of Object.values(COMPLETE)) {
    expect(() => decide(null, command, NOW, factsFor(null))).toThrow(`${command.kind} needs a deal`)
  }
})
