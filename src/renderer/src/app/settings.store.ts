import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { Locale, Settings } from '#shared/domain/settings.ts'
import { DEFAULT_SETTINGS } from '#shared/domain/settings.ts'
import { useClient } from '../bridge/provide.ts'
import { systemLocale } from './words/words.ts'

/** Language and theme: what the person chose, else what the system says. */
export const useSettings = defineStore('settings', () => {
  const client = useClient()
  const settings = ref<Settings>(DEFAULT_SETTINGS)
  const locale = computed<Locale>(() =>
    settings.value.locale === 'system' ? systemLocale(navigator.languages) : settings.value.locale,
  )

  async function load(): Promise<void> {
    settings.value = await client.call('settings.get', {})
  }
  async function save(changes: Partial<Pick<Settings, 'locale' | 'theme'>>): Promise<void> {
    settings.value = { ...settings.value, ...changes }
    settings.value = await client.call('settings.save', changes)
  }
  return { settings, locale, load, save }
})
