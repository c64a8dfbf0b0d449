import { watch } from 'vue'
import { useRouter } from 'vue-router'
import type { HostAsk } from '#shared/ipc/host-contract.ts'
import { useAppEvent, useClient } from '../bridge/provide.ts'
import { useApplication } from './application.store.ts'
import type { useOverlays } from './overlays.ts'
import { useUndo } from './undo.store.ts'

/** Does what is chosen outside of the page – in a menu, by a notification, by opening a file – once there is a screen. */
export function useHostAsks(isReady: () => boolean, overlays: ReturnType<typeof useOverlays>): void {
  const client = useClient()
  const application = useApplication()
  const router = useRouter()
  const undo = useUndo()

  function carryOut(asked: HostAsk): unknown {
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
      case 'undo':
        return undo.undo()
      case 'redo':
        return undo.redo()
      case 'about':
        return router.push('/settings#about')
    }
  }
  useAppEvent('host.asked', carryOut)
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
