import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { Currency } from '#shared/domain/money.ts'
import type { Output } from '#shared/ipc/contract.ts'
import { useClient } from '../bridge/provide.ts'

/** What is running and whose it is: counts for the frame, and the profile every form begins with. */
export const useApplication = defineStore('application', () => {
  const client = useClient()
  const info = ref<Output<'app.info'> | null>(null)
  const profile = ref<Output<'profile.get'> | null>(null)
  const homeCurrency = computed<Currency>(() => profile.value?.homeCurrency ?? ('USD' as Currency))

  /** Whether the host can do something, by the name `app.info` has for it. */
  const can = (capability: string): boolean => info.value?.capabilities.includes(capability) ?? false

  async function loadInfo(): Promise<void> {
    info.value = await client.call('app.info', {})
  }
  async function loadProfile(): Promise<void> {
    profile.value = await client.call('profile.get', {})
  }
  async function load(): Promise<void> {
    await Promise.all([loadInfo(), loadProfile()])
  }
  return { info, profile, homeCurrency, can, load, loadInfo, loadProfile }
})
