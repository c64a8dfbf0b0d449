import { expect, test } from 'vitest'
import { useSpoken } from '../announcer.ts'
import { useUndo } from '../undo.store.ts'
import { useVisited } from '../visited.store.ts'
import { dealView, id, refusal } from '../../testing/deals.ts'
import { button, click, hasRole, role, wordsOf, write } from '../../testing/page.ts'
import {
  ACTIONS,
  COLD,
  HARBOUR,
  HITS,
  activeRow,
  headings,
  openPalette,
  paletteClient,
  rowLabels,
  settle,
} from '../../testing/palette.ts'

const choose = async (label: string): Promise<void> => {
  const row = [...document.querySelectorAll<HTMLElement>('[role="option"]')].find(
    (option) => option.querySelector('.label > span')?.textContent === label,
  )
  if (!row) throw new Error(`no row ${label} among ${rowLabels().join(', ')}`)
  await click(row)
  await settle()
}

test('is a combobox over a list of groups, each with its name', async () => {
  const { box } = await openPalette()
  expect(document.activeElement).toBe(box)
  const list = document.getElementById(box.getAttribute('aria-controls')!)
  expect(list?.getAttribute('role')).toBe('listbox')
  const named = [...document.querySelectorAll('[role="group"]')].map(
    (group) => document.getElementById(group.getAttribute('aria-labelledby')!)?.textContent,
  )
  expect(named).toEqual(['Go to', 'Tandem'])
  expect(document.getElementById(box.getAttribute('aria-activedescendant')!)?.textContent).toContain('Today')
})

test('finds deals by name and by what is written in them, and marks the words', async () => {
  const { box, client } = await openPalette()
  await write(box, 'cold')
  await settle()
  expect(client.inputsOf('deals.search')).toEqual([{ text: 'cold', limit: 8 }])
  expect(headings().slice(0, 2)).toEqual(['Cold-chain telemetry', 'Other deals'])
  expect(rowLabels().slice(0, 7)).toEqual([
    'Open deal',
    'Mark as Qualified',
    'Won…',
    'Lost…',
    'Invite partner',
    'All actions of this deal',
    'Harbour',
  ])
  expect(wordsOf('mark')).toEqual(['Cold', 'cold'])
  expect(wordsOf('.fact').slice(0, 2)).toEqual(['Northwind Foods, EUR 125,000', 'Contoso, EUR 125,000'])
})

test('Enter opens the best deal, also before it was found; the deals found lead on to each other', async () => {
  const { box, key, router } = await openPalette()
  box.value = 'cold'
  box.dispatchEvent(new Event('input'))
  await key('Enter')
  await settle()
  expect(router.currentRoute.value.path).toBe(`/deal/${COLD.id}`)
  expect(hasRole('listbox')).toBe(false)
})

test('Ctrl+Enter leads into the best deal, also before it was found', async () => {
  const { box, key } = await openPalette()
  await write(box, 'harb')
  await settle()
  box.value = 'cold'
  box.dispatchEvent(new Event('input'))
  await key('Enter', { ctrlKey: true })
  await settle()
  expect(headings()).toEqual([COLD.name])
})

test('the arrows go round, Home and End to the ends', async () => {
  const { box, key } = await openPalette()
  await write(box, 'cold')
  await settle()
  const all = rowLabels()
  await key('ArrowDown')
  expect(activeRow()).toBe('Mark as Qualified')
  await key('End')
  expect(activeRow()).toBe(all.at(-1))
  await key('ArrowDown')
  expect(activeRow()).toBe('Open deal')
  await key('ArrowUp')
  await key('Home')
  expect(activeRow()).toBe('Open deal')
  await key('PageDown')
  expect(activeRow()).toBe(all[Math.min(8, all.length - 1)])
})

