import { beforeEach, expect, test } from 'vitest'
import { importLines, line, withMicrosoft } from '../support/bulk-csv.ts'
import type { DealView } from './actions.ts'
import {
  type Book,
  CONTACT,
  DAYS,
  DECLINE,
  LOSE,
  SA_STAGES,
  WIN,
  answer,
  correct,
  invite,
  inviteMicrosoft,
  invitePartner,
  mark,
  openBook,
} from './book.ts'

/** RULEBOOK 4 and 5: sales stages, types and invitations, on a real core. */
let book: Book

beforeEach(async () => {
  book = await openBook()
})

const only = async (): Promise<DealView> => {
  const { rows } = await book.app.call('deals.list', { tab: 'all' })
  expect(rows).toHaveLength(1)
  return book.get(rows[0]!)
}
const imported = async (more: Record<string, string>, direction: 'inbound' | 'outbound' = 'outbound') => {
  const { committed } = await importLines(book.app, [line('R-1', more)], direction)
  expect(committed.refused).toBe(0)
  return only()
}

test('[4.1-order] [B2] the standard ladder and its percentages, any stage ahead at once, skipped ones passed', async () => {
  const stages = ['qualified', 'developed', 'proposed', 'negotiated'] as const
  let deal = await book.own()
  const seen = [deal.percent]
  for (const stage of stages) {
    deal = await book.give(deal, mark(stage))
    seen.push(deal.percent)
  }
  expect(seen).toEqual([10, 20, 40, 60, 80])
  const jumped = await book.give(await book.own(), mark('proposed'))
  expect(jumped.stageMarks.map(({ stage }) => stage)).toEqual([
    'created',
    'qualified',
    'developed',
    'proposed',
  ])
  const { rows } = await book.app.call('deals.timeline', { dealId: jumped.id })
  expect(rows).toHaveLength(2)
})

test('[4.1-optional] won and lost need no stage on a standard deal', async () => {
  for (const command of [WIN, LOSE]) expect(await book.codes(await book.own(), command)).toEqual([])
})

test('[4.1-back] [B2] going back is a correction of its own kind, with its note; not ahead, not beside', async () => {
  const deal = await book.give(await book.own(), mark('negotiated'))
  const back = await book.give(deal, { kind: 'correct-stage', stage: 'qualified', note: 'Too early' })
  expect(back).toMatchObject({ stage: 'qualified', percent: 20 })
  const { rows } = await book.app.call('deals.timeline', { dealId: deal.id })
  expect(rows[0]).toMatchObject({
    kind: 'stage-corrected',
    params: { notes: 'Too early' },
    before: { stage: 'negotiated' },
  })
  expect(await book.codes(back, mark('qualified'))).toEqual(['STAGE_NOT_AHEAD'])
  expect(await book.codes(back, correct('proposed'))).toEqual(['STAGE_NOT_BEHIND'])
  expect(await book.codes(back, mark('won'))).toEqual(['STAGE_NOT_NEXT'])
  expect((await book.give(back, correct('accepted'))).stage).toBe('created')
})

test('[4.2-stages] [B3] an assessment climbs its own ladder, each stage by its own command', async () => {
  let deal = await book.assessment()
  for (const [index, stage] of SA_STAGES.entries()) {
    const skipping = SA_STAGES[index + 1]
    if (skipping) expect(await book.codes(deal, mark(skipping))).toEqual(['STAGE_NOT_NEXT'])
    deal = await book.give(deal, mark(stage))
    expect(deal.percent).toBe([20, 40, 60, 80][index])
  }
  expect(await book.codes(deal, mark('qualified'))).toEqual(['STAGE_NOT_NEXT'])
})

test('[4.2-won] won waits for all four stages and names those that are missing; lost does not', async () => {
  const deal = await book.give(await book.assessment(), mark('secure-customer-loe'), mark('collect-data'))
  expect(await book.reasons(deal, WIN)).toEqual([
    {
      code: 'ASSESSMENT_STAGES_OPEN',
      params: { missing: ['prepare-report', 'present-to-customer'] },
      fix: { action: 'mark-stage' },
    },
  ])
  expect(await book.codes(deal, LOSE)).toEqual([])
  expect((await book.give(deal, mark('prepare-report'), mark('present-to-customer'), WIN)).status).toBe('won')
})

