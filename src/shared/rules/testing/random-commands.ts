import type { Command, DealChanges } from '#shared/domain/command.ts'
import { type Deal, HELP_TYPES, REASONS } from '#shared/domain/deal.ts'
import { REVIEW_OUTCOMES, type RegistrationForm } from '#shared/domain/registration.ts'
import { ASSESSMENT_STAGES, STAGES } from '#shared/domain/stages.ts'
import type { SystemCommand } from '../commands/system.ts'
import {
  WIN,
  accept,
  answer,
  correctStage,
  create,
  createAssessment,
  createCoSell,
  decline,
  edit,
  invite,
  inviteMicrosoft,
  invitePartner,
  lose,
  markStage,
  receive,
  register,
  resubmit,
  review,
  setFavorite,
  setSolutions,
  setTeam,
} from './commands.ts'
import { CLOSE_DATE, CONTACT, NOBODY, PARTNER, SOLUTION, YESTERDAY, day, eur, person } from './facts.ts'

/** Takes one of some things; which one is up to whoever drives the story. */
export type Pick = <T>(from: readonly T[]) => T

/**
 * Picks by a list of numbers, so that a property can generate and shrink whole stories as numbers: 0 is the plainest
 * choice. Used up, it picks the first thing for ever.
 */
export function picker(choices: readonly number[]): { readonly pick: Pick; readonly left: () => number } {
  let used = 0
  return {
    pick: (from) => from[(choices[used++] ?? 0) % from.length]!,
    left: () => choices.length - used,
  }
}

const NOTES = [null, 'As discussed', '   '] as const
const REASON = [...REASONS, null] as const
const ANSWERS = ['accepted', 'declined', 'won', 'lost'] as const
const STAGE = [...STAGES, ...ASSESSMENT_STAGES.slice(2, 6)]
const INVITED = [PARTNER.nordwind, PARTNER.southgate, PARTNER.self]
const CHANGES: readonly DealChanges[] = [
  { name: 'Renamed' },
  { name: ' ' },
  { value: eur(1) },
  { value: eur(0) },
  { closeDate: YESTERDAY },
  { crmId: 'CRM-1' },
  { campaignId: 'SPRING' },
  { notes: 'Called them' },
  { contact: person('Olga') },
  { contact: { ...CONTACT, phone: '' } },
  { contact: null },
]

/** How a deal may begin. */
export const beginning = (pick: Pick): Command =>
  pick([
    () => create(),
    () => receive('microsoft'),
    () => receive('partner'),
    () => createAssessment(),
    () => createCoSell({ partners: [invite()] }),
    () => create({ partners: [invite(), invite(PARTNER.southgate)] }),
    () => createCoSell(),
    () => create({ contact: CONTACT, consent: true }),
    () => createCoSell({ solutions: pick([[SOLUTION.ipCoSell], [SOLUTION.businessApp]]) }),
    () => receive('microsoft', { solutions: [SOLUTION.ipCoSell] }),
  ])()

const answering = (deal: Deal, pick: Pick): Command =>
  deal.parties.length === 0
    ? setFavorite(true)
    : answer(pick(deal.parties), pick(ANSWERS), {
        sellers: pick([[], [person('Mia')], [NOBODY]]),
        reason: pick(REASON),
        notes: pick(NOTES),
      })

const FORMS: readonly Partial<RegistrationForm>[] = [
  {},
  { solutionId: SOLUTION.businessApp.id },
  { solutionId: null },
  { totalValue: null },
  { solutionValue: eur(0) },
  { solutionValue: eur(9_000_000) },
  { signedDate: day('2036-01-01') },
  { startDate: YESTERDAY, endDate: day('2020-01-01') },
  { endDate: null },
  { contact: NOBODY },
  { contact: { ...CONTACT, phone: '' } },
  { attested: false },
]

const registering = (pick: Pick): Command =>
  pick<() => Command>([
    () => register(pick(FORMS)),
    () => resubmit(pick(FORMS)),
    () => review(pick(REVIEW_OUTCOMES), { errors: pick([[], ['Contract is missing']]), notes: pick(NOTES) }),
  ])()

/** The next step of a deal that goes well: without these a story would seldom come to a registration. */
function onward(deal: Deal, pick: Pick): Command {
  const pending = deal.parties.find(({ status }) => status === 'pending')
  if (deal.status === 'received') return accept()
  if (pending) return answer(pending, 'accepted')
  if (deal.status === 'accepted') return WIN
  const flaw = pick(FORMS)
  const form = { ...pick([{}, flaw]), solutionId: deal.solutions[0]?.id ?? null }
  if (!deal.registration) return register(form)
  if (deal.registration.state === 'action-required') return resubmit(form)
  return review(pick(REVIEW_OUTCOMES), { errors: ['Contract is missing'] })
}

/** Something a person may ask of a deal: sensible, incomplete or out of place. */
export const command = (deal: Deal, pick: Pick): Command =>
  pick([
    () => setFavorite(pick([true, false])),
    () => accept({ name: pick(['Fleet', ' ']), team: pick([[], [person('Ana')]]) }),
    () => accept(),
    () => markStage(pick(STAGE)),
    () => markStage(pick(deal.assessment ? ASSESSMENT_STAGES.slice(2, 6) : STAGES.slice(2, 6))),
    () => correctStage(pick(STAGE)),
    () => edit(pick(CHANGES)),
    () => setTeam(...pick([['Ana'], ['Ana', 'Bea'], []])),
    () =>
      setSolutions(...pick([[SOLUTION.own], [SOLUTION.own, SOLUTION.microsoft], [], [SOLUTION.assessment]])),
    () =>
      inviteMicrosoft({
        help: pick(HELP_TYPES),
        contact: pick([CONTACT, null, NOBODY]),
        consent: pick([true, false]),
      }),
    () => invitePartner(pick(INVITED), { team: pick([[person('Ana')], []]), notes: pick(NOTES) }),
    () => answering(deal, pick),
    () => answering(deal, pick),
    () => decline({ reason: pick(REASON), notes: pick(NOTES) }),
    () => lose({ reason: pick(REASON), notes: pick(NOTES) }),
    () => pick([WIN, setFavorite(true), edit({ closeDate: CLOSE_DATE })]),
    () => registering(pick),
    () => onward(deal, pick),
    () => onward(deal, pick),
    () => onward(deal, pick),
  ])()

/** Something the application itself may ask of a deal. */
export const systemCommand = (deal: Deal, pick: Pick): SystemCommand =>
  pick<() => SystemCommand>([
    () => ({ kind: 'expire' }),
    () => ({ kind: 'expire' }),
    () => ({ kind: 'report-expired', partyId: pick([null, ...deal.parties.map(({ id }) => id)]) }),
    () => ({
      kind: 'note-external',
      external: { engagementId: null, referralId: 'R-1', extra: { Tag: pick(['a', 'b']) } },
    }),
  ])()
