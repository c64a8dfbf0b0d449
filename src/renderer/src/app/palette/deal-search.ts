import { shallowRef, watch } from 'vue'
import { fold, searchWords } from '#shared/domain/folding.ts'
import { STAGES, ASSESSMENT_STAGES } from '#shared/domain/stages.ts'
import type { Output } from '#shared/ipc/contract.ts'
import { useClient } from '../../bridge/provide.ts'
import { useSearching } from '../searching.ts'
import { useEveryLanguage } from '../words/words.ts'
import { DEAL_KEYWORDS } from './keywords.ts'
import { says } from './matching.ts'

export type Hit = Output<'deals.search'>['rows'][number]

/** What a search brought: the deals, the words they were found by, and the words left over for an action. */
export interface Found {
  readonly hits: readonly Hit[]
  readonly by: readonly string[]
  readonly rest: readonly string[]
}
const MOST = 8
const NOTHING: Found = { hits: [], by: [], rest: [] }

/** Where else a hit was found, when its name and its customer don't say all the words. */
export function elsewhere({ deal, matches }: Hit, words: readonly string[]): string | null {
  const told = fold(`${deal.name} ${deal.customerName}`)
  if (words.every((word) => told.includes(word))) return null
  return matches.find(({ field }) => field !== 'name' && field !== 'customer')?.snippet ?? null
}

/**
 * Deals as one types. Where no deal has all the words, those that name an action are left out: "won harvest" finds the
 * harvest, and what is to be done with it. `settled`: what was typed so far is answered.
 */
export function useDealSearch(text: () => string) {
  const client = useClient()
  const languages = useEveryLanguage()
  const { problem, ask, forget } = useSearching()
  const found = shallowRef<Found>(NOTHING)
  const pending = shallowRef<Promise<void> | null>(null)
  const stages = [...STAGES, ...ASSESSMENT_STAGES].flatMap((stage) =>
    languages.map((t) => t(`labels.stage.${stage}`)),
  )
  const vocabulary = [...Object.values(DEAL_KEYWORDS), ...stages].join(' ')
  const search = async (words: string) =>
    (await client.call('deals.search', { text: words, limit: MOST })).rows

  async function look(typed: string): Promise<Found> {
    const words = searchWords(typed)
    const hits = await search(typed)
    const names = words.filter((word) => !says(vocabulary, word))
    if (hits.length > 0 || names.length === 0 || names.length === words.length)
      return { hits, by: words, rest: [] }
    const rest = words.filter((word) => !names.includes(word))
    return { hits: await search(names.join(' ')), by: names, rest }
  }

  watch(text, (typed) => {
    if (searchWords(typed).length === 0) {
      forget()
      found.value = NOTHING
      pending.value = null
      return
    }
    const asked = ask(
      () => look(typed),
      (answer) => (found.value = answer),
    ).finally(() => {
      if (pending.value === asked) pending.value = null
    })
    pending.value = asked
  })

  /** Resolves when what is typed now is answered. */
  async function settled(): Promise<void> {
    while (pending.value) await pending.value
  }
  return { found, problem, pending, settled }
}
