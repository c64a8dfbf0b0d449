import { INVITATION_DAYS, type Profile } from '#shared/domain/company.ts'
import type { PersonId } from '#shared/domain/ids.ts'
import type { Currency } from '#shared/domain/money.ts'
import { fullName } from '#shared/domain/person.ts'
import type { Executor, ReadExecutor } from '../../db/executor.ts'
import type { PersonalData } from '../../db/personal-data.ts'

const KEY = 'profile'

/** What holds until the profile was saved once. */
export const DEFAULT_PROFILE: Profile = {
  companyName: '',
  partnerId: '',
  homeCurrency: 'USD' as Currency,
  invitationDays: INVITATION_DAYS,
  assessmentEligible: false,
  locations: [],
  user: { firstName: '', lastName: '', phone: '', email: '' },
  stageMapping: [],
  rates: [],
}

export interface CurrentProfile {
  readonly profile: Profile
  /** The person at this laptop as events name them; null while they have no name. */
  readonly actor: PersonId | null
  readonly configured: boolean
}

/** Our company's profile as it stands in what `db` sees. */
export async function currentProfile(db: ReadExecutor, personal: PersonalData): Promise<CurrentProfile> {
  const row = await db.selectFrom('settings').select('value').where('key', '=', KEY).executeTakeFirst()
  if (!row) return { profile: DEFAULT_PROFILE, actor: null, configured: false }
  const [profile] = await personal.open<Profile>(db, [row.value])
  const reference = (JSON.parse(row.value) as { user: { $person?: string } }).user
  const actor = fullName(profile!.user) === '' ? null : ((reference.$person ?? null) as PersonId | null)
  return { profile: profile!, actor, configured: true }
}

/** The home currency and the dated rates alone: nothing personal is read for them. */
export async function currentRates(db: ReadExecutor): Promise<Pick<Profile, 'homeCurrency' | 'rates'>> {
  const row = await db.selectFrom('settings').select('value').where('key', '=', KEY).executeTakeFirst()
  const { homeCurrency, rates } = { ...DEFAULT_PROFILE, ...(row && (JSON.parse(row.value) as Profile)) }
  return { homeCurrency, rates }
}

/** Writes the whole profile. */
export async function saveProfile(trx: Executor, personal: PersonalData, profile: Profile): Promise<void> {
  const [value] = await personal.seal(trx, [profile])
  await trx
    .insertInto('settings')
    .values({ key: KEY, value: value! })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: value! }))
    .execute()
}
