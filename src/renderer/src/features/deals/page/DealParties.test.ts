import { expect, test } from 'vitest'
import type { PartyView } from '#shared/ipc/contract/deal-views.ts'
import type { VerdictView } from '#shared/ipc/contract/deals.ts'
import { ANNA, allowed, at, blocked, dealView, id, party, refusal } from '../../../testing/deals.ts'
import { mountScreen } from '../../../testing/mount.ts'
import { button, click, hasButton, pageWords, wordsOf } from '../../../testing/page.ts'
import DealParties from './DealParties.vue'

const open = (
  parties: PartyView[],
  over: Partial<ReturnType<typeof dealView>> = {},
  actions: VerdictView[] = [],
) => mountScreen(DealParties, { props: { deal: dealView({ parties, ...over }), actions }, attach: true })
const facts = () => wordsOf('dt').map((name, index) => `${name}: ${wordsOf('dd')[index]}`)
const microsoft = party({ id: id(62), kind: 'microsoft', organization: 'Microsoft', partnerId: null })

test('nobody else on it is said', async () => {
  const { setLocale } = open([])
  expect(pageWords()).toContain('Nobody else is on this deal.')
  await setLocale('zh-CN')
  expect(pageWords()).not.toContain('Nobody')
})

test('a partner who has not answered: time left, what was offered and asked for', () => {
  open([party({ solutions: [{ id: id(50), name: 'Fabrikam Sense' }] })])
  expect(wordsOf('h3')).toEqual(['Southgate Systems'])
  expect(wordsOf('.pill')).toEqual(['Pending'])
  expect(facts()).toEqual([
    'Answer due: 8 d 21 h left',
    'Invited: Feb 25',
    'Asked for: Proof of concept / demo',
    'Their value: EUR 50,000',
    'Closes: Jun 30',
    'Wanted: Fabrikam Sense',
  ])
  expect(pageWords()).toContain('Their people appear once they accept.')
})

test('Microsoft after accepting: when, for what, and its people; no value of its own', () => {
  const answeredAt = at('2026-02-27T09:00:00.000Z')
  open([{ ...microsoft, status: 'accepted', expiresAt: null, answeredAt, sellers: [ANNA] }])
  expect(facts()).toEqual(['Invited: Feb 25', 'Answered: Feb 27', 'Asked for: Proof of concept / demo'])
  expect(wordsOf('.people li')).toEqual(['Anna Berganna@fabrikam.example'])
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
    'ExpiredContoso',
  ])
})

test('an answer is recorded at the very party that may give one', async () => {
  const { wrapper } = open([party(), microsoft], {}, [
    allowed('record-answer', microsoft.id),
    blocked('record-answer', id(60), refusal('PARTY_NOT_PENDING')),
  ])
  const record = button('Record answer…')
  expect(document.getElementById(record.getAttribute('aria-describedby')!)?.textContent).toBe('Microsoft')
  await click(record)
  expect(wrapper.emitted('answer')).toEqual([[microsoft.id]])
})

test('where nobody may answer, nothing is offered', () => {
  open([party()], {}, [
    blocked('record-answer', id(60), refusal('PARTY_NOT_PENDING')),
    allowed('record-answer', id(99)),
    allowed('win', id(60)),
  ])
  expect(hasButton('Record answer…')).toBe(false)
})
