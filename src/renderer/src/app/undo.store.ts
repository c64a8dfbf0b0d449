import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { Input, Output } from '#shared/ipc/contract.ts'
import { useClient } from '../bridge/provide.ts'
import { CallError } from '../bridge/client.ts'
import { explainError, explainRefusal } from './explain.ts'
import { useFormat } from './format.ts'
import { useWords } from './words/words.ts'

/** What can be taken back: one event, or all that one command on many deals did. */
export type UndoOrder = Input<'deals.undo'>

/** What was just done, in words. With an order it can be taken back, or be done again after that. */
export interface Did {
  readonly text: string
  readonly order: UndoOrder | null
  /** What follows once it is taken back: a way to where it was begun. */
  readonly after?: (() => Promise<unknown>) | undefined
  readonly isUndone: boolean
  readonly refused: boolean
}

/**
 * The one home of undo: whoever carries out a command tells it here, and the toast and the keys take it back from
 * here. The last change stays undoable after its toast has gone, until another one comes.
 */
export const useUndo = defineStore('undo', () => {
  const client = useClient()
  const { t } = useWords()
  const format = useFormat()
  /** What the toast says now. */
  const shown = shallowRef<Did | null>(null)
  const last = shallowRef<Did | null>(null)
  const busy = ref(false)

  function show(did: Did): void {
    shown.value = did
    last.value = did.order ? did : null
  }
  /** Something was done that can be taken back; `after` follows once it is. */
  const offer = (text: string, order: UndoOrder, after?: () => Promise<unknown>): void =>
    show({ text, order, after, isUndone: false, refused: false })

  /** Something was done that stays so, or was refused: it is said, and what could be taken back before still can. */
  function say(text: string, refused = false): void {
    shown.value = { text, order: null, isUndone: false, refused }
  }

  function close(): void {
    shown.value = null
  }

  const refuse = (text: string): void => show({ text, order: null, isUndone: false, refused: true })

  /** The first few reasons against it, each said once. */
  function whyNot(refused: Output<'deals.undo'>['refused']): string {
    const texts = refused.flatMap(({ reasons }) =>
      reasons.map((reason) => {
        const { title, text } = explainRefusal(t, format.value, reason)
        return `${title}${t('common.colon')}${text}`
      }),
    )
    return [...new Set(texts)].slice(0, 2).join(' ')
  }

  function tell(did: Did, { undone, refused, redo }: Output<'deals.undo'>): void {
    const why = whyNot(refused)
    if (undone === 0) return refuse(t('undo.refused', { why }))
    const isUndone = !did.isUndone
    const many = did.order !== null && 'batchId' in did.order
    const text =
      refused.length > 0
        ? t('undo.some', { undone, count: refused.length, why })
        : many
          ? t(`undo.${isUndone ? 'many' : 'again'}`, { count: undone, what: did.text })
          : t(`undo.${isUndone ? 'undone' : 'redone'}`, { what: did.text })
    shown.value = { text, order: redo, isUndone, refused: refused.length > 0 }
    last.value = redo ? { ...did, order: redo, isUndone } : null
  }

  async function run(did: Did | null): Promise<void> {
    if (!did?.order || busy.value) return
    busy.value = true
    try {
      const answer = await client.call('deals.undo', did.order)
      tell(did, answer)
      if (answer.undone > 0 && !did.isUndone) await did.after?.()
    } catch (error) {
      const gone = error instanceof CallError && error.shape.code === 'NOT_FOUND'
      refuse(gone ? t('undo.gone') : t('undo.refused', { why: explainError(t, format.value, error) }))
    } finally {
      busy.value = false
    }
  }

  /** Takes the last change back; what was taken back already stays so. */
  const undo = (): Promise<void> => run(last.value?.isUndone ? null : last.value)
  /** Does again what was taken back last. */
  const redo = (): Promise<void> => run(last.value?.isUndone ? last.value : null)

  /** Takes back something that is not the last: what a timeline tells. */
  const takeBack = (text: string, order: UndoOrder): Promise<void> =>
    run({ text, order, isUndone: false, refused: false })

  return { shown, last, busy, offer, say, close, undo, redo, takeBack }
})
