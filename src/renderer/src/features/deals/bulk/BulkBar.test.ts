import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import { useUndo } from '../../../app/undo.store.ts'
import { ANNA, NOW, id, refusal } from '../../../testing/deals.ts'
import { FakeClient } from '../../../testing/fake-client.ts'
import { mountScreen } from '../../../testing/mount.ts'
import {
  button,
  click,
  field,
  hasButton,
  hasRole,
  press,
  role,
  wordsOf,
  write,
} from '../../../testing/page.ts'
import BulkBar from './BulkBar.vue'

const NAMES: Readonly<Record<string, string>> = { [id(1)]: 'Alpha', [id(2)]: 'Beta', [id(3)]: 'Gamma' }
const SELECTION = { ids: [id<'deal'>(1), id<'deal'>(2), id<'deal'>(3)] }
const BATCH = id<'batch'>(96)
const THERE = refusal('STAGE_NOT_AHEAD')
const CLOSED = refusal('DEAL_TERMINAL')

function open(props: object = {}) {
  const client = new FakeClient().answer('deals.bulk', ({ dryRun }) => ({
    batchId: dryRun ? null : BATCH,
    allowed: 1,
    refused: [
      { dealId: id(2), reasons: [THERE] },
      { dealId: id(9), reasons: [CLOSED, THERE] },
      { dealId: id(3), reasons: [CLOSED] },
    ],
  }))
  const stage = mountScreen(BulkBar, {
    client,
    attach: true,
    props: {
      selection: SELECTION,
      count: 3,
      all: false,
      total: null,
      tab: 'inbound',
      nameOf: (one: string) => NAMES[one] ?? null,
      ...props,
    },
  })
  const orders = () => client.inputsOf('deals.bulk')
  const chooseIn = async (menu: string, item: string) => {
    await press(button(menu), 'Enter')
    await flushPromises()
    await press(role('menuitem', item), 'Enter')
    await flushPromises()
  }
  return { ...stage, client, orders, chooseIn, undo: useUndo() }
}
const preview = () => role('status', 'What would happen')

test('a stage is looked at first: how many change, who cannot, and why; then it is done', async () => {
  const { chooseIn, orders, wrapper, undo } = open()
  await chooseIn('Move to stage…', 'Proposed 60 %')
  expect(orders()).toEqual([
    { selection: SELECTION, command: { kind: 'mark-stage', stage: 'proposed' }, dryRun: true },
  ])
  expect(wordsOf('p, li', preview())).toEqual([
    '1 deal will change.',
    '3 cannot:',
    '2: This deal is closed Gamma and 1 more',
    '1: Not ahead Beta',
  ])
  await click(button('Move 1 deal'))
  await flushPromises()
  expect(orders().at(-1)).toMatchObject({ dryRun: false })
  expect(wrapper.emitted('clear')).toHaveLength(1)
  expect(undo.shown).toMatchObject({ text: '1 deal moved to Proposed.', way: 'undo', many: true })
})

test('favorites need no looking: they are done, and can be taken back', async () => {
  const { chooseIn, orders, undo } = open()
  await chooseIn('Favorite', 'Add to favorites')
  expect(orders()).toEqual([
    { selection: SELECTION, command: { kind: 'set-favorite', favorite: true }, dryRun: false },
  ])
  expect(undo.shown).toMatchObject({ text: '1 deal is a favorite.', way: 'undo', many: true })
})

test('losing asks why first, is final, and says so without a way back', async () => {
  const { orders, undo } = open()
  await click(button('Lost…'))
  expect(preview().textContent).toContain('Fill in what is asked for')
  expect(button('Nothing to change').getAttribute('aria-disabled')).toBe('true')
  expect(orders()).toEqual([])
  await press(role('radiogroup', 'Reason'), '1')
  await flushPromises()
  expect(orders()).toMatchObject([{ command: { kind: 'lose', reason: 'budget' }, dryRun: true }])
  await write(field('Notesoptional'), 'All of the trade fair')
  await flushPromises()
  expect(orders()).toHaveLength(1)
  await click(button('Close 1 deal as lost'))
  await flushPromises()
  expect(orders().at(-1)).toMatchObject({ command: { notes: 'All of the trade fair' }, dryRun: false })
  expect(undo.shown).toMatchObject({ text: '1 deal closed as lost.', way: null })
})

