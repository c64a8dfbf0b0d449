import type { Person } from '#shared/domain/person.ts'
import type { Refusal } from '#shared/errors.ts'
import type { Format } from '../../../app/format.ts'
import type { Translate } from '../../../app/words/words.ts'

/** Nobody yet. */
export const BLANK_PERSON: Person = { firstName: '', lastName: '', phone: '', email: '' }

/** Whether nothing is typed of a person. */
export const isBlankPerson = (person: Person): boolean =>
  Object.values(person).every((text) => text.trim() === '')

/** Whether something is typed in every field of a person. */
export const isCompletePerson = (person: Person): boolean =>
  Object.values(person).every((text) => text.trim() !== '')

/** What else would mend it, where something would. */
type Instead = 'leaveOut' | 'remove'

/** The fields of a person the rules want something of. */
export const faultyFields = (reason: Refusal | undefined): readonly (keyof Person)[] =>
  (reason?.params['missing'] ?? []) as (keyof Person)[]

/** What is wrong with a person: fields to fill in, and an e-mail address that stands there and is none. */
export function personFault(
  t: Translate,
  format: Format,
  reason: Refusal,
  person: Person | undefined,
  instead?: Instead,
): string {
  const email = person?.email.trim() ?? ''
  const fields = faultyFields(reason)
  const toFill = fields.filter((field) => field !== 'email' || email === '')
  const says: string[] = []
  if (toFill.length > 0) {
    const names = format.list(toFill.map((field) => t(`common.person.${field}`)))
    says.push(t('newDeal.person.fill', { fields: names }))
  }
  if (toFill.length < fields.length) says.push(t('newDeal.person.check', { email }))
  if (instead) says.push(t(`newDeal.person.${instead}`))
  return says.reduce((first, second) => t('newDeal.person.then', { first, second }))
}
