import { expect, test } from 'vitest'
import { ref } from 'vue'
import { useSentence } from './sentence.ts'

test('a sentence follows the language it is said in, until it is taken back', () => {
  const locale = ref<'en' | 'zh-CN'>('en')
  const { text, say, hush } = useSentence()
  expect(text.value).toBe('')
  say(() => (locale.value === 'en' ? 'Gone.' : '已不存在。'))
  expect(text.value).toBe('Gone.')
  locale.value = 'zh-CN'
  expect(text.value).toBe('已不存在。')
  hush()
  expect(text.value).toBe('')
})
