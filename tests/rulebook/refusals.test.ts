import { beforeEach, expect, test } from 'vitest'
import { REFUSAL_CODES, type RefusalCode } from '#shared/errors.ts'
import { en } from '#shared/words/refusals.en.ts'
import { zhCN } from '#shared/words/refusals.zh-cn.ts'
import type { CommandInput } from '../support/deal-commands.ts'
import {
  ACCEPT,
  type Book,
  CONTACT,
  DAYS,
  HALF,
  LOSE,
  type Reasons,
  WIN,
  answer,
  correct,
  edit,
  euros,
  inviteMicrosoft,
  invitePartner,
  mark,
  openBook,
  person,
  register,
  review,
} from './book.ts'

/** Every code of a refusal: it comes about, it has words in both languages, and it says what mends it where something does. */
let book: Book

beforeEach(async () => {
  book = await openBook()
})

type Way = () => Promise<Reasons>
const creating = (over: object = {}): Promise<Reasons> =>
  book.reasons(null, {
    kind: 'create',
    customer: { name: 'Harborline Foods BV', city: 'Rotterdam', country: 'NL' },
    name: 'Cold chain',
    value: euros(100_00),
    closeDate: '2027-03-31',
    team: [person()],
    solutions: [{ id: book.directory.own }],
    ...over,
  })
const asAssessment = (over: object = {}) => {
  const { assessment, locationId } = book.directory
  return creating({
    solutions: [],
    consent: true,
    assessment: { solutionId: assessment, locationId },
    ...over,
  })
}
const onOwn =
  (...commands: [...before: CommandInput[], command: CommandInput]): Way =>
  async () =>
    book.reasons(await book.give(await book.own(), ...commands.slice(0, -1)), commands.at(-1)!)
const registering =
  (over: object): Way =>
  async () =>
    book.reasons(await book.earning(), register(book, over))

/** Undoing the first of some commands given to a deal of our own. */
const undoing =
  (...commands: CommandInput[]): Way =>
  async () => {
    const deal = await book.give(await book.own(), ...commands)
    return undoOf(deal, 2)
  }
async function undoOf({ id }: { readonly id: string }, version: number): Promise<Reasons> {
  const { rows } = await book.app.call('deals.timeline', { dealId: id })
  const { eventId } = rows.find((row) => row.version === version)!
  const { refused } = await book.app.call('deals.undo', { eventId })
  return refused.flatMap(({ reasons }) => reasons)
}

