import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import type { Locale } from '#shared/domain/settings.ts'
import type { DealView } from '#shared/ipc/contract/deal-views.ts'
import type { PartnerView } from '#shared/ipc/contract/directory.ts'
import { ANNA, dealView, id, party, refusal, solution } from '../../../testing/deals.ts'
import { FakeClient } from '../../../testing/fake-client.ts'
import { mountScreen } from '../../../testing/mount.ts'
import {
  button,
  click,
  field,
  hasButton,
  pageWords,
  press,
  role,
  wordsOf,
  write,
} from '../../../testing/page.ts'
import InvitePartnerDialog from './InvitePartnerDialog.vue'
import type { InvitedBefore } from './prompt.ts'

const SOUTHGATE: PartnerView = {
  id: id(61),
  name: 'Southgate Systems',
  partnerId: '4712',
  country: 'DE',
  contact: null,
}
const HARBOR: PartnerView = { ...SOUTHGATE, id: id(62), name: 'Harbor Data', country: 'SE', partnerId: '' }

const SENSOR = solution({ id: id(51), name: 'Edge sensors', kind: 'third-party', publisher: 'Southgate' })

async function open(deal: DealView = dealView(), locale: Locale = 'en', again?: InvitedBefore) {
  const client = new FakeClient()
    .answer('deals.execute', { deal: { ...deal, version: 4 }, events: [] })
    .answer('deals.check', { allowed: true, reasons: [] })
    .answer('solutions.search', { rows: [solution(), SENSOR] })
    .answer('partners.search', ({ text = '' }) => ({
      rows: [SOUTHGATE].filter(({ name }) => name.startsWith(text)),
    }))
    .answer('partners.save', HARBOR)
  const stage = mountScreen(InvitePartnerDialog, { client, locale, props: { deal, again }, attach: true })
  await flushPromises()
  const sent = () => client.inputsOf('deals.execute').map(({ command }) => command)
  return { ...stage, sent }
}
const invite = () => click(button('Invite partner'))
const HELP = 'Proof of concept / demo'
async function chooseSouthgate() {
  await write(field('Partner'), 'South')
  await click(role('option', 'Southgate SystemsGermany · 4712'))
}
async function addHarbor() {
  await write(field('Partner'), 'Harbor Data')
  await click(role('option', 'Add “Harbor Data” as a new partner'))
}

test('begins with our people and the date of the deal, and with nothing of what one sells oneself', async () => {
  await open(dealView({ help: { type: 'general', notes: null } }))
  expect([field('Their value').value, field('Currency').value]).toEqual(['', 'EUR'])
  expect(field('Member 1: First name').value).toBe('Anna')
  expect(hasButton('Remove Fabrikam Sense')).toBe(false)
  expect(document.querySelectorAll('[role="radio"][aria-checked="true"]')).toHaveLength(0)
})

test('a partner that was asked before is asked for the same as then', async () => {
  const before = party({ solutions: [SENSOR], notes: 'The edge part' })
  const { sent } = await open(dealView(), 'en', { party: before, partner: SOUTHGATE })
  expect(field('Their value').value).toBe('50,000')
  await invite()
  expect(sent()).toMatchObject([
    {
      invite: {
        partnerId: id(61),
        value: before.value,
        notes: 'The edge part',
        solutions: [{ id: id(51) }],
        help: 'poc-demo',
      },
    },
  ])
})

test('a partner of the directory is asked for their share and what they sell', async () => {
  const { sent, wrapper, client } = await open()
  await chooseSouthgate()
  expect(pageWords()).toContain('Southgate SystemsGermany · 4712Change')
  await click(role('radio', HELP))
  await write(field('Their value'), '125000')
  await click(role('option', 'Edge sensorsOther third-party · Southgate'))
  await invite()
  expect(client.inputsOf('partners.save')).toEqual([])
  expect(sent()).toEqual([
    {
      kind: 'invite-partner',
      invite: {
        partnerId: id(61),
        closeDate: '2026-06-30',
        value: { amount: 12_500_000, currency: 'EUR' },
        notes: null,
        team: [ANNA],
        solutions: [{ id: id(51) }],
        help: 'poc-demo',
      },
    },
  ])
  expect(wrapper.emitted<[DealView]>('done')?.map(([deal]) => deal.version)).toEqual([4])
})

