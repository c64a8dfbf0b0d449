import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { Locale, Settings } from '#shared/domain/settings.ts'
import { DEFAULT_SETTINGS, systemLocale } from '#shared/domain/settings.ts'
import type { Input } from '#shared/ipc/contract.ts'
import { useClient } from '../bridge/provide.ts'

/** Language, theme and warnings: what the person chose, else what the system says. */
export const useSettings = defineStore('settings', () => {
  const client = useClient()
  const settings = ref<Settings>(DEFAULT_SETTINGS)
  const locale = computed<Locale>(() =>
    settings.value.locale === 'system' ? systemLocale(navigator.languages) : settings.value.locale,
  )

  async function load(): Promise<void> {
    settings.value = await client.call('settings.get', {})
  }
  /** Shows a choice at once, and takes it back where it could not be kept. */
  async function save(changes: Input<'settings.save'>): Promise<void> {
    const before = settings.value
    settings.value = { ...before, ...changes }
    try {
      settings.value = await client.call('settings.save', changes)
    } catch (error) {
      settings.value = before
      throw error
    }
  }
  return { settings, locale, load, save }
})
