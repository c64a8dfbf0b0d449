import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { DealId } from '#shared/domain/ids.ts'
import type { Refusal } from '#shared/errors.ts'
import type { Input } from '#shared/ipc/contract.ts'
import { useClient } from '../bridge/provide.ts'
import { CallError } from '../bridge/client.ts'
import { explainError, explainRefusal } from './explain.ts'
import { useFormat } from './format.ts'
import { useWords } from './words/words.ts'

/** What can be taken back: one event, or all that one command on many deals did. */
export type UndoOrder = Input<'deals.undo'>

/** What came of taking back or doing again: deals by number, and the reasons of those that stayed. */
export interface Outcome {
  readonly undone: number
  readonly kept: number
  readonly reasons: readonly Refusal[]
  readonly redo: UndoOrder | null
}

/** More about what was done than its sentence. */
export interface About {
  /** What is so again once it is taken back, for so many deals. Without it: the sentence of what was done. */
  readonly undone?: ((count: number) => string) | undefined
  /** The one deal it was done to: the toast leads there from elsewhere. */
  readonly dealId?: DealId | undefined
  /** What follows once it is taken back: a way to where it was begun. */
  readonly after?: (() => Promise<unknown>) | undefined
  /** How it is taken back where that takes longer than a call. */
  readonly carryOut?: (() => Promise<Outcome>) | undefined
}

/** Something that was done and can be taken back; or was taken back, and can be done again. */
export interface Done extends About {
  readonly text: string
  readonly order: UndoOrder
}

/** What the toast says. `isBack`: it came of taking something back. `many`: more to read than one deal. */
export interface Shown {
  readonly text: string
  readonly way: 'undo' | 'redo' | null
  readonly dealId: DealId | null
  readonly refused: boolean
  readonly isBack: boolean
  readonly many: boolean
}

/** So many changes are kept; older ones are in the timeline of their deal. */
const KEPT = 50

const SAYING: Shown = { text: '', way: null, dealId: null, refused: false, isBack: false, many: false }
const sameOrder = (a: UndoOrder, b: UndoOrder): boolean => JSON.stringify(a) === JSON.stringify(b)

/**
 * The one home of undo: whoever carries out a command tells it here, and the toast, the keys and the palette take it
 * back from here, the newest first, as far back as the session goes. What is taken back can be done again until
 * something new is done.
 */
export const useUndo = defineStore('undo', () => {
  const client = useClient()
  const { t } = useWords()
  const format = useFormat()
  /** What the toast says now. */
  const shown = shallowRef<Shown | null>(null)
  const undoable = shallowRef<readonly Done[]>([])
  const redoable = shallowRef<readonly Done[]>([])
  const busy = ref(false)
  /** What would be taken back next, and what done again. */
  const next = computed<Done | null>(() => undoable.value.at(-1) ?? null)
  const again = computed<Done | null>(() => redoable.value.at(-1) ?? null)
  let turn: Promise<void> = Promise.resolve()

  const isMany = ({ order }: Done): boolean => 'batchId' in order
  const tell = (text: string, over: Partial<Shown> = {}): void => {
    shown.value = { ...SAYING, text, ...over }
  }

  /** Something was done that can be taken back. */
  function offer(text: string, order: UndoOrder, about: About = {}): void {
    const did: Done = { text, order, ...about }
    undoable.value = [...undoable.value, did].slice(-KEPT)
    redoable.value = []
    tell(text, { way: 'undo', dealId: did.dealId ?? null, many: isMany(did) })
  }

  /** Something was done that stays so: it is said, and what could be taken back before still can. */
  const say = (text: string, about: Pick<About, 'dealId'> & { many?: boolean } = {}): void =>
    tell(text, { dealId: about.dealId ?? null, many: about.many ?? false })

  /** Something was refused: it is said until it is closed. */
  const refuse = (text: string, isBack = false): void => tell(text, { refused: true, isBack })

  function close(): void {
    shown.value = null
  }

  /** The first few reasons against it, each said once. */
  function whyNot(reasons: readonly Refusal[]): string {
    const texts = reasons.map((reason) => {
      const { title, text } = explainRefusal(t, format.value, reason)
      return `${title}${t('common.colon')}${text}`
    })
    return [...new Set(texts)].slice(0, 2).join(' ')
  }

  /** The sentence of what came of it. */
  function sentence(did: Done, isUndo: boolean, { undone, kept, reasons }: Outcome): string {
    const some = kept > 0 ? ` ${t('undo.some', { count: kept, why: whyNot(reasons) })}` : ''
    if (isUndo) return t('undo.undone', { what: did.undone?.(undone) ?? did.text }) + some
    return t('undo.redone', { what: did.text }) + some
  }

  async function ask(order: UndoOrder): Promise<Outcome> {
    const { undone, refused, redo } = await client.call('deals.undo', order)
    return { undone, kept: refused.length, reasons: refused.flatMap(({ reasons }) => reasons), redo }
  }

  async function carryOut(did: Done, isUndo: boolean): Promise<void> {
    const drop = (): void => {
      undoable.value = undoable.value.filter((one) => one !== did)
      redoable.value = redoable.value.filter((one) => one !== did)
    }
    busy.value = true
    try {
      const answer = await (did.carryOut ?? (() => ask(did.order)))()
      drop()
      if (answer.undone === 0)
        return refuse(t('undo.refused', { what: did.text, why: whyNot(answer.reasons) }), isUndo)
      const back: Done | null = answer.redo && { ...did, order: answer.redo }
      if (back && isUndo) redoable.value = [...redoable.value, back]
      else if (back) undoable.value = [...undoable.value, back]
      tell(sentence(did, isUndo, answer), {
        way: back && (isUndo ? 'redo' : 'undo'),
        isBack: isUndo,
        many: isMany(did),
        dealId: back ? (did.dealId ?? null) : null,
        refused: answer.kept > 0,
      })
      if (isUndo) await did.after?.()
    } catch (error) {
      const gone = error instanceof CallError && error.shape.code === 'NOT_FOUND'
      if (gone) drop()
      const why = gone ? t('undo.gone') : explainError(t, format.value, error)
      refuse(t('undo.refused', { what: did.text, why }), isUndo)
    } finally {
      busy.value = false
    }
  }

  /** One after the other, however fast the keys come: each takes what is next once its turn comes. */
  function inTurn(step: () => Promise<void> | void): Promise<void> {
    turn = turn.then(step)
    return turn
  }

  /** Takes the newest change back, and then the one before. */
  const undo = (): Promise<void> =>
    inTurn(() => (next.value ? carryOut(next.value, true) : say(t('undo.nothing'))))
  /** Does again what was taken back last. */
  const redo = (): Promise<void> =>
    inTurn(() => (again.value ? carryOut(again.value, false) : say(t('undo.nothingAgain'))))

  /** Takes back what a timeline tells, whether it is the last or not. */
  const takeBack = (text: string, order: UndoOrder, about: About = {}): Promise<void> =>
    inTurn(() => {
      const known = undoable.value.find((one) => sameOrder(one.order, order))
      return carryOut(known ?? { text, order, ...about }, true)
    })

  return { shown, next, again, busy, offer, say, refuse, close, undo, redo, takeBack }
})
