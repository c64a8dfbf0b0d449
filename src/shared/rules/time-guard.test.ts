import { expect, test } from 'vitest'
import type { Command } from '#shared/domain/command.ts'
import {
  accept,
  answer,
  create,
  createAssessment,
  createCoSell,
  decline,
  invite,
  inviteMicrosoft,
  invitePartner,
  receive,
  WIN,
} from './testing/commands.ts'
import { act, coSellDeal, eventsOf, partyOf, privateDeal, receivedDeal } from './testing/deals.ts'
import { NOW } from './testing/facts.ts'
import { COMPLETE } from './testing/situations.ts'
import { isTimeGuarded, startsClock, whileDoubted } from './time-guard.ts'
import { verdicts } from './verdicts.ts'

const party = partyOf(coSellDeal())
const guarded: Record<string, Command> = {
  accept: accept(),
  decline: decline(),
  receive: receive(),
  'invite-microsoft': inviteMicrosoft(),
  'invite-partner': invitePartner(),
  'create with Microsoft': createCoSell(),
  'create with partners': create({ partners: [invite()] }),
  'record accepted': answer(party, 'accepted'),
  'record declined': answer(party, 'declined'),
}
const GUARDED_KINDS = new Set(Object.values(guarded).map(({ kind }) => kind))
const others: Record<string, Command> = {
  ...Object.fromEntries(Object.entries(COMPLETE).filter(([kind]) => !GUARDED_KINDS.has(kind as never))),
  'create alone': create(),
  'create an assessment': createAssessment(),
  'create with an empty list': create({ partners: [], microsoft: null }),
  'record won': answer(party, 'won'),
  'record lost': answer(party, 'lost'),
}

test.each(Object.entries(guarded))('7.5: %s waits until the date is confirmed', (_what, command) => {
  expect(isTimeGuarded(command)).toBe(true)
})

test.each(Object.entries(others))('7.5: %s does not depend on the date', (_what, command) => {
  expect(isTimeGuarded(command)).toBe(false)
})

test('7.5: a row of a file waits where it would start or end the clock of an invitation', () => {
  const started = (command: Command) => eventsOf(null, command)[0]!.body as never
  expect(isTimeGuarded({ kind: 'adopt', start: started(receive()) })).toBe(true)
  expect(isTimeGuarded({ kind: 'adopt', start: started(createCoSell()) })).toBe(true)
  expect(isTimeGuarded({ kind: 'adopt', start: started(create()) })).toBe(false)
  expect(isTimeGuarded({ kind: 'report-expired', partyId: null })).toBe(true)
  expect(isTimeGuarded({ kind: 'expire' })).toBe(true)
  expect(isTimeGuarded({ kind: 'remove' })).toBe(false)
})

test('a clock that runs again is one that starts; one that stops or goes on is not', () => {
  const [waiting, asked] = [receivedDeal(), coSellDeal()]
  const answered = act(asked, answer(partyOf(asked), 'accepted'))
  expect(startsClock(act(waiting, accept()), waiting)).toBe(true)
  expect(startsClock(answered, asked)).toBe(true)
  expect(startsClock(null, waiting)).toBe(true)
  expect(startsClock(asked, answered)).toBe(false)
  expect(startsClock(asked, asked)).toBe(false)
  expect(startsClock(waiting, null)).toBe(false)
})

const doubt = { since: NOW, why: 'leaped-forward' as const }
const blocked = (deal: Parameters<typeof verdicts>[0]) =>
  whileDoubted(verdicts(deal, NOW), deal, doubt)
    .filter(({ reasons }) => reasons.some(({ code }) => code === 'CLOCK_UNCERTAIN'))
    .map(({ action, target, allowed }) => [action, target, allowed])

test('the verdicts of a deal say so too, with what would mend it', () => {
  const deal = receivedDeal()
  const doubted = whileDoubted(verdicts(deal, NOW), deal, doubt)
  expect(doubted.find(({ action }) => action === 'accept')).toEqual({
    action: 'accept',
    target: null,
    allowed: false,
    reasons: [{ code: 'CLOCK_UNCERTAIN', params: { ...doubt }, fix: { action: 'confirm-clock' } }],
  })
})

test('the doubt comes after the reasons of the rulebook, and blocks nothing else', () => {
  const deal = privateDeal()
  expect(blocked(deal).map(([action]) => action)).toEqual([
    'accept',
    'decline',
    'invite-microsoft',
    'invite-partner',
  ])
  const reasonsOf = whileDoubted(verdicts(deal, NOW), deal, doubt)[0]!.reasons
  expect(reasonsOf.map(({ code }) => code)).toEqual(['NOT_RECEIVED', 'CLOCK_UNCERTAIN'])
  expect(blocked(act(deal, WIN)).map(([action]) => action)).toContain('invite-microsoft')
})

test('an answer that is owed is blocked; won and lost are not', () => {
  const waiting = coSellDeal()
  expect(blocked(waiting)).toContainEqual(['record-answer', partyOf(waiting).id, false])
  const answered = act(waiting, answer(partyOf(waiting), 'accepted'))
  expect(blocked(answered).map(([action]) => action)).not.toContain('record-answer')
})
