import { beforeEach, expect, test } from 'vitest'
import type { TestApplication } from '../../../../tests/support/application.ts'
import { rawOf, rowsOf } from '../../../../tests/support/database-content.ts'
import { createDeal, person, receiveDeal } from '../../../../tests/support/deal-commands.ts'
import { openApplication } from '../../../../tests/support/open-application.ts'

let app: TestApplication

beforeEach(async () => {
  app = await openApplication()
})

test('a fresh installation has a profile that nobody has filled in yet', async () => {
  expect(await app.call('profile.get', {})).toEqual({
    companyName: '',
    partnerId: '',
    homeCurrency: 'USD',
    invitationDays: 14,
    assessmentEligible: false,
    locations: [],
    user: { firstName: '', lastName: '', phone: '', email: '' },
    stageMapping: [],
    rates: [],
    configured: false,
  })
})

test('what is saved is there, after opening again too; what is left out keeps its value', async () => {
  const saved = await app.call('profile.save', {
    companyName: 'Kestrel Cloud',
    homeCurrency: 'EUR',
    user: { ...person('Mara'), lastName: ' Lindqvist ' },
    locations: [{ name: 'Stockholm', country: 'SE' }],
    stageMapping: [{ name: 'Sizing', stage: 'qualified' }],
    rates: [{ currency: 'USD', perHome: 1.1, asOf: '2026-11-01' }],
  })
  expect(saved).toMatchObject({ configured: true, user: { lastName: 'Lindqvist' }, invitationDays: 14 })
  expect(await app.call('profile.get', {})).toEqual(saved)
  const changed = await app.call('profile.save', { partnerId: '4301187' })
  expect(changed).toEqual({ ...saved, partnerId: '4301187' })
  expect(JSON.stringify(rowsOf(rawOf(app), 'SELECT value FROM settings'))).not.toContain('mara@')
})

test('a location keeps its id when it is renamed, and a new one gets its own', async () => {
  const { locations } = await app.call('profile.save', { locations: [{ name: 'Stockholm', country: 'SE' }] })
  const [first] = locations
  const changed = await app.call('profile.save', {
    locations: [
      { ...first!, name: 'Stockholm HQ' },
      { name: 'Shanghai', country: 'CN' },
    ],
  })
  expect(changed.locations[0]).toEqual({ ...first, name: 'Stockholm HQ' })
  expect(changed.locations[1]!.id).not.toBe(first!.id)
})

test('the length of an invitation changes only clocks that start later', async () => {
  const before = await receiveDeal(app)
  await app.call('profile.save', { invitationDays: 7 })
  const after = await receiveDeal(app)
  expect(after.expiresAt).toBe('2026-11-29T09:00:00.000Z')
  expect((await app.call('deals.get', { dealId: before.id })).expiresAt).toBe('2026-12-06T09:00:00.000Z')
})

test('whoever has a name stands behind what is done from then on', async () => {
  await app.call('profile.save', { companyName: 'Kestrel Cloud' })
  const nobody = await createDeal(app)
  expect(rowsOf(rawOf(app), 'SELECT actor FROM deal_events')).toEqual([{ actor: null }])
  await app.call('profile.save', { user: person('Mara') })
  const mara = await createDeal(app)
  await app.call('profile.save', { user: person('Yusuf') })
  const marks = [nobody, mara, await createDeal(app)].map(({ stageMarks }) => stageMarks[0]!.by)
  expect(marks).toEqual([null, 'Mara Silva', 'Yusuf Silva'])
})

test('settings have defaults, keep what is left out, and are told of', async () => {
  const events: string[] = []
  app.app.subscribe(({ name }) => events.push(name))
  const defaults = {
    locale: 'system',
    theme: 'system',
    warnDaysBefore: [7, 3, 1],
    toasts: true,
    background: false,
  }
  expect(await app.call('settings.get', {})).toEqual(defaults)
  const saved = await app.call('settings.save', { theme: 'dark' })
  expect(saved).toEqual({ ...defaults, theme: 'dark' })
  expect(await app.call('settings.get', {})).toEqual(saved)
  await app.call('profile.save', {})
  expect(events).toEqual(['settings.changed', 'profile.changed'])
})

test.for([{ invitationDays: 0 }, { homeCurrency: 'EURO' }, { locations: [{ name: '', country: 'SE' }] }])(
  'a profile with %j is INVALID_INPUT and changes nothing',
  async (input) => {
    expect((await app.fail('profile.save', input)).code).toBe('INVALID_INPUT')
    expect((await app.call('profile.get', {})).configured).toBe(false)
  },
)
