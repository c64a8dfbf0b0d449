import { type Ref, computed, shallowRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import type { DealId } from '#shared/domain/ids.ts'
import { searchWords } from '#shared/domain/folding.ts'
import type { DealRow } from '#shared/ipc/contract/deal-views.ts'
import { useDrafts } from '../../features/deals/new/drafts.store.ts'
import { useClient } from '../../bridge/provide.ts'
import { useFormat } from '../format.ts'
import { useTrail } from '../trail.store.ts'
import { useVisited } from '../visited.store.ts'
import { useWords } from '../words/words.ts'
import { useApplicationRows } from './application-rows.ts'
import { type DealFacts, useDealFacts } from './deal-facts.ts'
import { useDealRows } from './deal-rows.ts'
import { elsewhere, useDealSearch } from './deal-search.ts'
import { farness, saysAll } from './matching.ts'
import type { Row, RowGroup } from './row.ts'

/** How many actions of a deal stand before the way to all of them. */
const FIRST_ACTIONS = 4

/** What is called so first, what is only found by it later, what cannot be done now last. */
const nearest = (rows: readonly Row[], words: readonly string[]): readonly Row[] =>
  rows
    .map((row) => ({ row, far: farness(row.names ?? row.label, words) }))
    .sort((a, b) => Number(!!a.row.blocked) - Number(!!b.row.blocked) || a.far - b.far)
    .map(({ row }) => row)

/**
 * Everything the palette has to offer for what is typed: the deal at hand first, then deals, drafts, places and the
 * application. `within`: only what can be done with one deal.
 */
export function usePalette(text: Ref<string>, within: Ref<DealId | null>, atHand: DealId | null) {
  const { t } = useWords()
  const format = useFormat()
  const route = useRoute()
  const router = useRouter()
  const visited = useVisited()
  const trail = useTrail()
  const rowsOf = useDealRows()
  const other = useApplicationRows()
  const drafts = useDrafts()
  const client = useClient()
  const words = computed(() => searchWords(text.value))
  const search = useDealSearch(() => (within.value === null ? text.value : ''))
  const best = computed(() => search.found.value.hits[0]?.deal ?? null)
  const handFacts = useDealFacts(() => within.value ?? atHand)
  const bestFacts = useDealFacts(() => (best.value && best.value.id !== atHand ? best.value.id : null))
  const opened = shallowRef<readonly DealRow[]>([])

  async function loadOpened(): Promise<void> {
    const ids = visited.dealIds.filter((id) => id !== atHand)
    const answers = await Promise.allSettled(ids.map((dealId) => client.call('deals.get', { dealId })))
    opened.value = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []))
  }
  void loadOpened()

  /** Customer, and what the deal is worth or how it ended. */
  const factOf = (deal: DealRow): string => {
    const ended = deal.closedAt === null ? null : t(`labels.status.${deal.status}`)
    const state = ended ? `${ended} ${format.value.day(deal.closedAt!)}` : format.value.money(deal.value)
    return `${deal.customerName}${t('common.comma')}${state}`
  }
  /** The page of a deal that was found leads on to the others that were. */
  function layTrail(deal: DealRow): void {
    const ids = search.found.value.hits.map((hit) => hit.deal.id)
    if (ids.includes(deal.id)) trail.lay('search', [{ ids, count: ids.length }])
  }
  const openRow = (deal: DealRow, over: Partial<Row> = {}): Row => ({
    key: `open ${deal.id}`,
    icon: 'file',
    label: deal.name,
    fact: factOf(deal),
    found: deal.name,
    dealId: deal.id,
    run: () => {
      layTrail(deal)
      return router.push(`/deal/${deal.id}`)
    },
    ...over,
  })
  const openThis = (deal: DealRow): Row[] =>
    route.params['dealId'] === deal.id
      ? []
      : [openRow(deal, { key: `this ${deal.id}`, label: t('palette.deal.open'), about: deal.name })]
  const allOf = (deal: DealRow): Row => ({
    key: `all ${deal.id}`,
    icon: 'more',
    label: t('palette.deal.all'),
    about: deal.name,
    found: '',
    stays: true,
    run: () => (within.value = deal.id),
  })
  const group = (key: string, title: string, rows: readonly Row[]): RowGroup[] =>
    rows.length > 0 ? [{ key, title, rows }] : []
  const dealGroup = (deal: DealRow, rows: readonly Row[]): RowGroup[] =>
    rows.length > 0 ? [{ key: `deal ${deal.id}`, title: deal.name, isDeal: true, rows }] : []

  const first = (facts: DealFacts): readonly Row[] => {
    const possible = rowsOf(facts).filter(({ blocked }) => !blocked)
    return [...possible.slice(0, FIRST_ACTIONS), allOf(facts.deal)]
  }
  /** The actions that some words name; the others may name the deal. */
  function named(facts: DealFacts, looked: readonly string[]): readonly Row[] {
    const { name, customerName } = facts.deal
    const rows = rowsOf(facts).filter(
      ({ found }) =>
        saysAll(`${found} ${name} ${customerName}`, looked) && looked.some((word) => saysAll(found, [word])),
    )
    return nearest(rows, looked)
  }

  function handGroup(): RowGroup[] {
    const facts = handFacts.value
    if (!facts) return []
    const { deal } = facts
    if (within.value !== null) {
      const rows = words.value.length > 0 ? named(facts, words.value) : [...openThis(deal), ...rowsOf(facts)]
      return dealGroup(deal, rows)
    }
    if (words.value.length === 0)
      return dealGroup(deal, [...first(facts).slice(0, -1), ...openThis(deal), allOf(deal)])
    return dealGroup(deal, named(facts, words.value))
  }
  function bestGroup(): RowGroup[] {
    const deal = best.value
    if (!deal) return []
    const { rest } = search.found.value
    const facts = [handFacts.value, bestFacts.value].find((known) => known?.deal.id === deal.id)
    const actions = facts ? (rest.length > 0 ? named(facts, rest) : first(facts)) : []
    const rows = rest.length > 0 && actions.length > 0 ? actions : [...openThis(deal), ...actions]
    return dealGroup(deal, rows)
  }
  const draftRows = (): Row[] =>
    drafts.drafts.map(({ draftId, name, customerName }) => ({
      key: `draft ${draftId}`,
      icon: 'edit',
      label: name || t('newDeal.draft.unnamed'),
      ...(customerName ? { fact: customerName } : {}),
      found: `${name ?? ''} ${customerName ?? ''}`,
      run: () => router.push({ path: '/new', query: { draft: draftId } }),
    }))
  const fitting = (rows: readonly Row[]) =>
    nearest(
      rows.filter(({ found }) => saysAll(found, words.value)),
      words.value,
    )

  const groups = computed((): readonly RowGroup[] => {
    const hand = handGroup()
    if (within.value !== null) return hand
    const rest = [
      ...group('places', t('palette.groups.places'), fitting([...other.places.value, ...other.views.value])),
      ...group('screen', t('palette.groups.screen'), fitting(other.screen.value)),
      ...group('application', t('palette.groups.application'), fitting(other.application.value)),
    ]
    if (words.value.length === 0) {
      const recent = opened.value.map((deal) => openRow(deal))
      return [...hand, ...group('recent', t('palette.groups.recent'), recent), ...rest]
    }
    const { hits, by } = search.found.value
    const leading = hand.length > 0 ? hand : bestGroup()
    const isLed = leading[0]?.key === `deal ${best.value?.id}`
    const rows = (isLed ? hits.slice(1) : hits).map((hit) => {
      const detail = elsewhere(hit, by)
      return openRow(hit.deal, detail ? { detail } : {})
    })
    return [
      ...leading,
      ...group('deals', t(`palette.groups.${isLed ? 'otherDeals' : 'deals'}`), rows),
      ...group('drafts', t('palette.groups.drafts'), fitting(draftRows())),
      ...rest,
    ]
  })

  /** What is marked in names: the words the deals were found by. */
  const marked = computed(() => (words.value.length > 0 ? search.found.value.by : []))
  return {
    groups,
    marked,
    handFacts,
    problem: search.problem,
    pending: search.pending,
    settled: search.settled,
  }
}
