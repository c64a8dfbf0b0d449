import type { Deal, External } from '#shared/domain/deal.ts'
import type { PersonId, SolutionId } from '#shared/domain/ids.ts'
import { fullName } from '#shared/domain/person.ts'
import type { Solution } from '#shared/domain/company.ts'
import type { DealView } from '#shared/ipc/contract/deal-views.ts'
import { dealTypeOf } from '#shared/rules/deal-type.ts'
import { eligibility } from '#shared/rules/registration.ts'
import { EDITABILITY, fieldLock, type LockableField } from '#shared/rules/editability.ts'
import type { ReadExecutor } from '../../db/executor.ts'
import type { PersonalData } from '../../db/personal-data.ts'
import { incentivesOf, solutionsByIds } from '../directory/directory.repository.ts'
import { rowOf } from './deal-row.ts'

/** Names of the people who did something, by id. An erased person has none. */
export async function namesOf(
  db: ReadExecutor,
  personal: PersonalData,
  ids: readonly (PersonId | null)[],
): Promise<Map<PersonId, string>> {
  const people = await personal.peopleByIds(
    db,
    ids.filter((id) => id !== null),
  )
  return new Map([...people].map(([id, person]) => [id, fullName(person)]))
}

const nameOf = (names: ReadonlyMap<PersonId, string>, id: PersonId | null): string | null =>
  id === null ? null : names.get(id) || null

const UNKNOWN_SOLUTION: Omit<Solution, 'id' | 'name'> = {
  kind: 'own',
  publisher: null,
  externalId: null,
  incentive: null,
}

/** A solution as the directory knows it, or by its id where it is gone. */
const solutionView = (solutions: ReadonlyMap<SolutionId, Solution>, id: SolutionId): Solution =>
  solutions.get(id) ?? { id, name: id, ...UNKNOWN_SOLUTION }

/** The whole deal as the contract shows it: names for ids, and why each locked field is locked. */
export async function dealView(db: ReadExecutor, personal: PersonalData, deal: Deal): Promise<DealView> {
  const solutionIds = [
    ...deal.solutions.map(({ id }) => id),
    ...deal.parties.flatMap((party) => party.solutions.map(({ id }) => id)),
  ]
  const solutions = await solutionsByIds(db, [...new Set(solutionIds)])
  const names = await namesOf(db, personal, [
    ...deal.stageMarks.map(({ by }) => by),
    deal.consent?.by ?? null,
  ])
  return {
    ...rowOf(deal),
    rulebook: deal.rulebook,
    customer: deal.customer,
    contact: deal.contact,
    consent: deal.consent && { at: deal.consent.at, by: nameOf(names, deal.consent.by) },
    location: deal.location,
    notes: deal.notes,
    help: deal.help,
    team: [...deal.team],
    solutions: deal.solutions.map((solution) => ({
      ...solutionView(solutions, solution.id),
      price: solution.price,
      quantity: solution.quantity,
      currency: solution.currency,
    })),
    parties: deal.parties.map((party) => ({
      ...party,
      partnerId: party.partnerId as DealView['parties'][number]['partnerId'],
      solutions: party.solutions.map(({ id }) => solutionView(solutions, id)),
      team: [...party.team],
      sellers: [...party.sellers],
    })),
    stageMarks: deal.stageMarks.map((mark) => ({ ...mark, by: nameOf(names, mark.by) })),
    registrationRecord: deal.registration as DealView['registrationRecord'],
    eligibility: eligibility(deal, incentivesOf(solutions)) as DealView['eligibility'],
    closedReason: deal.closedReason,
    closedNotes: deal.closedNotes,
    origin: deal.origin,
    typeReason: (({ because, organization, at }) => ({ because, organization, at }))(dealTypeOf(deal)),
    locks: locksOf(deal),
    external: deal.external && externalView(deal.external),
  }
}

/** The records of the API stay where they are: they are for the way back, and large. */
const externalView = ({ engagementId, referralId, extra }: External): DealView['external'] => ({
  engagementId,
  referralId,
  extra,
})

function locksOf(deal: Deal): DealView['locks'] {
  return (Object.keys(EDITABILITY) as LockableField[]).flatMap((field) => {
    const lock = fieldLock(deal, field)
    return lock ? [{ field, code: lock.code, params: { ...lock.params } }] : []
  })
}
