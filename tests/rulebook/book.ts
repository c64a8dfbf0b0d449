import { expect } from 'vitest'
import { FakeClock, type TestApplication } from '../support/application.ts'
import {
  type CommandInput,
  create,
  euros,
  execute,
  partnerInvite,
  person,
  receive,
} from '../support/deal-commands.ts'
import { openApplication } from '../support/open-application.ts'
import type { DealView } from './actions.ts'
import { BEGUN, CONTACT, type Directory, fillDirectory, formFor } from './world.ts'

type Create = Extract<CommandInput, { kind: 'create' }>
type Receive = Extract<CommandInput, { kind: 'receive' }>

/** An application with a directory, and the deals most rows of the rulebook are about. */
export interface Book {
  readonly app: TestApplication
  readonly directory: Directory
  own(over?: Partial<Create>): Promise<DealView>
  coSell(over?: Partial<Create>): Promise<DealView>
  p2p(over?: Partial<Create>): Promise<DealView>
  assessment(over?: Partial<Create>): Promise<DealView>
  received(from?: 'microsoft' | 'partner', over?: Partial<Receive>): Promise<DealView>
  accepted(from?: 'microsoft' | 'partner'): Promise<DealView>
  /** A co-sell deal with a solution that earns, Microsoft accepted, won. */
  earning(solution?: 'ip' | 'apps' | 'own'): Promise<DealView>
  give(deal: { readonly id: string }, ...commands: CommandInput[]): Promise<DealView>
  get(deal: { readonly id: string }): Promise<DealView>
  /** The reasons against a command, asked by check and by execute; none when check would let it pass. */
  reasons(deal: { readonly id: string } | null, command: CommandInput): Promise<Reasons>
  /** Only their codes. */
  codes(deal: { readonly id: string } | null, command: CommandInput): Promise<string[]>
}
export type Reasons = readonly {
  readonly code: string
  readonly params: object
  readonly fix: object | null
}[]

export const edit = (changes: Extract<CommandInput, { kind: 'edit' }>['changes']): CommandInput => ({
  kind: 'edit',
  changes,
})
export const inviteMicrosoft = (
  over: Partial<Extract<CommandInput, { kind: 'invite-microsoft' }>> = {},
): CommandInput => ({ kind: 'invite-microsoft', help: 'poc-demo', contact: CONTACT, consent: true, ...over })
export const mark = (stage: Extract<CommandInput, { kind: 'mark-stage' }>['stage']): CommandInput => ({
  kind: 'mark-stage',
  stage,
})
export const correct = (stage: Extract<CommandInput, { kind: 'mark-stage' }>['stage']): CommandInput => ({
  kind: 'correct-stage',
  stage,
})
export const answer = (
  deal: DealView,
  said: 'accepted' | 'declined' | 'won' | 'lost',
  over: object = {},
  index = 0,
): CommandInput => ({ kind: 'record-answer', partyId: deal.parties[index]!.id, answer: said, ...over })
export const WIN: CommandInput = { kind: 'win' }
export const LOSE: CommandInput = { kind: 'lose', reason: 'budget' }
export const ACCEPT: CommandInput = { kind: 'accept', name: 'Accepted', team: [person()] }
export const DECLINE: CommandInput = { kind: 'decline', reason: 'budget' }
export const HALF = { firstName: 'Half', lastName: '', phone: '', email: '' }
export const SA_STAGES = [
  'secure-customer-loe',
  'collect-data',
  'prepare-report',
  'present-to-customer',
] as const

/** Opens an application for one test; `more`: further solutions in its directory. */
export async function openBook(more = 0): Promise<Book> {
  const app = await openApplication({ clock: new FakeClock(BEGUN) })
  const directory = await fillDirectory(app, more)
  const begin = (command: CommandInput) => execute(app, null, command)
  const contact = { contact: CONTACT, consent: true }
  const give: Book['give'] = async (deal, ...commands) => {
    let after = await app.call('deals.get', { dealId: deal.id })
    for (const command of commands) after = await execute(app, deal.id, command)
    return after
  }
  const reasons: Book['reasons'] = async (deal, command) => {
    const dealId = deal?.id ?? null
    const checked = await app.call('deals.check', { dealId, command })
    expect(checked.allowed).toBe(checked.reasons.length === 0)
    if (checked.allowed) return []
    const error = await app.fail('deals.execute', { dealId, expectedVersion: null, command })
    expect(error).toEqual({ code: 'REFUSED', details: { reasons: checked.reasons } })
    return checked.reasons
  }
  const book: Book = {
    app,
    directory,
    own: (over) => begin(create(directory.own, over)),
    coSell: (over) => begin(create(directory.own, { ...contact, microsoft: { help: 'poc-demo' }, ...over })),
    p2p: (over) =>
      begin(create(directory.own, { partners: [partnerInvite(directory.brink, directory.own)], ...over })),
    assessment: (over) =>
      begin(
        create(directory.own, {
          solutions: [],
          assessment: { solutionId: directory.assessment, locationId: directory.locationId },
          consent: true,
          ...over,
        }),
      ),
    received: (from = 'microsoft', over) =>
      begin(
        receive({
          from: { kind: from, organization: from === 'microsoft' ? 'Microsoft' : 'Brink' },
          contact: CONTACT,
          solutions: [{ id: directory.own }],
          ...over,
        }),
      ),
    accepted: async (from) => give(await book.received(from), ACCEPT),
    earning: async (solution = 'ip') => {
      const deal = await book.coSell({ solutions: [{ id: directory[solution] }] })
      return give(deal, answer(deal, 'accepted'), WIN)
    },
    give,
    get: ({ id }) => app.call('deals.get', { dealId: id }),
    reasons,
    codes: async (deal, command) => (await reasons(deal, command)).map(({ code }) => code),
  }
  return book
}

export const invite = (book: Book, partner: 'brink' | 'polar' | 'self' = 'brink', over: object = {}) => ({
  ...partnerInvite(book.directory[partner], book.directory.own),
  ...over,
})
export const invitePartner = (
  book: Book,
  partner?: 'brink' | 'polar' | 'self',
  over?: object,
): CommandInput => ({
  kind: 'invite-partner',
  invite: invite(book, partner, over),
})
export const register = (
  book: Book,
  over: object = {},
  solution: 'ip' | 'apps' | 'own' = 'ip',
): CommandInput => ({
  kind: 'register',
  form: { ...formFor(book.directory[solution]), ...over },
})
export const review = (
  outcome: 'action-required' | 'final-validation' | 'approved' | 'rejected',
): CommandInput => ({
  kind: 'record-review',
  outcome,
  errors: outcome === 'action-required' ? ['Sign it'] : [],
})

export const DAYS = 86_400_000
export { CONTACT, euros, person }
