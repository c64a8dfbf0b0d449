import { expect, test } from 'vitest'
import { LOCALES } from '#shared/domain/settings.ts'
import { type TellKey, tellerOf } from '#shared/telling/tell.ts'
import { told } from '#shared/words/en/told.ts'
import { speak } from '../../testing/mount.ts'

const keysIn = (tree: object, path = ''): string[] =>
  Object.entries(tree).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string' ? [`${path}${key}`] : keysIn(value as object, `${path}${key}.`),
  )

test.each(LOCALES)('documents in %s say every shared text as the screens do', (locale) => {
  const { t } = speak(locale)
  const tell = tellerOf(locale)
  const keys = keysIn(told) as TellKey[]
  expect(keys.length).toBeGreaterThan(300)
  for (const key of keys) {
    for (const count of [0, 1, 2, 12_345]) {
      const params = { count, date: '<date>', currency: 'EUR', names: '{count}', name: 'a | b' }
      expect(tell(key, params), key).toBe(t(key, params))
    }
  }
})
