import { expect, test } from 'vitest'
import { Chosen } from './chosen.ts'
import { WindowMemory } from './memory.ts'

/** What was chosen, on a system that speaks these languages. */
function chosenOn(languages: string[]) {
  const memory = new WindowMemory('/nowhere/window.json', () => {})
  const chosen = new Chosen(memory, () => languages)
  const told: string[] = []
  chosen.subscribe(() => told.push(`${chosen.locale} ${chosen.theme}`))
  return { memory, chosen, told }
}

test('before anything was chosen, the system decides', () => {
  expect(chosenOn(['de-DE', 'zh-Hans-CN', 'en']).chosen.locale).toBe('zh-CN')
  expect(chosenOn(['de-DE']).chosen.locale).toBe('en')
  expect(chosenOn([]).chosen.theme).toBe('system')
})

test('what is chosen counts from then on, is remembered, and is told once', () => {
  const { memory, chosen, told } = chosenOn(['en-GB'])
  const settings = { locale: 'zh-CN', theme: 'dark', warnDaysBefore: [3] }
  chosen.take(settings)
  chosen.take(settings)
  expect(told).toEqual(['zh-CN dark'])
  expect(memory.now).toMatchObject({ locale: 'zh-CN', theme: 'dark' })
})

test('other settings that change are nothing to tell', () => {
  const { chosen, told } = chosenOn(['en-GB'])
  chosen.take({ locale: 'system', theme: 'system', warnDaysBefore: [1] })
  expect(told).toEqual([])
})