test('[4.2-back] [B3] a correction takes back the last mark only, and the gate closes again', async () => {
  const deal = await book.give(await book.assessment(), ...SA_STAGES.map(mark))
  expect(await book.codes(deal, correct('collect-data'))).toEqual(['STAGE_NOT_BEHIND'])
  const back = await book.give(deal, correct('prepare-report'))
  expect([back.stage, await book.codes(back, WIN)]).toEqual(['prepare-report', ['ASSESSMENT_STAGES_OPEN']])
})

test.each([
  ['exact percent', '40', 'developed'],
  ['standard name, any case', 'PROPOSED', 'proposed'],
  ['verb', 'Negotiate', 'negotiated'],
  ['the connector’s Close', 'Close', 'negotiated'],
  ['the company’s own name', 'Angebot', 'proposed'],
  ['a number between two stages', '55', 'developed'],
  ['100, which closes nothing', '100', 'negotiated'],
  ['nothing', '', 'created'],
  ['a word nobody knows', 'sizing', 'created'],
])('[4.3] company stages in a file: %s', async (_what, text, stage) => {
  const { companyName, partnerId, locations, user } = await book.app.call('profile.get', {})
  const stageMapping = [{ name: 'angebot', stage: 'proposed' as const }]
  await book.app.call('profile.save', { companyName, partnerId, locations, user, stageMapping })
  expect(await imported({ 'Sales Stage': text })).toMatchObject({ status: 'accepted', stage })
})

test.each([
  ['created', () => book.assessment()],
  ['received', () => book.received('microsoft', { solutions: [{ id: book.directory.assessment }] })],
  ['imported', () => imported({ 'Solution 1': 'SOL-CHECK', 'Sales Stage': '40' })],
])('[5.1-1] an assessment makes it a solution assessment, whoever else is on it: %s', async (way, begin) => {
  const deal = await begin()
  expect(deal).toMatchObject({ type: 'solution-assessment', typeReason: { because: 'assessment-chosen' } })
  if (way === 'imported') expect(deal.stage).toBe('collect-data')
})

test('[5.1-1] a file that jumps ahead on an assessment takes every stage between, and back as well', async () => {
  await imported({ 'Solution 1': 'SOL-CHECK', 'Sales Stage': '20' })
  await imported({ 'Solution 1': 'SOL-CHECK', 'Sales Stage': '80' })
  expect((await only()).stage).toBe('present-to-customer')
  await imported({ 'Solution 1': 'SOL-CHECK', 'Sales Stage': '10' })
  expect((await only()).stage).toBe('created')
})

test.each([
  ['asked at creation', () => book.coSell()],
  ['asked later', async () => book.give(await book.own(), inviteMicrosoft())],
  ['asked on a deal with partners', async () => book.give(await book.p2p(), inviteMicrosoft())],
  ['sent by Microsoft', () => book.received('microsoft')],
  ['imported with help', () => imported(withMicrosoft('Declined'))],
  ['imported as sent to us', () => imported({}, 'inbound')],
])('[5.1-2] Microsoft on it makes it co-sell: %s', async (_way, begin) => {
  const deal = await begin()
  const microsoft = deal.parties.find(({ kind }) => kind === 'microsoft')!
  expect(deal).toMatchObject({
    type: 'co-sell',
    typeReason: { because: 'microsoft-party', organization: 'Microsoft', at: microsoft.invitedAt },
  })
})

test.each([
  ['asked at creation', () => book.p2p()],
  ['asked later', async () => book.give(await book.own(), invitePartner(book))],
  ['sent by a partner', () => book.received('partner')],
])('[5.1-3] a partner and no Microsoft makes it partner to partner: %s', async (_way, begin) => {
  expect(await begin()).toMatchObject({
    type: 'partner-to-partner',
    typeReason: { because: 'partner-party', organization: 'Brink' },
  })
})

