import { flushPromises } from '@vue/test-utils'
import { expect, test } from 'vitest'
import type { DealQuestion } from '../../app/overlays.ts'
import { useUndo } from '../../app/undo.store.ts'
import { allowed, dealView, id, party, wonView } from '../../testing/deals.ts'
import { FakeClient } from '../../testing/fake-client.ts'
import { mountScreen } from '../../testing/mount.ts'
import { button, click, role } from '../../testing/page.ts'
import DealDialog from './DealDialog.vue'

const microsoft = party({ id: id(70), kind: 'microsoft' })
const DEAL = dealView({ parties: [microsoft] })
const clientOf = (deal = DEAL) =>
  new FakeClient()
    .answer('deals.get', deal)
    .answer('deals.actions', { actions: [allowed('record-review', 'approved')] })
    .answer('solutions.search', { rows: [] })
    .answer('deals.execute', { deal, events: [id(90)] })

async function ask(question: DealQuestion, client = clientOf()) {
  const props = { dealId: DEAL.id, question }
  const stage = mountScreen(DealDialog, { client, props, attach: true })
  await flushPromises()
  await flushPromises()
  return { ...stage, client }
}

test.each<[DealQuestion, string]>([
  [{ what: 'win' }, 'Close “Cold-chain telemetry” as won?'],
  [{ what: 'lose' }, 'Close “Cold-chain telemetry” as lost?'],
  [{ what: 'set-team' }, 'Team'],
  [{ what: 'set-solutions' }, 'Solutions'],
  [{ what: 'record-answer', partyId: microsoft.id }, 'Record'],
])('%j is asked in the dialog of the page', async (question, words) => {
  await ask(question)
  expect(role('dialog').textContent).toContain(words)
})

test('what cannot be taken back is said', async () => {
  const { wrapper } = await ask({ what: 'win' })
  await click(button('Close as won'))
  await flushPromises()
  expect(wrapper.emitted('close')).toHaveLength(1)
  expect(useUndo().shown).toMatchObject({
    text: expect.stringContaining('closed as won.'),
    way: null,
    dealId: DEAL.id,
  })
})

test('what can be taken back is told with the way back, and not said again', async () => {
  const { wrapper } = await ask({ what: 'set-team' })
  document.querySelector('form')!.dispatchEvent(new Event('submit'))
  await flushPromises()
  expect(wrapper.emitted('close')).toHaveLength(1)
  expect(useUndo().next?.order).toEqual({ eventId: id(90) })
})

test('the outcomes that are possible are offered', async () => {
  await ask({ what: 'record-review' }, clientOf(wonView()))
  expect(document.querySelectorAll('[role="radio"]')).toHaveLength(1)
})

test('a deal that is gone is said, and nothing is asked', async () => {
  const client = clientOf().fail('deals.get', { code: 'NOT_FOUND', details: { what: 'deal', id: null } })
  const { wrapper } = await ask({ what: 'set-team' }, client)
  expect(wrapper.emitted('close')).toHaveLength(1)
  expect(useUndo().shown?.refused).toBe(true)
})
