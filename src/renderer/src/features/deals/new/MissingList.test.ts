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

test.each<[HelpType | null, boolean, string]>([
  [null, false, 'This will be a private deal, because nobody else is on it.'],
  ['poc-demo', false, 'This will be a co-sell deal, because you ask Microsoft for help.'],
  [null, true, 'This will be a solution assessment, because it carries an assessment.'],
  ['general', true, 'This will be a solution assessment, because it carries an assessment.'],
])('help %s, assessment %s: %s', (help, assessment, sentence) => {
  expect(mountScreen(TypeSentence, { props: { help, assessment } }).wrapper.text()).toBe(sentence)
})