test.each([
  ['created', () => book.own()],
  ['imported', () => imported({})],
  ['imported, shared with Microsoft', () => imported({ 'Share with Microsoft sales team': 'Yes' })],
])('[5.1-4] nobody else makes it private: %s', async (_way, begin) => {
  expect(await begin()).toMatchObject({
    type: 'private',
    typeReason: { because: 'nobody-else', organization: null, at: null },
  })
})

test('[5.1-never-back] [B1] no answer and no lapse takes a type back', async () => {
  const deal = await book.give(await book.p2p(), inviteMicrosoft())
  const declined = await book.give(deal, answer(deal, 'declined', {}, 1), answer(deal, 'declined'))
  expect(declined.type).toBe('co-sell')
  const lapsing = await book.p2p()
  book.app.clock.advance(14 * DAYS)
  expect((await book.get(lapsing)).type).toBe('partner-to-partner')
})

test('[5.2-1] private + Microsoft: upgraded to co-sell', async () => {
  const deal = await book.own()
  expect([deal.type, (await book.give(deal, inviteMicrosoft())).type]).toEqual(['private', 'co-sell'])
})

test('[5.2-2] private + partners: becomes partner to partner', async () => {
  const deal = await book.give(await book.own(), invitePartner(book), invitePartner(book, 'polar'))
  expect([deal.type, deal.partners]).toEqual(['partner-to-partner', 2])
})

test('[5.2-3] private + Microsoft + partners: co-sell with partners, at creation and later', async () => {
  for (const deal of [
    await book.coSell({ partners: [invite(book)] }),
    await book.give(await book.own(), invitePartner(book), inviteMicrosoft()),
  ]) {
    expect([deal.type, deal.microsoft, deal.partners]).toEqual(['co-sell', 'pending', 1])
  }
})

test('[5.2-4] co-sell of ours + partners: stays co-sell, the partner is added', async () => {
  const deal = await book.give(await book.coSell(), invitePartner(book))
  expect([deal.type, deal.parties.map(({ organization }) => organization)]).toEqual([
    'co-sell',
    ['Microsoft', 'Brink'],
  ])
})

test('[5.2-5] co-sell sent to us + partners: refused', async () => {
  expect(await book.codes(await book.accepted('microsoft'), invitePartner(book))).toEqual([
    'INBOUND_CANNOT_INVITE_PARTNER',
  ])
})

test('[5.2-6] co-sell + Microsoft again: refused, also after it declined or lapsed, and when it sent the deal', async () => {
  const asked = await book.coSell()
  const declined = await book.coSell()
  await book.give(declined, answer(declined, 'declined'))
  for (const deal of [asked, declined, await book.accepted('microsoft')]) {
    expect(await book.codes(deal, inviteMicrosoft())).toEqual(['MICROSOFT_ALREADY_INVITED'])
  }
  book.app.clock.advance(14 * DAYS)
  expect(await book.codes(asked, inviteMicrosoft())).toEqual(['MICROSOFT_ALREADY_INVITED'])
})

test('[5.2-7] partner to partner of ours + Microsoft: upgraded to co-sell', async () => {
  expect((await book.give(await book.p2p(), inviteMicrosoft())).type).toBe('co-sell')
})

test('[5.2-8] partner to partner of ours + other partners: stays so', async () => {
  const deal = await book.give(await book.p2p(), invitePartner(book, 'polar'))
  expect([deal.type, deal.pendingPartners]).toEqual(['partner-to-partner', 2])
})

test('[5.2-9] partner to partner sent to us + partners: refused', async () => {
  expect(await book.codes(await book.accepted('partner'), invitePartner(book, 'polar'))).toEqual([
    'INBOUND_CANNOT_INVITE_PARTNER',
  ])
})

test('[5.2-10] [B9] partner to partner sent to us + Microsoft: refused, the sender holds the consent', async () => {
  expect(await book.codes(await book.accepted('partner'), inviteMicrosoft())).toEqual([
    'INBOUND_CANNOT_INVITE_MICROSOFT',
  ])
})

