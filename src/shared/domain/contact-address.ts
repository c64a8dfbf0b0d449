const MAIL =
  /^[a-z0-9](?:[a-z0-9._+'-]{0,62}[a-z0-9])?@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/i
const MOST_MAIL = 254
/** What people write between the digits. */
const SPACING = /[\s().\-\u2010-\u2015/]/g
const PHONE = /^\+?\d{3,15}$/

/**
 * The address that begins a letter to somebody, and nothing besides: no subject, no copy, no second person. Null where
 * an e-mail address is not plain enough to be sure of that.
 */
export const mailAddress = (email: string): string | null =>
  email.length <= MOST_MAIL && MAIL.test(email) && !email.includes('..') ? `mailto:${email}` : null

/**
 * The address that calls somebody: digits, led by a plus where there is one. Null where it is not sure which digits
 * are meant, as with an extension or a zero in brackets.
 */
export function phoneAddress(phone: string): string | null {
  if (phone.includes('(0)')) return null
  const digits = phone.replace(SPACING, '')
  return PHONE.test(digits) ? `tel:${digits}` : null
}