/** One way to each code. Forgetting a code does not compile. */
const WAYS: Record<RefusalCode, Way> = {
  DEAL_TERMINAL: onOwn(WIN, LOSE),
  NOT_ACTIVE: async () => book.reasons(await book.received(), WIN),
  NOT_RECEIVED: async () => book.reasons(await book.own(), ACCEPT),
  INVITATION_EXPIRED: async () => {
    const deal = await book.received()
    book.app.clock.advance(14 * DAYS)
    return book.reasons(deal, ACCEPT)
  },
  INBOUND_CANNOT_INVITE_PARTNER: async () => book.reasons(await book.accepted(), invitePartner(book)),
  INBOUND_CANNOT_INVITE_MICROSOFT: async () =>
    book.reasons(await book.accepted('partner'), inviteMicrosoft()),
  MICROSOFT_ALREADY_INVITED: async () => book.reasons(await book.coSell(), inviteMicrosoft()),
  PARTNER_ALREADY_INVITED: async () => book.reasons(await book.p2p(), invitePartner(book)),
  PARTNER_IS_SELF: async () => book.reasons(await book.own(), invitePartner(book, 'self')),
  PARTNER_REQUIRED: async () =>
    book.reasons(await book.own(), invitePartner(book, 'brink', { partnerId: null })),
  HELP_REQUIRED: async () => book.reasons(await book.own(), invitePartner(book, 'brink', { help: null })),
  SA_NO_INVITATIONS: async () => book.reasons(await book.assessment(), inviteMicrosoft()),
  CONTACT_REQUIRED: async () => book.reasons(await book.own(), inviteMicrosoft({ contact: null })),
  CONTACT_INCOMPLETE: () => creating({ contact: HALF }),
  CONSENT_REQUIRED: () => creating({ contact: CONTACT, microsoft: { help: 'general' } }),
  NAME_REQUIRED: () => creating({ name: '' }),
  VALUE_REQUIRED: () => creating({ value: null }),
  CLOSE_DATE_REQUIRED: () => creating({ closeDate: null }),
  CLOSE_DATE_PAST: () => creating({ closeDate: '2026-11-21' }),
  CUSTOMER_REQUIRED: () => creating({ customer: null }),
  TEAM_REQUIRED: () => creating({ team: [] }),
  TEAM_MEMBER_INCOMPLETE: () => creating({ team: [HALF] }),
  SOLUTION_REQUIRED: () => creating({ solutions: [] }),
  ASSESSMENT_EXACTLY_ONE: () =>
    asAssessment({ assessment: { solutionId: book.directory.own, locationId: book.directory.locationId } }),
  ASSESSMENT_EXCLUDES_OTHERS: () => asAssessment({ solutions: [{ id: book.directory.own }] }),
  LOCATION_REQUIRED: () =>
    asAssessment({ assessment: { solutionId: book.directory.assessment, locationId: null } }),
  NOT_ELIGIBLE_FOR_ASSESSMENT: async () => {
    const { companyName, partnerId, locations, user } = await book.app.call('profile.get', {})
    const profile = { companyName, partnerId, locations, user, assessmentEligible: false }
    await book.app.call('profile.save', profile)
    return asAssessment()
  },
  REASON_REQUIRED: async () => book.reasons(await book.own(), { kind: 'lose' }),
  NOTES_REQUIRED: async () => book.reasons(await book.own(), { kind: 'lose', reason: 'other' }),
  STAGE_NOT_AHEAD: onOwn(mark('developed'), mark('qualified')),
  STAGE_NOT_BEHIND: onOwn(mark('qualified'), correct('proposed')),
  STAGE_NOT_NEXT: async () => book.reasons(await book.assessment(), mark('collect-data')),
  ASSESSMENT_STAGES_OPEN: async () => book.reasons(await book.assessment(), WIN),
  FIELD_LOCKED: async () => book.reasons(await book.coSell(), edit({ contact: null })),
  LAST_MEMBER: async () => book.reasons(await book.own(), { kind: 'set-team', team: [] }),
  LAST_SOLUTION: async () => book.reasons(await book.own(), { kind: 'set-solutions', solutions: [] }),
  TOO_MANY: () => creating({ team: Array.from({ length: 51 }, () => person()) }),
  PARTY_NOT_PENDING: async () => {
    const deal = await book.coSell()
    return book.reasons(await book.give(deal, answer(deal, 'declined')), answer(deal, 'accepted'))
  },
  PARTY_NOT_ACCEPTED: async () => {
    const deal = await book.coSell()
    return book.reasons(deal, answer(deal, 'won'))
  },
  NOT_WON: async () => book.reasons(await book.own(), register(book)),
  MICROSOFT_NOT_INVITED: onOwnWon('MICROSOFT_NOT_INVITED'),
  MICROSOFT_NOT_ACCEPTED: async () => book.reasons(await book.give(await book.coSell(), WIN), register(book)),
  NO_INCENTIVE_SOLUTION: async () => book.reasons(await book.earning('own'), register(book)),
  PRIVATE_NOT_REGISTRABLE: onOwnWon('PRIVATE_NOT_REGISTRABLE'),
  SA_NOT_REGISTRABLE: async () => {
    const reasons = await book.reasons(await book.assessment(), register(book))
    return reasons.filter(({ code }) => code === 'SA_NOT_REGISTRABLE')
  },
  REGISTRATION_STATE: async () => book.reasons(await book.earning(), review('approved')),
  CONTRACT_DATES: registering({ endDate: null }),
  CONTRACT_VALUE: registering({ solutionValue: euros(9_999_99) }),
  ATTESTATION_REQUIRED: registering({ attested: false }),
  NOT_UNDOABLE: undoing(WIN),
  ALREADY_UNDONE: async () => {
    const deal = await book.give(await book.own(), edit({ notes: 'Called' }))
    expect(await undoOf(deal, 2)).toEqual([])
    return undoOf(deal, 2)
  },
  CLOCK_UNCERTAIN: async () => {
    const { id } = await book.received()
    book.app.clock.jump(400 * DAYS)
    const { actions } = await book.app.call('deals.actions', { dealId: id })
    return actions.find(({ action }) => action === 'accept')!.reasons
  },
  UNDO_OVERTAKEN: undoing(edit({ name: 'Renamed' }), edit({ name: 'Renamed again' })),
}

