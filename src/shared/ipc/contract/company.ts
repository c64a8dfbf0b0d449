import { z } from 'zod'
import { LOCALES, THEMES } from '#shared/domain/settings.ts'
import { command, query } from '../procedure.ts'
import { civilDate, country, currency, id, nothing, person, shortText, stage } from '../values.ts'

const profileShape = {
  companyName: shortText,
  partnerId: shortText,
  homeCurrency: currency,
  invitationDays: z.int().min(1).max(365),
  assessmentEligible: z.boolean(),
  user: person,
  stageMapping: z.array(z.strictObject({ name: shortText.min(1), stage })).max(200),
  rates: z.array(z.strictObject({ currency, perHome: z.number().positive(), asOf: civilDate })).max(400),
}
const location = { name: shortText.min(1), country }

export const profile = z.strictObject({
  ...profileShape,
  locations: z.array(z.strictObject({ id: id<'location'>(), ...location })),
})
export type ProfileView = z.output<typeof profile>

export const settings = z.strictObject({
  locale: z.enum([...LOCALES, 'system']),
  theme: z.enum(THEMES),
  warnDaysBefore: z.array(z.int().min(1).max(60)).max(10),
  toasts: z.boolean(),
  background: z.boolean(),
})
export type SettingsView = z.output<typeof settings>

export const company = {
  /** Our company and the person at this laptop; `configured` is false until it was saved once. */
  'profile.get': query(nothing, z.strictObject({ ...profile.shape, configured: z.boolean() })),
  /** Saves the profile. Fields left out keep their value. A location without id is new. */
  'profile.save': command(
    z
      .strictObject({
        ...profileShape,
        locations: z
          .array(z.strictObject({ id: id<'location'>().nullable().default(null), ...location }))
          .max(200),
      })
      .partial(),
    z.strictObject({ ...profile.shape, configured: z.boolean() }),
  ),
  /** Language, theme, warnings and manners of this installation. */
  'settings.get': query(nothing, settings),
  /** Saves settings. Fields left out keep their value. */
  'settings.save': command(settings.partial(), settings),
}
