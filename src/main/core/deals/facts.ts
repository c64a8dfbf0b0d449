import type { Command } from '#shared/domain/command.ts'
import type { Customer, CustomerInput, Partner, Profile, Solution } from '#shared/domain/company.ts'
import type { Deal } from '#shared/domain/deal.ts'
import type { CustomerId, DealId, PartnerId, PartyId, PersonId, SolutionId } from '#shared/domain/ids.ts'
import type { CivilDate } from '#shared/domain/time.ts'
import { invalidInput, notFound } from '#shared/errors.ts'
import type { Facts } from '#shared/rules/facts.ts'
import type { ReadExecutor } from '../../db/executor.ts'
import type { PersonalData } from '../../db/personal-data.ts'
import {
  customerById,
  matchingCustomer,
  partnersByIds,
  solutionsByIds,
} from '../directory/directory.repository.ts'

/** Where facts are gathered from. */
export interface FactSource {
  readonly db: ReadExecutor
  readonly personal: PersonalData
  readonly today: CivilDate
  readonly profile: Profile
  readonly actor: PersonId | null
  readonly newId: () => string
}

/** What there is to know about a command for some deals, and the customer entry it would add to the directory. */
export interface Gathered {
  readonly shared: Omit<Facts, 'dealId' | 'partyIds'>
  readonly newCustomer: Customer | null
}

const solutionIdsIn = (command: Command, deal: Deal | null): SolutionId[] => {
  switch (command.kind) {
    case 'create':
      return [
        ...command.solutions.map(({ id }) => id),
        ...(command.assessment ? [command.assessment.solutionId] : []),
        ...(command.partners ?? []).flatMap((invite) => invite.solutions.map(({ id }) => id)),
      ]
    case 'receive':
    case 'set-solutions':
      return command.solutions.map(({ id }) => id)
    case 'invite-partner':
      return command.invite.solutions.map(({ id }) => id)
    // Whether they earn an incentive is asked of the directory.
    case 'win':
    case 'register':
    case 'resubmit':
      return deal?.solutions.map(({ id }) => id) ?? []
    default:
      return []
  }
}

const partnerIdsIn = (command: Command): PartnerId[] => {
  const invites =
    command.kind === 'create'
      ? (command.partners ?? [])
      : command.kind === 'invite-partner'
        ? [command.invite]
        : []
  return invites.flatMap(({ partnerId }) => partnerId ?? [])
}

/** How many parties a command may add: each needs an id before the rules are asked. */
const partiesIn = (command: Command): number =>
  command.kind === 'create' ? 1 + (command.partners?.length ?? 0) : 1

/** The directory entries of ids, all of them. Errors: INVALID_INPUT naming the first unknown one. */
async function known<K extends string, T>(
  what: string,
  ids: readonly K[],
  find: (ids: readonly K[]) => Promise<ReadonlyMap<K, T>>,
): Promise<ReadonlyMap<K, T>> {
  if (ids.length === 0) return new Map()
  const found = await find(ids)
  const unknown = ids.find((id) => !found.has(id))
  if (unknown !== undefined) throw invalidInput(what, `unknown: ${unknown}`)
  return found
}

/** The customer a command means: an entry by id, or the same organisation at the same address, or a new entry. */
async function customerFor(
  choice: { readonly id: CustomerId } | CustomerInput | null,
  source: FactSource,
): Promise<{ customer: Customer | null; isNew: boolean }> {
  if (!choice) return { customer: null, isNew: false }
  if ('id' in choice) {
    const customer = await customerById(source.db, choice.id)
    if (!customer) throw notFound('customer', choice.id)
    return { customer, isNew: false }
  }
  const match = await matchingCustomer(source.db, choice)
  if (match) return { customer: match, isNew: false }
  return { customer: { ...choice, id: source.newId() as CustomerId }, isNew: true }
}

/**
 * What the rules may know about a command before they judge it, read once for all the deals it is for: none where it
 * begins one. Errors: INVALID_INPUT, NOT_FOUND.
 */
export async function gatherFacts(
  command: Command,
  deals: readonly Deal[],
  source: FactSource,
): Promise<Gathered> {
  const { db, personal } = source
  const choice = command.kind === 'create' || command.kind === 'receive' ? command.customer : null
  const { customer, isNew } = await customerFor(choice, source)
  const solutions: ReadonlyMap<SolutionId, Solution> = await known(
    'command.solutions',
    [...new Set((deals.length > 0 ? deals : [null]).flatMap((deal) => solutionIdsIn(command, deal)))],
    (ids) => solutionsByIds(db, ids),
  )
  const partners: ReadonlyMap<PartnerId, Partner> = await known(
    'command.partners',
    partnerIdsIn(command),
    (ids) => partnersByIds(db, personal, ids),
  )
  const shared = {
    today: source.today,
    actor: source.actor,
    profile: source.profile,
    solutions,
    partners,
    customer,
  }
  return { shared, newCustomer: isNew ? customer : null }
}

/** The facts of a command for one deal of those they were gathered for, or for the one it begins. */
export function factsFor(
  command: Command,
  deal: Deal | null,
  { shared }: Gathered,
  newId: () => string,
): Facts {
  const ids = solutionIdsIn(command, deal)
  return {
    ...shared,
    dealId: deal?.id ?? (newId() as DealId),
    solutions: new Map(ids.map((id) => [id, shared.solutions.get(id)!])),
    partyIds: Array.from({ length: partiesIn(command) }, () => newId() as PartyId),
  }
}
