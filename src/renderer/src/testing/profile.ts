import type { Currency } from '#shared/domain/money.ts'
import { utcDateOf } from '#shared/domain/time.ts'
import type { Output } from '#shared/ipc/contract.ts'
import { NOW } from './deals.ts'

/** A company that has been set up. */
export const profile = (over: Partial<Output<'profile.get'>> = {}): Output<'profile.get'> => ({
  companyName: 'Fabrikam',
  partnerId: '4711',
  homeCurrency: 'EUR' as Currency,
  invitationDays: 14,
  assessmentEligible: false,
  user: { firstName: 'Ida', lastName: 'Lund', phone: '+45 1', email: 'ida@fabrikam.example' },
  stageMapping: [],
  rates: [],
  locations: [],
  configured: true,
  ...over,
})

type Info = Output<'app.info'>

/** An application with 12 deals of one's own. */
export const info = (counts: Partial<Info['counts']> = {}, over: Partial<Info> = {}): Info => ({
  name: 'Tandem',
  version: '0.1.0',
  commit: '71d09f48dffcd1c5ea7a41c560ad5ef51c8b2e3e',
  runtime: [
    { name: 'Electron', version: '45.4.1' },
    { name: 'Node.js', version: '24.21.0' },
  ],
  rulebook: '2020-10',
  schemaVersion: 1,
  host: 'electron',
  capabilities: [],
  clock: { now: NOW, hold: null, banner: null, computer: { now: NOW, today: utcDateOf(NOW) } },
  counts: {
    deals: 12,
    received: 0,
    active: 9,
    closed: 3,
    favorites: 0,
    sample: 0,
    events: 1234,
    unread: 0,
    ...counts,
  },
  savedAt: null,
  ...over,
})
