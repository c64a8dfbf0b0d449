import type { DealChanges, EditableField } from '#shared/domain/command.ts'
import type { Deal } from '#shared/domain/deal.ts'
import { sameMoney } from '#shared/domain/money.ts'
import { PERSON_FIELDS, type Person, tidyPerson } from '#shared/domain/person.ts'
import { ok } from '#shared/result.ts'
import type { Refusal } from '#shared/errors.ts'
import { checkContact, checkDetails, checkSolutions, checkTeam, isBlank } from '../checks.ts'
import { fieldLock } from '../editability.ts'
import { dealSolution } from '../parties.ts'
import { refusal } from '../refusal.ts'
import { type Decider, textOrNull, unless } from './decider.ts'

const samePerson = (a: Person | null, b: Person | null): boolean =>
  a === b || Boolean(a && b && PERSON_FIELDS.every((field) => a[field] === b[field]))

const sameTeam = (a: readonly Person[], b: readonly Person[]): boolean =>
  a.length === b.length && a.every((member, index) => samePerson(member, b[index]!))

/** The asked-for changes in their stored spelling, without those that change nothing. */
function effective(deal: Deal, asked: DealChanges): DealChanges {
  const changes: { -readonly [F in EditableField]?: DealChanges[F] } = {}
  if (asked.name !== undefined && asked.name.trim() !== deal.name) changes.name = asked.name.trim()
  if (asked.value !== undefined && !sameMoney(asked.value, deal.value)) changes.value = asked.value
  if (asked.closeDate !== undefined && asked.closeDate !== deal.closeDate) changes.closeDate = asked.closeDate
  for (const field of ['crmId', 'campaignId', 'notes'] as const) {
    const text = asked[field]
    if (text !== undefined && textOrNull(text) !== deal[field]) changes[field] = textOrNull(text)
  }
  if (asked.contact !== undefined) {
    const contact = !asked.contact || isBlank(asked.contact) ? null : tidyPerson(asked.contact)
    if (!samePerson(contact, deal.contact)) changes.contact = contact
  }
  return changes
}

/** Edit (D6): each field by the editability matrix; a past close date may stay or be set (RULEBOOK 6.3). */
export const decideEdit: Decider<'edit'> = (deal, command) => {
  const asked = command.changes
  const changes = effective(deal, asked)
  const reasons: Refusal[] = []
  for (const field of Object.keys(changes) as EditableField[]) {
    const lock = fieldLock(deal, field)
    if (lock) reasons.push(lock)
  }
  const { name = deal.name, value = deal.value, closeDate = deal.closeDate } = asked
  reasons.push(...checkDetails({ name, value, closeDate }, null))
  if (changes.contact !== undefined) reasons.push(...checkContact(changes.contact, false))
  return unless(reasons, () =>
    Object.keys(changes).length === 0 ? [] : [{ kind: 'edited', body: { changes } }],
  )
}

/** Replaces the deal team; the last member stays (RULEBOOK 6.4, 13 row 30). */
export const decideSetTeam: Decider<'set-team'> = (deal, command) => {
  const reasons =
    command.team.length === 0 && deal.team.length > 0
      ? [refusal('LAST_MEMBER', {}, { field: 'team' })]
      : checkTeam(command.team, true)
  return unless(reasons, () => {
    const team = command.team.map(tidyPerson)
    return sameTeam(team, deal.team) ? [] : [{ kind: 'team-set', body: { team } }]
  })
}

/** Replaces the solutions; the last one stays (RULEBOOK 6.5, 13 row 30). Prices of kept ones are kept. */
export const decideSetSolutions: Decider<'set-solutions'> = (deal, command, _now, facts) => {
  const reasons =
    command.solutions.length === 0 && deal.solutions.length > 0
      ? [refusal('LAST_SOLUTION', {}, { field: 'solutions' })]
      : checkSolutions(command.solutions, facts)
  return unless(reasons, () => {
    const kept = new Map(deal.solutions.map((solution) => [solution.id, solution]))
    const solutions = command.solutions.map((ref) => dealSolution({ ...kept.get(ref.id), ...ref }))
    const same = JSON.stringify(solutions) === JSON.stringify(deal.solutions)
    return same ? [] : [{ kind: 'solutions-set', body: { solutions } }]
  })
}

/** Favourite: a person's own mark, on closed deals too (RULEBOOK 2.4). */
export const decideSetFavorite: Decider<'set-favorite'> = (deal, command) =>
  ok(
    command.favorite === deal.favorite
      ? []
      : [{ kind: 'favorite-set', body: { favorite: command.favorite } }],
  )
