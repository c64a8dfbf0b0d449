import { onScopeDispose, ref, shallowRef, watch } from 'vue'
import type { DraftId } from '#shared/domain/ids.ts'
import type { Instant } from '#shared/domain/time.ts'
import { beforeLeaving } from '../../../app/last-words.ts'
import { CallError } from '../../../bridge/client.ts'
import { useClient } from '../../../bridge/provide.ts'
import type { WholeForm } from './draft-form.ts'

const SAVE_DELAY_MS = 400

interface Saved {
  readonly draftId: DraftId
  readonly savedAt: Instant
}

const textOf = (form: WholeForm): string => JSON.stringify(form)
const contentOf = ({ step: _step, ...content }: WholeForm): string => JSON.stringify(content)

/**
 * Keeps a form as a draft while it is written: a moment after the last change, and at once when it is left. What
 * nobody has changed is not kept: neither an empty form nor an untouched copy. The step one is at is kept with a draft,
 * but begins none.
 */
export function useDraftSaving(
  form: WholeForm,
  empty: WholeForm,
  begun: Saved | null,
  told: (draftId: DraftId) => void,
) {
  const client = useClient()
  const saved = shallowRef<Saved | null>(begun)
  const failure = shallowRef<unknown>(null)
  const changed = ref(false)
  let kept = textOf(form)
  let untouched = contentOf(form)
  let over = false
  let timer: ReturnType<typeof setTimeout> | undefined
  let saving: Promise<void> | null = null

  const isKept = (): boolean => (saved.value ? textOf(form) === kept : contentOf(form) === untouched)

  async function write(): Promise<void> {
    while (!over && !isKept()) {
      const text = textOf(form)
      const draftId = saved.value?.draftId ?? null
      try {
        const next = await client.call('drafts.save', { draftId, form: JSON.parse(text) as WholeForm })
        kept = text
        failure.value = null
        saved.value = next
        if (draftId !== next.draftId && !over) told(next.draftId)
      } catch (error) {
        if (draftId === null || !isGone(error)) throw error
        saved.value = null
        untouched = ''
      }
    }
    changed.value = false
  }
  /** Saves what is not saved yet; one save at a time. What fails is told in `failure`, and tried again later. */
  async function flush(): Promise<void> {
    clearTimeout(timer)
    saving ??= write().finally(() => (saving = null))
    await saving.catch((error: unknown) => (failure.value = error))
  }
  watch(
    () => textOf(form),
    () => {
      changed.value = !isKept()
      clearTimeout(timer)
      if (changed.value && !over) timer = setTimeout(() => void flush(), SAVE_DELAY_MS)
    },
  )

  /** Deletes the draft, and keeps nothing more of this form. Throws CallError. */
  async function discard(): Promise<void> {
    over = true
    clearTimeout(timer)
    await saving?.catch(() => {})
    const { draftId } = saved.value ?? {}
    if (!draftId) return
    try {
      await client.call('drafts.discard', { draftId })
      saved.value = null
    } catch (error) {
      if (!isGone(error)) {
        over = false
        throw error
      }
    }
  }
  /**
   * Saves the last change, or takes away what was emptied; whether a draft is left behind. Nobody is told its id any
   * more: the page is already on its way to another address.
   */
  async function leave(): Promise<'kept' | 'nothing' | 'failed'> {
    const tell = told
    told = () => {}
    if (!over && contentOf(form) === contentOf(empty)) await discard().catch(() => {})
    else await flush()
    if (!failure.value || isKept()) return saved.value ? 'kept' : 'nothing'
    told = tell
    return 'failed'
  }

  // The window may be closed with a change of the last moment in it. A browser tells that to the page alone.
  beforeLeaving(flush)
  const onHide = () => void flush()
  window.addEventListener('pagehide', onHide)
  document.addEventListener('visibilitychange', onHide)
  onScopeDispose(() => {
    window.removeEventListener('pagehide', onHide)
    document.removeEventListener('visibilitychange', onHide)
    told = () => {}
    void flush()
  })
  return { saved, failure, changed, flush, discard, leave }
}

/** Discarded elsewhere: what is on this page becomes a draft of its own. */
const isGone = (error: unknown): boolean => error instanceof CallError && error.shape.code === 'NOT_FOUND'