test('[5.2-11] an assessment invites nobody, later or at creation', async () => {
  const deal = await book.assessment()
  for (const command of [inviteMicrosoft(), invitePartner(book)]) {
    expect(await book.codes(deal, command)).toEqual(['SA_NO_INVITATIONS'])
  }
  const create = {
    assessment: { solutionId: book.directory.assessment, locationId: book.directory.locationId },
  }
  await expect(book.coSell({ ...create, solutions: [] })).rejects.toThrow('SA_NO_INVITATIONS')
  await expect(book.p2p({ ...create, solutions: [], consent: true })).rejects.toThrow('SA_NO_INVITATIONS')
})

test('[5.2-12] an unanswered deal invites nobody: accept first', async () => {
  for (const from of ['microsoft', 'partner'] as const) {
    for (const command of [inviteMicrosoft(), invitePartner(book, 'polar')]) {
      expect(await book.codes(await book.received(from), command)).toContain('NOT_ACTIVE')
    }
  }
})

test('[5.2-13] a closed deal invites nobody', async () => {
  const closed = [
    await book.give(await book.own(), WIN),
    await book.give(await book.own(), LOSE),
    await book.give(await book.received(), DECLINE),
  ]
  for (const deal of closed) {
    for (const command of [inviteMicrosoft(), invitePartner(book)]) {
      expect(await book.codes(deal, command)).toEqual(['DEAL_TERMINAL'])
    }
  }
})

test('[5.2-14] the same partner while its invitation is pending or accepted: refused, in one creation as well', async () => {
  const deal = await book.p2p()
  expect(await book.codes(deal, invitePartner(book))).toEqual(['PARTNER_ALREADY_INVITED'])
  const accepted = await book.give(deal, answer(deal, 'accepted'))
  expect(await book.codes(accepted, invitePartner(book))).toEqual(['PARTNER_ALREADY_INVITED'])
  for (const said of ['won', 'lost'] as const) {
    const other = await book.p2p()
    const over = await book.give(other, answer(other, 'accepted'), answer(other, said))
    expect(await book.codes(over, invitePartner(book))).toEqual(['PARTNER_ALREADY_INVITED'])
  }
  await expect(book.p2p({ partners: [invite(book), invite(book)] })).rejects.toThrow(
    'PARTNER_ALREADY_INVITED',
  )
})

test('[5.2-15] the same partner after declining or lapsing: a party of its own with a clock of its own', async () => {
  const deal = await book.p2p()
  book.app.clock.advance(DAYS)
  const again = await book.give(deal, answer(deal, 'declined'), invitePartner(book))
  expect(again.parties.map(({ status, expiresAt }) => [status, expiresAt])).toEqual([
    ['declined', '2026-12-06T09:00:00.000Z'],
    ['pending', '2026-12-07T09:00:00.000Z'],
  ])
  expect(again.parties[0]!.id).not.toBe(again.parties[1]!.id)
  book.app.clock.advance(14 * DAYS)
  expect((await book.give(again, invitePartner(book))).parties.map(({ status }) => status)).toEqual([
    'declined',
    'expired',
    'pending',
  ])
})

test('[5.2-16] our own company: refused', async () => {
  expect(await book.codes(await book.own(), invitePartner(book, 'self'))).toEqual(['PARTNER_IS_SELF'])
  await expect(book.own({ partners: [invite(book, 'self')] })).rejects.toThrow('PARTNER_IS_SELF')
})

test('[5.2-17] [B8] Microsoft without contact or consent: refused until both are there, each named at its field', async () => {
  const deal = await book.own()
  expect(await book.codes(deal, inviteMicrosoft({ contact: null, consent: false }))).toEqual([
    'CONTACT_REQUIRED',
    'CONSENT_REQUIRED',
  ])
  expect(await book.codes(deal, inviteMicrosoft({ consent: false }))).toEqual(['CONSENT_REQUIRED'])
  expect(await book.codes(deal, inviteMicrosoft({ contact: { ...CONTACT, phone: ' ' } }))).toEqual([
    'CONTACT_INCOMPLETE',
  ])
  const before = await book.own({ contact: CONTACT, consent: true })
  expect(await book.codes(before, inviteMicrosoft({ contact: null, consent: false }))).toEqual([])
})
