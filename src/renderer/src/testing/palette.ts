import { flushPromises } from '@vue/test-utils'
import type { Component } from 'vue'
import type { Locale } from '#shared/domain/settings.ts'
import AppOverlays from '../app/AppOverlays.vue'
import { allowed, blocked, dealRow, dealView, id, refusal } from './deals.ts'
import { FakeClient } from './fake-client.ts'
import { type Stage, mountScreen } from './mount.ts'
import { field, press, wordsOf } from './page.ts'

/** Two deals that are found by "cold", by name and by notes. */
export const COLD = dealRow()
export const HARBOUR = dealRow({ id: id(2), name: 'Harbour', customerName: 'Contoso' })
export const HITS = [
  { deal: COLD, matches: [{ field: 'name', snippet: 'Cold' }] },
  { deal: HARBOUR, matches: [{ field: 'notes', snippet: '…cold store…' }] },
]
export const ACTIONS = [
  { ...blocked('accept', null, refusal('NOT_RECEIVED')) },
  allowed('mark-stage', 'qualified'),
  allowed('win'),
  allowed('lose'),
  allowed('set-favorite'),
  allowed('invite-partner'),
  blocked('invite-microsoft', null, { ...refusal('MICROSOFT_ALREADY_INVITED'), fix: { action: 'copy' } }),
]

/** A client that knows the two deals, and finds both whatever one looks for. */
export const paletteClient = (): FakeClient =>
  new FakeClient()
    .answer('deals.search', { rows: HITS })
    .answer('deals.get', ({ dealId }) => dealView(dealId === HARBOUR.id ? HARBOUR : COLD))
    .answer('deals.actions', { actions: ACTIONS })
    .answer('views.left', { rows: [] })
    .answer('views.list', { rows: [] })

interface Opened extends Stage {
  readonly box: HTMLInputElement
  readonly key: (key: string, more?: KeyboardEventInit) => Promise<Event>
}

/** The overlays of the application, with the palette opened over a page. */
export async function openPalette(
  options: { client?: FakeClient; path?: string; locale?: Locale; over?: Component } = {},
): Promise<Opened> {
  const client = options.client ?? paletteClient()
  const stage = mountScreen(AppOverlays, { path: '/pipeline', ...options, client, attach: true })
  await stage.router.isReady()
  stage.overlays.current.value = { kind: 'palette' }
  await flushPromises()
  const box = field(
    options.locale === 'zh-CN' ? '搜索交易，或输入要做的事' : 'Search deals, or say what to do',
  )
  return { ...stage, client, box, key: (key, more) => press(box, key, more) }
}

/** Lets answers arrive, and what was chosen happen. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 4; turn += 1) {
    await flushPromises()
    await new Promise((resolve) => setTimeout(resolve))
  }
}

/** The rows, as they read without the names only screen readers hear. */
export const rowLabels = (): string[] => wordsOf('[role="option"] .label > span:first-child')
export const headings = (): string[] => wordsOf('[role="listbox"] .title')
export const activeRow = (): string | undefined =>
  wordsOf('[role="option"][aria-selected="true"] .label > span:first-child')[0]
