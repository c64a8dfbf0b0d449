import { expect, test } from 'vitest'
import type { HelpType } from '#shared/domain/deal.ts'
import { mountScreen } from '../../../testing/mount.ts'
import { button, click, pageWords, wordsOf } from '../../../testing/page.ts'
import MissingList from './MissingList.vue'
import TypeSentence from './TypeSentence.vue'
import type { MissingLine } from './new-deal-faults.ts'

const open = (lines: MissingLine[]) => mountScreen(MissingList, { props: { lines }, attach: true })

test('lists everything that is missing, each line a way to its field', async () => {
  const { wrapper } = open([
    { key: 'name', words: 'Deal name is missing', field: 'name' },
    { key: 'team', words: 'Team member 2 is incomplete', field: 'team.1.phone' },
  ])
  expect(wordsOf('li')).toEqual(['Deal name is missing', 'Team member 2 is incomplete'])
  await click(button('Team member 2 is incomplete'))
  expect(wrapper.emitted('go')).toEqual([['team.1.phone']])
})

test('what belongs to no field is said without a way', () => {
  open([{ key: 'vetted', words: 'Your company is not vetted for assessments', field: null }])
  expect(wordsOf('li')).toEqual(['Your company is not vetted for assessments'])
  expect(wordsOf('button')).toEqual([])
})

test('says so when nothing is missing', async () => {
  const { setLocale } = open([])
  expect(pageWords()).toBe('Still missingNothing. The deal can be created.')
  await setLocale('zh-CN')
  expect(wordsOf('li')).toEqual([])
  expect(pageWords()).not.toContain('Nothing')
})

const PARTNERS = 'This will be a partner-to-partner deal, because you invite a partner.'

test.each<[HelpType | null, boolean, number, string]>([
  [null, false, 0, 'This will be a private deal, because nobody else is on it.'],
  ['poc-demo', false, 0, 'This will be a co-sell deal, because you ask Microsoft for help.'],
  [null, false, 1, PARTNERS],
  [null, false, 2, PARTNERS],
  ['poc-demo', false, 2, 'This will be a co-sell deal, because you ask Microsoft for help.'],
  [null, true, 0, 'This will be a solution assessment, because it carries an assessment.'],
  ['general', true, 1, 'This will be a solution assessment, because it carries an assessment.'],
])('help %s, assessment %s, %d partners: %s', (help, assessment, partners, sentence) => {
  expect(mountScreen(TypeSentence, { props: { help, assessment, partners } }).wrapper.text()).toBe(sentence)
})