test('an answer that a newer one overtook is not shown', async () => {
  const answers: ((rows: typeof HITS) => void)[] = []
  const client = paletteClient().answer(
    'deals.search',
    () => new Promise((resolve) => answers.push((rows) => resolve({ rows }))),
  )
  const { box } = await openPalette({ client })
  await write(box, 'harb')
  await write(box, 'harbo')
  answers[1]!([HITS[1]!])
  answers[0]!([HITS[0]!])
  await settle()
  expect(headings()[0]).toBe('Harbour')
})

test('a search that fails says why; one that finds nothing says so', async () => {
  const client = paletteClient().fail('deals.search', { code: 'BUSY', details: { what: 'database' } })
  const { box } = await openPalette({ client })
  await write(box, 'xyz')
  await settle()
  expect(role('alert').textContent).toBe('Another program holds the data. Wait a moment and try again.')
  client.answer('deals.search', { rows: [] })
  await write(box, 'xyzz')
  await settle()
  expect(wordsOf('[role="status"]')).toEqual(['Nothing found for “xyzz”.'])
})

test('the deal whose page is open comes first: its actions are carried out at once', async () => {
  const { client } = await openPalette({ path: `/deal/${COLD.id}` })
  client.answer('deals.execute', { deal: dealView({ favorite: true }), events: [id(90)] })
  await settle()
  expect(headings()[0]).toBe('Cold-chain telemetry')
  expect(rowLabels()[0]).toBe('Mark as Qualified')
  expect(rowLabels()).not.toContain('Open deal')
  await choose('Mark as Qualified')
  expect(client.inputsOf('deals.execute')).toEqual([
    { dealId: COLD.id, expectedVersion: 3, command: { kind: 'mark-stage', stage: 'qualified' } },
  ])
  expect(useUndo().next?.order).toEqual({ eventId: id(90) })
})

test('what is refused after all is said', async () => {
  const { client } = await openPalette({ path: `/deal/${COLD.id}` })
  client.fail('deals.execute', { code: 'CONFLICT', details: { expected: 3, actual: 4 } })
  await settle()
  await choose('Mark as Qualified')
  expect(useUndo().shown).toMatchObject({ refused: true, way: null })
})

test('what ends a deal asks first, over whatever screen one is on', async () => {
  const { box, overlays, client } = await openPalette()
  await write(box, 'cold')
  await settle()
  await choose('Won…')
  expect(overlays.current.value).toEqual({ kind: 'deal', dealId: COLD.id, question: { what: 'win' } })
  expect(role('dialog').textContent).toContain('Cold-chain telemetry')
  expect(client.inputsOf('deals.execute')).toEqual([])
})

test('a blocked action stays where it is, says why and leads to what mends it', async () => {
  const { box, key, router, client } = await openPalette({ path: `/deal/${COLD.id}` })
  await write(box, 'invite mic')
  await settle()
  expect(rowLabels()[0]).toBe('Invite Microsoft')
  expect(role('listbox').querySelector('[aria-disabled="true"] .fact')?.textContent).toBe(
    'Microsoft is already on this deal',
  )
  await key('Enter')
  await settle()
  expect(wordsOf('.detail')[0]).toContain('Copy it as a new deal to ask again.')
  expect(useSpoken().value).toContain('Microsoft is already on this deal. A deal asks Microsoft once')
  expect([activeRow(), client.inputsOf('deals.execute')]).toEqual(['Copy as new deal', []])
  await key('Enter')
  await settle()
  expect(router.currentRoute.value.fullPath).toBe(`/new?from=${COLD.id}`)
})

test('every reason is named, and what ends a deal is never chosen unasked', async () => {
  const client = paletteClient()
  const reasons = [
    { ...refusal('NOT_WON'), fix: { action: 'win' as const } },
    refusal('MICROSOFT_NOT_INVITED'),
    refusal('NO_INCENTIVE_SOLUTION'),
  ]
  const register = { action: 'register' as const, target: null, allowed: false, reasons }
  client.answer('deals.actions', { actions: [...ACTIONS, register] })
  const { box, key } = await openPalette({ path: `/deal/${COLD.id}`, client })
  await write(box, 'register')
  await settle()
  await key('Enter')
  await settle()
  expect(wordsOf('.detail')[0]).toBe(
    'Only a won deal can be registered. Close it as won first. And: Microsoft was not invited and No solution earns an incentive.',
  )
  expect([rowLabels().slice(0, 2), activeRow()]).toEqual([['Register…', 'Won…'], 'Register…'])
})

