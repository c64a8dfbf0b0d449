import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { Output } from '#shared/ipc/contract.ts'
import { useAppEvent, useClient } from '../../../bridge/provide.ts'

/** Deals somebody began to write, newest first. */
export const useDrafts = defineStore('drafts', () => {
  const client = useClient()
  const drafts = shallowRef<Output<'drafts.list'>['rows']>([])

  async function load(): Promise<void> {
    drafts.value = (await client.call('drafts.list', {})).rows
  }
  /** Loads the drafts and follows their news; called by whatever shows them. What fails keeps what is shown. */
  function listen(): void {
    const refresh = () => void load().catch(() => {})
    useAppEvent('drafts.changed', refresh)
    refresh()
  }
  return { drafts, listen }
})
