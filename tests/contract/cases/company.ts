import { expect } from 'vitest'
import type { company } from '#shared/ipc/contract/company.ts'
import { person } from '../../support/deal-commands.ts'
import type { Case } from '../client.ts'

export const companyCases: Record<keyof typeof company, readonly Case[]> = {
  'profile.get': [
    {
      title: 'gives the profile that was saved last',
      run: async (client) => {
        const saved = await client.call('profile.save', { companyName: 'Kestrel Cloud' })
        expect(await client.call('profile.get', {})).toEqual(saved)
      },
    },
  ],
  'profile.save': [
    {
      title: 'keeps every field, with ids for new locations',
      run: async (client) => {
        const profile = {
          companyName: 'Kestrel Cloud',
          partnerId: '4301187',
          homeCurrency: 'EUR',
          invitationDays: 14,
          assessmentEligible: true,
          user: person('Mara'),
          stageMapping: [{ name: 'Sizing', stage: 'qualified' as const }],
          rates: [{ currency: 'USD', perHome: 1.08, asOf: '2026-11-01' }],
        }
        const locations = [{ name: 'Stockholm', country: 'SE' }]
        const saved = await client.call('profile.save', { ...profile, locations })
        const id = expect.stringMatching(/^[0-9a-f-]{36}$/) as string
        expect(saved).toEqual({ ...profile, locations: [{ ...locations[0], id }], configured: true })
      },
    },
    {
      title: 'refuses what is no profile',
      run: async (client) => {
        expect((await client.fail('profile.save', { invitationDays: 0 })).code).toBe('INVALID_INPUT')
      },
    },
  ],
  'settings.get': [
    {
      title: 'gives the settings that were saved last',
      run: async (client) => {
        const saved = await client.call('settings.save', { theme: 'dark' })
        expect(await client.call('settings.get', {})).toEqual(saved)
      },
    },
  ],
  'settings.save': [
    {
      title: 'keeps what is left out',
      run: async (client) => {
        await client.call('settings.save', {
          ...{ locale: 'zh-CN', warnDaysBefore: [7, 3, 1] },
          ...{ toasts: true, background: true },
        })
        const saved = await client.call('settings.save', { theme: 'light' })
        expect(saved).toEqual({
          ...{ locale: 'zh-CN', theme: 'light', warnDaysBefore: [7, 3, 1] },
          ...{ toasts: true, background: true },
        })
      },
    },
  ],
}
