import { z } from 'zod'
import { command, query } from '../procedure.ts'
import {
  country,
  customer,
  customerInput,
  id,
  incentive,
  limit,
  person,
  shortText,
  solutionKind,
} from '../values.ts'
import { solution } from './deal-views.ts'

export const partner = z.strictObject({
  id: id<'partner'>(),
  name: z.string(),
  partnerId: z.string(),
  country,
  contact: person.nullable(),
})
export type PartnerView = z.output<typeof partner>

/** Somebody of an earlier deal, and the name of that deal; null where the deal is gone. */
const knownPerson = z.strictObject({ ...person.shape, dealName: z.string().nullable() })

export const directory = {
  /** Customers by place, name prefix and D-U-N-S; equal names come one by one, told apart by address (RULEBOOK 6.1). */
  'customers.search': query(
    z.strictObject({
      text: shortText.default(''),
      country: country.optional(),
      city: shortText.optional(),
      duns: shortText.optional(),
      limit: limit.optional(),
    }),
    z.strictObject({ rows: z.array(customer) }),
  ),
  /**
   * Adds a customer; the same name at the same place is the one already known. With an id it changes that entry: deals
   * keep the customer as it was when they were created. Errors: NOT_FOUND.
   */
  'customers.save': command(
    z.strictObject({ id: id<'customer'>().optional(), ...customerInput.shape }),
    customer,
  ),
  /** Partners by name or partner number. */
  'partners.search': query(
    z.strictObject({ text: shortText.default(''), limit: limit.optional() }),
    z.strictObject({ rows: z.array(partner) }),
  ),
  /** Adds or changes a partner. Errors: NOT_FOUND. */
  'partners.save': command(
    z.strictObject({
      id: id<'partner'>().optional(),
      name: shortText.min(1),
      partnerId: shortText,
      country,
      contact: person.nullish(),
    }),
    partner,
  ),
  /** Solutions by name, publisher or external id, of some kinds. */
  'solutions.search': query(
    z.strictObject({
      text: shortText.default(''),
      kinds: z.array(solutionKind).optional(),
      limit: limit.optional(),
    }),
    z.strictObject({ rows: z.array(solution) }),
  ),
  /** Adds or changes a solution. Errors: NOT_FOUND. */
  'solutions.save': command(
    z.strictObject({
      id: id<'solution'>().optional(),
      name: shortText.min(1),
      kind: solutionKind,
      publisher: shortText.nullish(),
      externalId: shortText.nullish(),
      incentive: incentive.nullable().default(null),
    }),
    solution,
  ),
  /**
   * Team members of earlier deals, distinct by e-mail, newest first (RULEBOOK 6.4). With a text, only those whose name or
   * address has words that begin so.
   */
  'people.recent': query(
    z.strictObject({ text: shortText.default(''), limit: limit.optional() }),
    z.strictObject({ rows: z.array(knownPerson) }),
  ),
  /**
   * Contacts of a customer on earlier deals, distinct by e-mail, newest deal first. With a text, only those whose name or
   * address has words that begin so. Nobody for a customer that has no deals, or that the directory does not know.
   */
  'customers.contacts': query(
    z.strictObject({ customerId: id<'customer'>(), text: shortText.default(''), limit: limit.optional() }),
    z.strictObject({ rows: z.array(knownPerson) }),
  ),
}
