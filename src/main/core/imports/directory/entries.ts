import type { Customer, Incentive, Partner, Solution, SolutionKind } from '#shared/domain/company.ts'
import type { DirectoryFormat } from '#shared/domain/directory-tables.ts'
import type { CustomerId, PartnerId, SolutionId } from '#shared/domain/ids.ts'
import type { Person } from '#shared/domain/person.ts'
import { isBlank } from '#shared/rules/checks.ts'
import type { ReadExecutor } from '../../../db/executor.ts'
import type { PersonalData } from '../../../db/personal-data.ts'
import type { BareUnit } from '../../context.ts'
import {
  changeCustomer,
  customerFrom,
  partnersByIds,
  saveCustomers,
  savePartner,
  saveSolution,
  solutionFrom,
} from '../../directory/directory.repository.ts'
import type { DirectoryPlan } from './plan.ts'
import type { Entry, Values } from './values.ts'

export type EntryChange = NonNullable<DirectoryPlan['change']>

/** How the entries of a kind come out of the directory and go back into it. */
interface Shelf {
  load(db: ReadExecutor, personal: PersonalData): Promise<Entry[]>
  save(unit: BareUnit, changes: readonly EntryChange[]): Promise<void>
}

const MOST_IDS = 500
const orNull = (text: string | undefined): string | null => text || null

const customerValues = ({ id, ...customer }: Customer): Entry => ({
  id,
  values: {
    ...customer,
    addressLine2: customer.addressLine2 ?? '',
    state: customer.state ?? '',
    postalCode: customer.postalCode ?? '',
    duns: customer.duns ?? '',
  },
})

const customerOf = ({ id, values }: Entry): Customer => ({
  id: id as CustomerId,
  name: values.name!,
  addressLine1: values.addressLine1 ?? '',
  addressLine2: orNull(values.addressLine2),
  city: values.city ?? '',
  state: orNull(values.state),
  postalCode: orNull(values.postalCode),
  country: values.country!,
  duns: orNull(values.duns),
})

const partnerValues = ({ id, contact, name, partnerId, country }: Partner): Entry => ({
  id,
  values: {
    name,
    partnerId,
    country,
    contactFirstName: contact?.firstName ?? '',
    contactLastName: contact?.lastName ?? '',
    contactPhone: contact?.phone ?? '',
    contactEmail: contact?.email ?? '',
  },
})

function contactOf(values: Values): Person | null {
  const { contactFirstName = '', contactLastName = '', contactPhone = '', contactEmail = '' } = values
  const person = {
    firstName: contactFirstName,
    lastName: contactLastName,
    phone: contactPhone,
    email: contactEmail,
  }
  return isBlank(person) ? null : person
}

const partnerOf = ({ id, values }: Entry): Partner => ({
  id: id as PartnerId,
  name: values.name!,
  partnerId: values.partnerId ?? '',
  country: values.country!,
  contact: contactOf(values),
})

const solutionValues = ({ id, ...solution }: Solution): Entry => ({
  id,
  values: {
    ...solution,
    publisher: solution.publisher ?? '',
    externalId: solution.externalId ?? '',
    incentive: solution.incentive ?? '',
  },
})

const solutionOf = ({ id, values }: Entry): Solution => ({
  id: id as SolutionId,
  name: values.name!,
  kind: values.kind as SolutionKind,
  publisher: orNull(values.publisher),
  externalId: orNull(values.externalId),
  incentive: orNull(values.incentive) as Incentive | null,
})

async function allPartners(db: ReadExecutor, personal: PersonalData): Promise<Entry[]> {
  const rows = await db.selectFrom('partners').select('id').orderBy('id').execute()
  const partners: Entry[] = []
  for (let start = 0; start < rows.length; start += MOST_IDS) {
    const ids = rows.slice(start, start + MOST_IDS).map(({ id }) => id as PartnerId)
    partners.push(...[...(await partnersByIds(db, personal, ids)).values()].map(partnerValues))
  }
  return partners
}

/** The directory, kind by kind. */
export const SHELVES: Record<DirectoryFormat, Shelf> = {
  'customers-csv': {
    load: async (db) => {
      const rows = await db.selectFrom('customers').selectAll().orderBy('id').execute()
      return rows.map((row) => customerValues(customerFrom(row)))
    },
    save: async ({ trx }, changes) => {
      const added = changes.filter(({ before }) => before === null)
      await saveCustomers(
        trx,
        added.map(({ after }) => customerOf(after)),
        'import',
      )
      for (const { before, after } of changes) if (before) await changeCustomer(trx, customerOf(after))
    },
  },
  'partners-csv': {
    load: allPartners,
    save: async ({ trx, personal }, changes) => {
      for (const { after } of changes) await savePartner(trx, personal, partnerOf(after), 'import')
    },
  },
  'solutions-csv': {
    load: async (db) => {
      const rows = await db.selectFrom('solutions').selectAll().orderBy('id').execute()
      return rows.map((row) => solutionValues(solutionFrom(row)))
    },
    save: async ({ trx }, changes) => {
      for (const { after } of changes) await saveSolution(trx, solutionOf(after), 'import')
    },
  },
}