test('what is edited is only what is filled in', async () => {
  const { orders, chooseIn } = open()
  await chooseIn('More', 'Close date and campaign…')
  await write(field('Campaign IDoptional'), ' SPRING ')
  await flushPromises()
  expect(orders()).toMatchObject([{ command: { kind: 'edit', changes: { campaignId: 'SPRING' } } }])
})

test('a campaign ID that takes the place of others says of how many', async () => {
  const { client, chooseIn } = open()
  client.answer('deals.bulk', { batchId: null, allowed: 36, refused: [], overwrites: 4 })
  await chooseIn('More', 'Close date and campaign…')
  await write(field('Campaign IDoptional'), 'SPRING')
  await flushPromises()
  expect(preview().textContent).toContain('4 of them have another campaign ID, which is replaced.')
  client.answer('deals.bulk', { batchId: null, allowed: 36, refused: [], overwrites: 0 })
  await write(field('Campaign IDoptional'), 'SPRING-2')
  await flushPromises()
  expect(preview().textContent).not.toContain('replaced')
})

test('where nothing can be changed, nothing is sent', async () => {
  const { client, chooseIn, orders } = open()
  client.answer('deals.bulk', {
    batchId: null,
    allowed: 0,
    refused: [{ dealId: id(1), reasons: [CLOSED] }],
  })
  await chooseIn('Move to stage…', 'Proposed 60 %')
  expect(preview().textContent).toContain('None of them can be changed so.')
  await click(button('Nothing to change'))
  expect(orders()).toHaveLength(1)
  expect(hasRole('dialog')).toBe(true)
})

test('a failure is said where one looks', async () => {
  const { client, chooseIn, undo } = open()
  client.fail('deals.bulk', { code: 'BUSY', details: { what: 'database' } })
  await chooseIn('Favorite', 'Remove from favorites')
  expect(wordsOf('[role="alert"]')).toEqual(['Another program holds the data. Wait a moment and try again.'])
  expect(undo.shown).toBeNull()
})

test('the whole list can be chosen where it is longer than what is shown', async () => {
  const { wrapper, setProps } = open({ total: 1234 })
  await click(button('Choose all 1,234 of this list'))
  expect(wrapper.emitted('all')).toHaveLength(1)
  await setProps({ all: true, total: 1234, count: 1234, selection: { tab: 'inbound', filters: {} } })
  expect(wordsOf('b')).toEqual(['All of this list chosen'])
  expect(hasButton('Choose all 1,234 of this list')).toBe(false)
})

test('what one created oneself is never declined', async () => {
  const more = async (tab: string) => {
    const stage = open({ tab })
    await press(button('More'), 'Enter')
    await flushPromises()
    const items = wordsOf('[role="menuitem"]')
    stage.unmount()
    return items
  }
  const rest = ['Invite Microsoft…', 'Set team…', 'Close date and campaign…']
  expect(await more('outbound')).toEqual(['Won…', ...rest])
  expect(await more('inbound')).toEqual(['Won…', 'Decline…', ...rest])
})

test('winning is final, and says so without a way back', async () => {
  const { chooseIn, orders, undo } = open()
  await chooseIn('More', 'Won…')
  expect(role('dialog').textContent).toContain('This cannot be undone.')
  await click(button('Close 1 deal as won'))
  await flushPromises()
  expect(orders().map(({ command, dryRun }) => [command, dryRun])).toEqual([
    [{ kind: 'win' }, true],
    [{ kind: 'win' }, false],
  ])
  expect(undo.shown).toMatchObject({ text: '1 deal closed as won.', way: null })
})

test('Microsoft is asked for one kind of help, with the consent that is given here', async () => {
  const { chooseIn, orders } = open()
  await chooseIn('More', 'Invite Microsoft…')
  expect(orders()).toEqual([])
  await click(role('radio', 'Proof of concept / demo'))
  await flushPromises()
  await click(field('The customer agrees that their contact data and ours are shared with Microsoft.'))
  await flushPromises()
  expect(orders().at(-1)?.command).toEqual({
    kind: 'invite-microsoft',
    help: 'poc-demo',
    notes: null,
    consent: true,
  })
})

