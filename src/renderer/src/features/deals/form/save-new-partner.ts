import type { InviteEntry } from '#shared/ipc/contract/drafts.ts'
import type { Client } from '../../../bridge/client.ts'

/** Enters a new partner into the directory, so that it can be invited; once, however often the invitation is sent. */
export async function saveNewPartner(client: Client, entry: InviteEntry): Promise<InviteEntry> {
  const { choice } = entry.partner
  if (choice?.kind !== 'new') return entry
  const { name, country, partnerId } = choice
  const partner = await client.call('partners.save', { name, country, partnerId: partnerId.trim() })
  return { ...entry, partner: { ...entry.partner, choice: { kind: 'known', partner } } }
}
