import type { Partner, Solution } from '#shared/domain/company.ts'
import type { PartnerId, SolutionId } from '#shared/domain/ids.ts'
import type { CustomerEntry, DraftForm, InviteEntry } from '#shared/ipc/contract/drafts.ts'
import type { ReadExecutor } from '../../db/executor.ts'
import type { PersonalData } from '../../db/personal-data.ts'
import { customerById, partnersByIds, solutionsByIds } from '../directory/directory.repository.ts'

type Known<K, T> = ReadonlyMap<K, T>
type Picked = NonNullable<DraftForm['solutions']>

const stillThere = (picked: Picked, known: Known<SolutionId, Solution>): Picked =>
  picked.flatMap(({ id }) => known.get(id) ?? [])

async function freshCustomer(db: ReadExecutor, entry: CustomerEntry): Promise<CustomerEntry> {
  if (!entry.picked) return entry
  const picked = await customerById(db, entry.picked.id)
  return picked ? { ...entry, picked } : { ...entry, picked: null, name: entry.picked.name }
}

function freshPartner(
  entry: InviteEntry['partner'],
  known: Known<PartnerId, Partner>,
): InviteEntry['partner'] {
  if (entry.choice?.kind !== 'known') return entry
  const { id, name } = entry.choice.partner
  const partner = known.get(id)
  return partner ? { ...entry, choice: { kind: 'known', partner } } : { name, choice: null }
}

/**
 * A draft with what it picked as the directory has it now. Weeks may lie between: a solution may have been tagged since,
 * and what the sample brought may be gone with it. Of what is gone the name stays as if it had been typed.
 */
export async function refreshed(
  db: ReadExecutor,
  personal: PersonalData,
  form: DraftForm,
): Promise<DraftForm> {
  const { customer, solutions = [], partners = [] } = form
  const picked = [...solutions, ...partners.flatMap((invite) => invite.solutions)]
  const knownSolutions = await solutionsByIds(
    db,
    picked.map(({ id }) => id),
  )
  const knownPartners = await partnersByIds(
    db,
    personal,
    partners.flatMap(({ partner: { choice } }) => (choice?.kind === 'known' ? [choice.partner.id] : [])),
  )
  return {
    ...form,
    ...(customer ? { customer: await freshCustomer(db, customer) } : {}),
    ...(form.solutions ? { solutions: stillThere(solutions, knownSolutions) } : {}),
    ...(form.partners
      ? {
          partners: partners.map((invite) => ({
            ...invite,
            partner: freshPartner(invite.partner, knownPartners),
            solutions: stillThere(invite.solutions, knownSolutions),
          })),
        }
      : {}),
  }
}