test('what is written is what is sent; the deal itself stays', async () => {
  const deal = dealView()
  const { sent } = await open(deal)
  await chooseSouthgate()
  await click(role('radio', 'General or other'))
  await write(field('Their value'), '40,000')
  await write(field('Notes to the partneroptional'), 'The edge part')
  await write(field('Member 1: Phone'), '+49 1')
  await invite()
  expect(sent()[0]).toMatchObject({
    invite: {
      value: { amount: 4_000_000, currency: 'EUR' },
      notes: 'The edge part',
      team: [{ ...ANNA, phone: '+49 1' }],
      help: 'general',
    },
  })
  expect(deal.team).toEqual([ANNA])
})

test('a new partner enters the directory with the invitation, and only once', async () => {
  const { client, sent } = await open()
  await addHarbor()
  expect(document.activeElement).toBe(field('Country'))
  await write(field('Country'), 'SE')
  await write(field('Partner IDoptional'), ' 77 ')
  await click(role('radio', HELP))
  client.refuse('deals.execute', refusal('CLOSE_DATE_PAST', {}, { field: 'invite.closeDate' }))
  await invite()
  await invite()
  expect(client.inputsOf('partners.save')).toEqual([{ name: 'Harbor Data', country: 'SE', partnerId: '77' }])
  expect(sent()).toHaveLength(2)
  expect(sent()[1]).toMatchObject({ invite: { partnerId: id(62) } })
})

test('a new partner whose name is taken away is none', async () => {
  const { client, sent } = await open()
  await addHarbor()
  await write(field('Partner'), '')
  await click(role('radio', HELP))
  await invite()
  expect(wordsOf('.note.bad')).toEqual(['Choose a partner'])
  expect([client.inputsOf('partners.save'), sent()]).toEqual([[], []])
})

test('without partner and help nothing is sent, and the first fault is where to go', async () => {
  const { sent } = await open()
  expect(pageWords()).not.toContain('Choose a partner')
  await press(button('Cancel'), 'Enter', { ctrlKey: true })
  expect(pageWords()).toContain('Choose a partner')
  expect(pageWords()).toContain('Choose what help you need')
  expect(document.activeElement).toBe(field('Partner'))
  await chooseSouthgate()
  expect(pageWords()).not.toContain('Choose a partner')
  await invite()
  expect(document.activeElement?.getAttribute('role')).toBe('radio')
  expect(sent()).toEqual([])
})

test('a new partner needs a country', async () => {
  const { client, sent } = await open()
  await addHarbor()
  await click(role('radio', HELP))
  await invite()
  expect(wordsOf('.note.bad')).toEqual(['Choose the country of the new partner'])
  expect(document.activeElement).toBe(field('Country'))
  expect([client.inputsOf('partners.save'), sent()]).toEqual([[], []])
})

test('refusals stand at their fields', async () => {
  const { client, wrapper } = await open()
  client.refuse(
    'deals.execute',
    refusal('VALUE_REQUIRED', {}, { field: 'invite.value' }),
    refusal('CLOSE_DATE_PAST', {}, { field: 'invite.closeDate' }),
    refusal('TEAM_MEMBER_INCOMPLETE', { index: 0, missing: ['phone'] }, { field: 'invite.team.0.phone' }),
    refusal('SOLUTION_REQUIRED', {}, { field: 'invite.solutions' }),
  )
  await chooseSouthgate()
  await click(role('radio', HELP))
  await invite()
  expect(wordsOf('.note.bad')).toEqual(['Estimated value is missing', 'Close date has passed'])
  expect(wordsOf('.fault')).toEqual(['Fill in Phone. Or remove the person.'])
  expect(wordsOf('[role="alert"]')).toEqual(['Solution is missing'])
  expect(field('Search solutions').getAttribute('aria-invalid')).toBe('true')
  expect(document.activeElement).toBe(field('Their value'))
  expect(wrapper.emitted('done')).toBeUndefined()
})