test('a team is set from people of earlier deals, and asked about once it is whole', async () => {
  const { client, chooseIn, orders, undo } = open()
  client.answer('people.recent', { rows: [{ ...ANNA, dealName: 'Cold chain', lastUsedAt: NOW }] as never })
  await chooseIn('More', 'Set team…')
  expect(orders()).toEqual([])
  await click(button('Add Anna Berg'))
  await flushPromises()
  expect(orders().at(-1)).toMatchObject({ command: { kind: 'set-team', team: [ANNA] }, dryRun: true })
  await click(button('Set 1 team'))
  await flushPromises()
  expect(undo.shown).toMatchObject({ text: '1 deal has its new team.', way: 'undo', many: true })
})

test('what is there already is not called blocked; each deal can be seen by name', async () => {
  const names = ['Delta', 'Echo', 'Foxtrot', 'Golf', 'Hotel']
  const { client, chooseIn } = open({ nameOf: (one: string) => names[Number(one.slice(-2)) - 11] ?? null })
  const there = { ...THERE, params: { stage: 'proposed', current: 'proposed' } }
  const refused = names.map((_, index) => ({ dealId: id<'deal'>(11 + index), reasons: [there] }))
  client.answer('deals.bulk', { batchId: null, allowed: 37, refused })
  await chooseIn('Move to stage…', 'Proposed 60 %')
  expect(wordsOf('p', preview())).toEqual([
    '37 deals will change.',
    '5 need no change: they are there already.',
    'Delta, Echo, Foxtrot and 2 more',
  ])
  expect(preview().textContent).not.toContain('cannot')
  await click(button('See each'))
  expect(wordsOf('.names span', preview())).toEqual(names)
  expect(button('See fewer').getAttribute('aria-expanded')).toBe('true')
})

test('who is there already is counted apart from who cannot; where all are, nothing is called impossible', async () => {
  const { client, chooseIn } = open()
  const there = (deal: number) => ({
    dealId: id<'deal'>(deal),
    reasons: [refusal('STAGE_NOT_AHEAD', { stage: 'proposed', current: 'proposed' })],
  })
  const closed = { dealId: id<'deal'>(3), reasons: [CLOSED] }
  client.answer('deals.bulk', { batchId: null, allowed: 0, refused: [there(1), closed] })
  await chooseIn('Move to stage…', 'Proposed 60 %')
  expect(wordsOf('p, li', preview())).toEqual([
    'None of them can be changed so.',
    '1 needs no change: it is there already.',
    'Alpha',
    '1 cannot:',
    '1: This deal is closed Gamma',
  ])
  await click(button('Cancel'))
  client.answer('deals.bulk', { batchId: null, allowed: 0, refused: [there(1), there(2)] })
  await chooseIn('Move to stage…', 'Proposed 60 %')
  expect(wordsOf('p, li', preview())).toEqual(['2 need no change: they are there already.', 'Alpha and Beta'])
})

test('Microsoft asked already needs no change; a deal that asked in vain cannot ask again', async () => {
  const { client, chooseIn } = open()
  const asked = (deal: number, status: string) => ({
    dealId: id<'deal'>(deal),
    reasons: [refusal('MICROSOFT_ALREADY_INVITED', { status, at: NOW })],
  })
  const refused = [asked(1, 'pending'), asked(2, 'accepted'), asked(3, 'declined')]
  client.answer('deals.bulk', { batchId: null, allowed: 0, refused })
  await chooseIn('More', 'Invite Microsoft…')
  await click(role('radio', 'Proof of concept / demo'))
  await flushPromises()
  expect(wordsOf('p', preview())).toContain('2 need no change: Microsoft is invited already.')
  expect(wordsOf('li', preview())).toHaveLength(1)
})

test('the export takes what is chosen', async () => {
  const { wrapper } = open()
  await click(button('Export 3'))
  expect(wrapper.emitted('export')).toEqual([[]])
})
