import { expect, test } from 'vitest'
import type { HelpType } from '#shared/domain/deal.ts'
import { mountScreen } from '../../../testing/mount.ts'
import { button, click, pageWords, wordsOf } from '../../../testing/page.ts'
import MissingList from './MissingList.vue'
import TypeSentence from './TypeSentence.vue'
import type { MissingLine } from './new-deal-faults.ts'

const line = (step: MissingLine['step'], words: string, field: string | null): MissingLine => ({
  key: words,
  title: words,
  words,
  step,
  field,
})
const open = (lines: MissingLine[]) => mountScreen(MissingList, { props: { lines }, attach: true })

test('lists everything that is missing, each line a way to its field', async () => {
  const phone = line('team', 'Phone of Bo', 'team.1.phone')
  const { wrapper } = open([
    line('details', 'Deal name', 'name'),
    phone,
    line('review', 'Consent', 'consent'),
  ])
  expect(wordsOf('li')).toEqual(['Deal nameDetails', 'Phone of BoTeam', 'ConsentReview'])
  await click(button('Phone of Bo'))
  expect(wrapper.emitted('go')).toEqual([[phone]])
})

test('says so when nothing is missing', async () => {
  const { setLocale } = open([])
  expect(pageWords()).toBe('Still missingNothing. The deal can be created.')
  await setLocale('zh-CN')
  expect(wordsOf('li')).toEqual([])
  expect(pageWords()).not.toContain('Nothing')
})

const NOBODY = 'This will be a private deal, because nobody else is on it.'
const POC = 'This will be a co-sell deal, because you ask Microsoft for a proof of concept.'
const PARTNER = 'This will be a partner-to-partner deal, because you invite '
const ASSESSMENT = 'This will be a solution assessment, because it carries an assessment.'
const without = (kind: string) => `Without that it would be ${kind}.`

test.each<[HelpType | null, boolean, number, string, string | null]>([
  [null, false, 0, NOBODY, null],
  ['poc-demo', false, 0, `${POC} ${without('private')}`, 'help'],
  ['poc-demo', false, 2, `${POC} ${without('partner-to-partner')}`, 'help'],
  [null, false, 1, `${PARTNER}a partner. ${without('private')}`, 'partners'],
  [null, false, 2, `${PARTNER}2 partners. ${without('private')}`, 'partners'],
  [null, true, 0, `${ASSESSMENT} ${without('private')}`, 'solutions'],
  ['general', true, 1, `${ASSESSMENT} ${without('co-sell')}`, 'solutions'],
])('help %s, assessment %s, %d partners: %s', async (help, assessment, partners, sentence, step) => {
  const { wrapper } = mountScreen(TypeSentence, { props: { help, assessment, partners }, attach: true })
  expect(pageWords()).toBe(sentence)
  for (const cause of document.querySelectorAll('button')) await click(cause)
  expect(wrapper.emitted('go') ?? null).toEqual(step && [[step]])
})
