import { expect, test } from 'vitest'
import { NOTIFICATION_KINDS } from '#shared/domain/notification.ts'
import { LOCALES } from '#shared/domain/settings.ts'
import { NOTIFICATION_WORDS } from './notifications.ts'

const namesIn = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort()

test.each(LOCALES)('titles in %s name nobody and nothing: they may stand on a locked screen', (locale) => {
  for (const kind of NOTIFICATION_KINDS) {
    const { title } = NOTIFICATION_WORDS[locale].kinds[kind]
    expect(title).not.toBe('')
    expect(namesIn(title), kind).toEqual([])
  }
})

test.each(NOTIFICATION_KINDS)('%s fills the same names into its line in every language', (kind) => {
  const [english, chinese] = LOCALES.map((locale) => NOTIFICATION_WORDS[locale].kinds[kind].text)
  expect(namesIn(chinese!)).toEqual(namesIn(english!))
})

test('titles differ from each other, so that a toast says what it is about', () => {
  for (const locale of LOCALES) {
    const titles = Object.values(NOTIFICATION_WORDS[locale].kinds).map(({ title }) => title)
    expect(new Set(titles).size).toBe(titles.length)
  }
})