test('words of an action and of a deal together find the action of that deal', async () => {
  const client = paletteClient().answer('deals.search', ({ text }) => ({
    rows: text === 'harb' ? [HITS[1]!] : [],
  }))
  const { box, key, overlays } = await openPalette({ client })
  await write(box, 'won harb')
  await settle()
  expect(headings()[0]).toBe('Harbour')
  expect(rowLabels()).toEqual(['Won…'])
  await key('Enter')
  await settle()
  expect(overlays.current.value).toMatchObject({ dealId: HARBOUR.id, question: { what: 'win' } })
})

test('Ctrl+Enter leads into a deal: all its actions, also the blocked; Backspace leads out', async () => {
  const { box, key } = await openPalette()
  await write(box, 'cold')
  await settle()
  await key('Enter', { ctrlKey: true })
  await settle()
  expect(headings()).toEqual(['Cold-chain telemetry'])
  expect(rowLabels()).toEqual([
    'Open deal',
    'Mark as Qualified',
    'Won…',
    'Lost…',
    'Invite partner',
    'Add to favorites',
    'Copy as new deal',
    'Accept…',
    'Invite Microsoft',
  ])
  expect(box.value).toBe('')
  await write(box, 'zzz')
  expect(wordsOf('[role="status"]')).toEqual(['This deal has no action called “zzz”.'])
  await write(box, '')
  await key('Backspace')
  await settle()
  expect(headings()).toContain('Go to')
})

test.each([
  ['won', 'zh-CN', '赢单…'],
  ['赢', 'en', 'Won…'],
  ['赢单', 'zh-CN', '赢单…'],
  ['favourite', 'zh-CN', '加入收藏'],
  ['微软', 'en', 'Invite Microsoft'],
] as const)('“%s” finds the action, in %s as well', async (typed, locale, label) => {
  const { box } = await openPalette({ path: `/deal/${COLD.id}`, locale })
  await write(box, typed)
  await settle()
  expect(rowLabels()).toContain(label)
})

test('deals opened lately are at hand, the last one first, without the one that is open', async () => {
  const { overlays } = await openPalette({ path: `/deal/${COLD.id}` })
  overlays.current.value = null
  await settle()
  const visited = useVisited()
  for (const deal of [HARBOUR, COLD]) visited.note(deal.id)
  overlays.current.value = { kind: 'palette' }
  await settle()
  const index = headings().indexOf('Lately opened')
  expect(index).toBe(1)
  expect(rowLabels()).toContain('Harbour')
  expect(rowLabels()).not.toContain('Cold-chain telemetry')
})

test('a deal that is gone is not offered', async () => {
  const client = paletteClient().fail('deals.get', { code: 'NOT_FOUND', details: { what: 'deal', id: null } })
  const { box } = await openPalette({ client })
  await write(box, 'cold')
  await settle()
  expect(rowLabels().slice(0, 2)).toEqual(['Open deal', 'Harbour'])
})

test('closes by Escape, by its key and by Ctrl+K, and gives the focus back', async () => {
  const opener = document.body.appendChild(document.createElement('button'))
  opener.focus()
  const { overlays, key } = await openPalette()
  await key('Escape')
  await settle()
  expect([overlays.current.value, document.activeElement]).toEqual([null, opener])
  overlays.current.value = { kind: 'palette' }
  await settle()
  await click(button('Close'))
  await settle()
  expect([overlays.current.value, document.activeElement]).toEqual([null, opener])
  opener.remove()
})