/** A private deal that was won fails several conditions at once: the one that is asked for. */
function onOwnWon(wanted: RefusalCode): Way {
  return async () => {
    const reasons = await book.reasons(await book.give(await book.own(), WIN), register(book))
    return reasons.filter(({ code }) => code === wanted)
  }
}

/** Refusals nothing on this laptop mends, and why. */
const NOTHING_MENDS: Partial<Record<RefusalCode, string>> = {
  NOT_RECEIVED: 'the answer was given: the deal runs',
  INBOUND_CANNOT_INVITE_MICROSOFT: 'the sender has to invite',
  FIELD_LOCKED: 'what was shared cannot be unshared (a field locked since creation points to a copy)',
  PARTY_NOT_PENDING: 'the party has answered',
  PRIVATE_NOT_REGISTRABLE: 'follows from Microsoft not being invited, which says what mends it',
  SA_NOT_REGISTRABLE: 'no assessment is registered',
  NOT_UNDOABLE: 'what ended a deal, or was said by somebody else, stays',
  ALREADY_UNDONE: 'it is done',
  UNDO_OVERTAKEN: 'a later change stands in the way, and may be wanted',
  REGISTRATION_STATE: 'the registration goes its own way',
}

test.each(REFUSAL_CODES)('%s comes about, and says what mends it where something does', async (code) => {
  const reasons = await WAYS[code]()
  const reason = reasons.find((candidate) => candidate.code === code)
  expect(reasons.map((candidate) => candidate.code)).toContain(code)
  if (code in NOTHING_MENDS) expect(reason!.fix).toBeNull()
  else expect(Object.keys(reason!.fix ?? {})).not.toEqual([])
})

test.each(REFUSAL_CODES)('%s has words in both languages, with the same places to fill', (code) => {
  const places = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort()
  for (const part of ['title', 'text'] as const) {
    expect(en[code][part].trim()).not.toBe('')
    expect(zhCN[code][part]).toMatch(/\p{Script=Han}|^\{why\}$/u)
    expect(places(zhCN[code][part])).toEqual(places(en[code][part]))
  }
})

test('the codes the contract names are all here', () => {
  expect(Object.keys(WAYS).sort()).toEqual([...REFUSAL_CODES].sort())
  expect(new Set(CONTRACT).size).toBe(45)
  expect(CONTRACT.filter((code) => !(REFUSAL_CODES as readonly string[]).includes(code))).toEqual([])
})

/** The codes other programs may rely on, word for word. */
const CONTRACT = `DEAL_TERMINAL NOT_ACTIVE NOT_RECEIVED INVITATION_EXPIRED INBOUND_CANNOT_INVITE_PARTNER
  INBOUND_CANNOT_INVITE_MICROSOFT MICROSOFT_ALREADY_INVITED PARTNER_ALREADY_INVITED PARTNER_IS_SELF SA_NO_INVITATIONS
  CONTACT_REQUIRED CONTACT_INCOMPLETE CONSENT_REQUIRED NAME_REQUIRED VALUE_REQUIRED CLOSE_DATE_REQUIRED CLOSE_DATE_PAST
  CUSTOMER_REQUIRED TEAM_REQUIRED TEAM_MEMBER_INCOMPLETE SOLUTION_REQUIRED ASSESSMENT_EXACTLY_ONE
  ASSESSMENT_EXCLUDES_OTHERS LOCATION_REQUIRED NOT_ELIGIBLE_FOR_ASSESSMENT REASON_REQUIRED NOTES_REQUIRED
  STAGE_NOT_AHEAD STAGE_NOT_BEHIND STAGE_NOT_NEXT ASSESSMENT_STAGES_OPEN FIELD_LOCKED LAST_MEMBER LAST_SOLUTION TOO_MANY
  PARTY_NOT_PENDING PARTY_NOT_ACCEPTED NOT_WON MICROSOFT_NOT_INVITED MICROSOFT_NOT_ACCEPTED NO_INCENTIVE_SOLUTION
  REGISTRATION_STATE CONTRACT_DATES CONTRACT_VALUE ATTESTATION_REQUIRED`.split(/\s+/)
