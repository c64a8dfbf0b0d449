import type { LocationId } from '#shared/domain/ids.ts'
import { tidyPerson } from '#shared/domain/person.ts'
import type { company, ProfileView, SettingsView } from '#shared/ipc/contract/company.ts'
import type { Handlers } from '../handlers.ts'
import { currentProfile, saveProfile } from './profile.repository.ts'
import { currentSettings, saveSettings } from './settings.repository.ts'

export const companyHandlers: Handlers<keyof typeof company> = {
  'profile.get': async ({ db, personal }) => {
    const { profile, configured } = await currentProfile(db, personal)
    return { ...(profile as ProfileView), configured }
  },
  'profile.save': (context, changes) =>
    context.write(async (unit) => {
      const { profile } = await currentProfile(unit.db, unit.personal)
      const newId = () => context.core.ports.newId() as LocationId
      const next = {
        ...profile,
        ...changes,
        user: tidyPerson(changes.user ?? profile.user),
        locations:
          changes.locations?.map((location) => ({ ...location, id: location.id ?? newId() })) ??
          profile.locations,
      }
      await saveProfile(unit.trx, unit.personal, next)
      unit.announce({ name: 'profile.changed', payload: {} })
      return { ...(next as ProfileView), configured: true }
    }),
  'settings.get': async ({ db }) => (await currentSettings(db)) as SettingsView,
  'settings.save': (context, changes) =>
    context.write(async (unit) => {
      const next = { ...(await currentSettings(unit.db)), ...changes }
      await saveSettings(unit.trx, next)
      unit.announce({ name: 'settings.changed', payload: {} })
      return next as SettingsView
    }),
}
