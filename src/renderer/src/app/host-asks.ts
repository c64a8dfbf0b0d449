import { watch } from 'vue'
import { useRouter } from 'vue-router'
import type { HostAsk } from '#shared/ipc/host-contract.ts'
import { useAppEvent, useClient } from '../bridge/provide.ts'
import { useApplication } from './application.store.ts'
import { leaveWhatIsOpen } from './leave-open.ts'
import type { useOverlays } from './overlays.ts'
import { isCovered, isTyping } from './shortcuts/shortcuts.ts'
import { useUndo } from './undo.store.ts'

/** Does what is chosen outside of the page – in a menu, by a notification, by opening a file – once there is a screen. */
export function useHostAsks(isReady: () => boolean, overlays: ReturnType<typeof useOverlays>): void {
  const client = useClient()
  const application = useApplication()
  const router = useRouter()
  const undo = useUndo()

  /** As the keys do it: what is being typed first, and under a dialog nothing. */
  function takeBack(way: 'undo' | 'redo'): unknown {
    const { activeElement, body } = document
    if (activeElement && isTyping(activeElement)) return client.askHost('host.take-back-typing', { way })
    if (isCovered(activeElement ?? body)) return
    return way === 'undo' ? undo.undo() : undo.redo()
  }

  async function carryOut(asked: HostAsk): Promise<unknown> {
    if (asked.ask === 'undo' || asked.ask === 'redo') return takeBack(asked.ask)
    // What is open already is not closed to be opened again.
    if (asked.ask === overlays.current.value?.kind) return
    if (!(await leaveWhatIsOpen())) return
    switch (asked.ask) {
      case 'go':
        return router.push(asked.to)
      case 'deal':
        return router.push(`/deal/${asked.dealId}`)
      case 'new-deal':
        return router.push('/new')
      case 'import':
        return overlays.open({ kind: 'import' })
      case 'palette':
      case 'shortcuts':
        return overlays.open({ kind: asked.ask })
      case 'about':
        return router.push('/settings#about')
    }
  }
  useAppEvent('host.asked', (asked) => void carryOut(asked))
  const stop = watch(
    () => isReady() && (application.info?.capabilities.includes('window') ?? false),
    async (listens) => {
      if (!listens) return
      stop()
      const { asks } = await client.askHost('host.ready', {})
      for (const asked of asks) await carryOut(asked)
    },
  )
}
