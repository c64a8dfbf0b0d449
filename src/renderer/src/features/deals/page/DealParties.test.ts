import { expect, test } from 'vitest'
import type { PartyView } from '#shared/ipc/contract/deal-views.ts'
import type { VerdictView } from '#shared/ipc/contract/deals.ts'
import { ANNA, allowed, at, blocked, dealView, id, party, solution, refusal } from '../../../testing/deals.ts'
import { mountScreen } from '../../../testing/mount.ts'
import { button, click, hasButton, pageWords, wordsOf } from '../../../testing/page.ts'
import DealParties from './DealParties.vue'

const open = (
  parties: PartyView[],
  over: Partial<ReturnType<typeof dealView>> = {},
  actions: VerdictView[] = [],
) =>
  mountScreen(DealParties, { props: { deal: dealView({ parties, ...over }), actions, mends }, attach: true })
const mends = { copy: () => undefined, accept: () => undefined, markNext: null, nextStage: null }
const facts = () => wordsOf('dt').map((name, index) => `${name}: ${wordsOf('dd')[index]}`)
const microsoft = party({ id: id(62), kind: 'microsoft', organization: 'Microsoft', partnerId: null })

test('nobody else on it is said', async () => {
  const { setLocale } = open([])
  expect(pageWords()).toContain('Nobody else is on this deal.')
  await setLocale('zh-CN')
  expect(pageWords()).not.toContain('Nobody')
})

test('a partner who has not answered: time left, what was offered and asked for', () => {
  open([party({ solutions: [solution()] })])
  expect(wordsOf('h3')).toEqual(['Southgate Systems'])
  expect(wordsOf('.pill')).toEqual(['Pending'])
  expect(facts()).toEqual([
    'Answer due: 8 d 21 h left',
    'Asked for: Proof of concept / demo',
    'Invited: Feb 25',
    'Their value: EUR 50,000',
    'Closes: Jun 30',
    'Wanted: Fabrikam Sense',
  ])
  expect(pageWords()).toContain('Their people appear once they accept.')
})

test('Microsoft after accepting: when, for what, and its people; no value of its own', () => {
  const answeredAt = at('2026-02-27T09:00:00.000Z')
  open([{ ...microsoft, status: 'accepted', expiresAt: null, answeredAt, sellers: [ANNA] }])
  expect(facts()).toEqual([
    'Asked for: Proof of concept / demo',
    'Invited: Feb 25, answered in 2 d 0 h',
    'Their outcome: not recorded yet',
  ])
  expect(wordsOf('.people li')).toEqual(['Anna Berg, +49 30 1234anna@fabrikam.example'])
})

test('the sender of an inbound deal sent it; it was not invited', () => {
  open([{ ...microsoft, status: 'accepted', expiresAt: null }], { direction: 'inbound' })
  expect(facts()).toEqual(['Sent this deal: Feb 25'])
})

test('those who are out shrink to a line: when, why, and what they said', () => {
  open([
    party({
      status: 'declined',
      answeredAt: at('2026-02-28T09:00:00.000Z'),
      reason: 'budget',
      answerNotes: 'Sorry',
    }),
    party({ id: id(63), organization: 'Contoso', status: 'expired', answeredAt: null }),
  ])
  expect(wordsOf('article')).toEqual([])
  expect(wordsOf('.former')).toEqual([
    'DeclinedSouthgate SystemsFeb 28, Project budget not adequate, Sorry',
    'ExpiredContosoMar 11',
  ])
})

test('an answer is recorded at the very party that may give one', async () => {
  const { wrapper } = open([party(), microsoft], {}, [
    allowed('record-answer', microsoft.id),
    blocked('record-answer', id(60), refusal('PARTY_NOT_PENDING')),
  ])
  const record = button('Record answer…', document.querySelectorAll('article')[1])
  expect(document.getElementById(record.getAttribute('aria-describedby')!)?.textContent).toBe('Microsoft')
  await click(record)
  expect(wrapper.emitted('answer')).toEqual([[microsoft.id]])
})

test('an answer that cannot be recorded stays there and says why', async () => {
  const { wrapper } = open([party()], {}, [
    blocked('record-answer', id(60), refusal('CLOCK_UNCERTAIN')),
    allowed('record-answer', id(99)),
  ])
  expect(button('Record answer…').getAttribute('aria-disabled')).toBe('true')
  await click(button('Record answer…'))
  expect(pageWords()).toContain('The computer’s clock is in doubt')
  expect(wrapper.emitted('answer')).toBeUndefined()
})

test('who accepted is asked for its outcome, whose part is over for nothing', () => {
  open(
    [{ ...microsoft, status: 'accepted', expiresAt: null }, party({ status: 'won', expiresAt: null })],
    {},
    [allowed('record-answer', microsoft.id), blocked('record-answer', id(60), refusal('PARTY_NOT_ACCEPTED'))],
  )
  expect(wordsOf('footer')).toEqual(['Record outcome…'])
  expect(facts()).toContain('Their outcome: Won')
})

test.each([
  ['2026-02-25T09:20:00.000Z', 'Invited: Feb 25, answered within the hour'],
  ['2026-02-25T15:30:00.000Z', 'Invited: Feb 25, answered in 6 h'],
  ['2026-03-01T11:30:00.000Z', 'Invited: Feb 25, answered in 4 d 2 h'],
])('an answer of %s says how long it took', (answeredAt, told) => {
  open([{ ...microsoft, status: 'accepted', expiresAt: null, answeredAt: at(answeredAt) }])
  expect(facts()).toContain(told)
})

test.each([
  ['Invite Microsoft', 'invite-microsoft'],
  ['Invite partner', 'invite-partner'],
] as const)('%s stands at the head of the parties', async (name, action) => {
  const { wrapper } = open([], {}, [allowed(action)])
  await click(button(name))
  expect(wrapper.emitted('invite')).toEqual([[action]])
})

test('Microsoft is asked once: the reason leads to its card', async () => {
  const { wrapper } = open([microsoft], {}, [
    blocked('invite-microsoft', null, refusal('MICROSOFT_ALREADY_INVITED', {}, { action: 'copy' })),
  ])
  await click(button('Invite Microsoft'))
  expect(wrapper.emitted('invite')).toBeUndefined()
  await click(button('See the Microsoft card'))
  expect(document.activeElement?.querySelector('h3')?.textContent).toBe('Microsoft')
})

const declined = party({ status: 'declined', expiresAt: null, answeredAt: at('2026-02-28T09:00:00.000Z') })
test('who declined may be invited again, where partners may be invited at all', async () => {
  const { wrapper, setProps } = open([declined], {}, [allowed('invite-partner')])
  await click(button('Invite Southgate Systems again'))
  expect(wrapper.emitted<[PartyView]>('again')?.map(([one]) => one.id)).toEqual([declined.id])
  await setProps({ actions: [] })
  expect(hasButton('Invite Southgate Systems again')).toBe(false)
})

test('who was invited again already is not offered once more', () => {
  open([declined, party({ id: id(64) })], {}, [allowed('invite-partner')])
  expect(hasButton('Invite Southgate Systems again')).toBe(false)
})

test('of a moment of the past there is nothing to invite or record', () => {
  const actions = [allowed('invite-partner'), allowed('record-answer', id(60))]
  const deal = dealView({ parties: [party(), { ...declined, id: id(65) }] })
  mountScreen(DealParties, { props: { deal, actions, mends, past: true }, attach: true })
  expect([...document.querySelectorAll('button')]).toEqual([])
  expect(wordsOf('h3')).toEqual(['Southgate Systems'])
})
