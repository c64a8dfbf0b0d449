import { expire } from './happen.ts'
import type { ModelDeal } from './model-deal.ts'
import { tell, untold } from './tell.ts'
import type { Remembered } from './undo.ts'

/** One deal of a sequence and everything that happened to it, as the model tells it. */
export class Story {
  deal: ModelDeal
  /** Every event by its version, the first one at 0. */
  readonly history: Remembered[] = []
  /** What the inbox has to say of it, each once. */
  readonly news: string[] = []
  /** Whether the application has shown the deal since it last changed by itself. */
  seen = true
  /** Taken back altogether: the application knows it no more. */
  gone = false

  constructor(kind: string, deal: ModelDeal) {
    this.deal = deal
    this.history.push({ kind, before: null, after: deal, of: null })
    this.news.push(...tell(kind, null, deal))
  }

  get events(): readonly string[] {
    return this.history.map(({ kind }) => kind)
  }

  note(kind: string, after: ModelDeal, of: number | null = null): void {
    const before = this.deal
    this.history.push({ kind, before, after, of })
    for (const news of tell(kind, before, after)) {
      // About a party each kind is told once, even if it said so again after an undo; of a registration every time.
      if (news.startsWith('registration') || !this.news.includes(news)) this.news.push(news)
    }
    if (kind === 'undone') this.#forget(untold(before, after))
    this.deal = after
  }

  #forget(news: readonly string[]): void {
    const left = this.news.filter((each) => !news.some((gone) => each.endsWith(gone)))
    this.news.splice(0, this.news.length, ...left)
  }

  /** Closes what ran out; gives the kinds of the events. */
  expireDue(now: number): string[] {
    const due = this.gone ? [] : expire(this.deal, now)
    for (const { event, deal } of due) this.note(event, deal)
    if (due.length > 0) this.seen = false
    return due.map(({ event }) => event)
  }

  /** Takes the whole deal back: nothing is told of it any more. */
  remove(): void {
    this.history.push({ kind: 'removed', before: this.deal, after: this.deal, of: null })
    this.news.length = 0
    this.gone = true
  }
}