test('a partner who is on it already is said at the partner, who can be changed', async () => {
  const { client } = await open()
  const fix = { field: 'invite.partnerId' }
  client.refuse('deals.execute', refusal('PARTNER_ALREADY_INVITED', { partner: 'Southgate Systems' }, fix))
  await chooseSouthgate()
  await click(role('radio', HELP))
  await invite()
  expect(wordsOf('.fault')).toEqual(['Southgate Systems is already invited'])
  expect(document.activeElement).toBe(button('Change'))
  await click(button('Change'))
  expect(document.activeElement).toBe(field('Partner'))
  expect(hasButton('Change')).toBe(false)
})

test('without people, the line for the first is where to go', async () => {
  const { client } = await open()
  client.refuse('deals.execute', refusal('TEAM_REQUIRED', {}, { field: 'invite.team' }))
  await chooseSouthgate()
  await click(role('radio', HELP))
  await click(button('Remove Anna Berg'))
  button('Cancel').focus()
  await invite()
  expect(pageWords()).toContain('Add at least one person with phone and e-mail.')
  expect(document.activeElement).toBe(field('Member 1: First name'))
})

test('says that Tandem sends nothing, in both languages', async () => {
  const { setLocale } = await open()
  expect(wordsOf('.say')).toEqual(['Invite the partner in Partner Center too: Tandem sends nothing'])
  await setLocale('zh-CN')
  expect(wordsOf('.say')).toEqual(['请同时在合作伙伴中心邀请：Tandem 不发送任何内容'])
})

test('cancelling sends nothing', async () => {
  const { client, wrapper, sent } = await open()
  await addHarbor()
  await click(button('Cancel'))
  expect([client.inputsOf('partners.save'), sent()]).toEqual([[], []])
  expect(wrapper.emitted('close')).toHaveLength(1)
})

test('a partner begun as a new one can be another of the directory after all', async () => {
  await open()
  await addHarbor()
  expect(pageWords()).toContain('New in your directory.')
  await write(field('Partner'), 'South')
  expect(wordsOf('[role="option"]').slice(0, 2)).toEqual([
    'Add “South” as a new partner',
    'Southgate SystemsGermany · 4712',
  ])
  await click(role('option', 'Southgate SystemsGermany · 4712'))
  expect(pageWords()).toContain('Southgate SystemsGermany · 4712Change')
})

test('from a new partner back to the directory: the name stays and is looked up', async () => {
  await open()
  await write(field('Partner'), 'South')
  await click(role('option', 'Add “South” as a new partner'))
  await click(button('Choose from the directory'))
  expect(document.activeElement).toBe(field('Partner'))
  expect(field('Partner').value).toBe('South')
  expect(wordsOf('[role="option"]').slice(0, 2)).toEqual([
    'Southgate SystemsGermany · 4712',
    'Add “South” as a new partner',
  ])
})

test('without its name a new partner is none any more', async () => {
  await open()
  await addHarbor()
  await write(field('Partner'), '')
  expect(pageWords()).not.toContain('New in your directory.')
  expect(wordsOf('[role="option"]')[0]).toBe('Southgate SystemsGermany · 4712')
})

test('all that is missing is said at once, and nothing is sent', async () => {
  const { client, sent } = await open()
  client.answer('deals.check', {
    allowed: false,
    reasons: [
      refusal('PARTNER_REQUIRED', {}, { step: 'partners', field: 'invite.partnerId' }),
      refusal('VALUE_REQUIRED', {}, { step: 'partners', field: 'invite.value' }),
    ],
  })
  await write(field('Their value'), '')
  await invite()
  expect(sent()).toEqual([])
  expect(pageWords()).toContain('Choose a partner')
  expect(pageWords()).toContain('Choose what help you need')
  expect(pageWords()).toContain('Estimated value is missing')
})
