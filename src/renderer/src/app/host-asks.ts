import { ref, watch } from 'vue'
import { useRouter } from 'vue-router'
import type { NotTaken } from '#shared/domain/not-taken.ts'
import type { HostAsk } from '#shared/ipc/host-contract.ts'
import { useAppEvent, useClient } from '../bridge/provide.ts'
import { useApplication } from './application.store.ts'
import type { Brought } from './brought.ts'
import { saveBeforeLeaving } from './last-words.ts'
import { leaveWhatIsOpen } from './leave-open.ts'
import type { useOverlays } from './overlays.ts'
import { isCovered, isTyping } from './shortcuts/shortcuts.ts'
import { canPrint, printShown } from './printing.ts'
import { useUndo } from './undo.store.ts'

const refusal = (refused: NotTaken | undefined): Brought | null => (refused ? { refused } : null)
const until = (isSo: () => boolean): Promise<void> =>
  new Promise((resolve) => {
    const stop = watch(isSo, (so) => {
      if (!so) return
      stop()
      resolve()
    })
  })

/** Does what is chosen outside of the page – in a menu, by a notification, by opening a file – once there is a screen. */
export function useHostAsks(isReady: () => boolean, overlays: ReturnType<typeof useOverlays>): void {
  const client = useClient()
  const application = useApplication()
  const router = useRouter()
  const undo = useUndo()
  const listening = ref(false)

  /** What is open is finished first: a file waits for its turn. */
  async function bring(brought: Brought): Promise<void> {
    while (overlays.current.value !== null) await until(() => overlays.current.value === null)
    overlays.open({ kind: 'import', brought })
  }
  /** As the keys do it: what is being typed first, and under a dialog nothing. */
  function takeBack(way: 'undo' | 'redo'): unknown {
    const { activeElement, body } = document
    if (activeElement && isTyping(activeElement)) return client.askHost('host.take-back-typing', { way })
    if (isCovered(activeElement ?? body)) return
    return way === 'undo' ? undo.undo() : undo.redo()
  }

  async function leave(): Promise<unknown> {
    await saveBeforeLeaving()
    return client.askHost('host.left', {})
  }

  async function carryOut(asked: HostAsk): Promise<unknown> {
    if (asked.ask === 'leave') return leave()
    if (asked.ask === 'undo' || asked.ask === 'redo') return takeBack(asked.ask)
    const brought = asked.ask === 'import' ? (asked.file ?? refusal(asked.refused)) : null
    if (brought) return void bring(brought)
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
      case 'print':
        return printShown()
    }
  }
  useAppEvent('host.asked', (asked) => void carryOut(asked))
  const stop = watch(
    () => isReady() && application.can('window'),
    async (listens) => {
      if (!listens) return
      stop()
      const { asks } = await client.askHost('host.ready', {})
      listening.value = true
      for (const asked of asks) await carryOut(asked)
    },
  )
  // The menu shows what cannot be printed as it shows all that cannot be done.
  watch(
    () => listening.value && canPrint(),
    (prints) => void client.askHost('host.screen', { prints }),
  )
}
