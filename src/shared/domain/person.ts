/** A member of a team or a contact: the four things RULEBOOK 6.4 asks for. Personal data. */
export interface Person {
  readonly firstName: string
  readonly lastName: string
  readonly phone: string
  readonly email: string
}

export const PERSON_FIELDS = ['firstName', 'lastName', 'phone', 'email'] as const satisfies (keyof Person)[]

/** Whether a text looks like an e-mail address: something, @, a host with a dot. Delivery is not our business. */
export const isEmail = (text: string): boolean => /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(text)

const HAN = /^\p{Script=Han}+$/u

/** First and last name with one space; a Chinese name as it is written, family name first. Empty when both are. */
export const fullName = ({ firstName, lastName }: Person): string =>
  HAN.test(firstName) && HAN.test(lastName) ? `${lastName}${firstName}` : `${firstName} ${lastName}`.trim()

/** The person with white space trimmed off every field. */
export const tidyPerson = (person: Person): Person => ({
  firstName: person.firstName.trim(),
  lastName: person.lastName.trim(),
  phone: person.phone.trim(),
  email: person.email.trim(),
})
