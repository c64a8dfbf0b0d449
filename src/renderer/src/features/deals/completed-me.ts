import { type Person, PERSON_FIELDS, fullName } from '#shared/domain/person.ts'

/**
 * Whoever sits here as a team names them, where that tells more than the profile: null where it tells nothing new, or
 * where it is not surely the same person.
 */
export function completedMe(user: Person | undefined, team: readonly Person[]): Person | null {
  if (!user || fullName(user) === '') return null
  const same = team.filter((member) => fullName(member) === fullName(user))
  const [member] = same
  if (!member || same.length > 1) return null
  const differs = PERSON_FIELDS.some((field) => user[field] !== '' && user[field] !== member[field])
  const adds = PERSON_FIELDS.some((field) => user[field] === '' && member[field].trim() !== '')
  return adds && !differs ? member : null
}
