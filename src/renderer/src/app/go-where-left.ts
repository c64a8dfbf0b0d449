import type { Router } from 'vue-router'
import type { Client } from '../bridge/client.ts'
import type { useApplication } from './application.store.ts'

/** Where the window remembers it, the first screen is the one that was left: before there is any to be seen. */
export async function goWhereLeft(
  application: Pick<ReturnType<typeof useApplication>, 'can'>,
  client: Pick<Client, 'askHost'>,
  router: Pick<Router, 'replace'>,
): Promise<void> {
  if (!application.can('window')) return
  const { address } = await client.askHost('host.last-screen', {})
  if (address !== null) await router.replace(address)
}
