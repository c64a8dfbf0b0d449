import type { ContextMenuParams, MenuItemConstructorOptions } from 'electron'
import type { MenuWords } from './menu-words.ts'

/** What was under the mouse: whether it is typed into, what is chosen, and what can be done with it. */
export type Pointed = Pick<ContextMenuParams, 'isEditable' | 'selectionText'> & {
  readonly editFlags: Pick<ContextMenuParams['editFlags'], 'canCopy' | 'canCut' | 'canPaste' | 'canSelectAll'>
}

/**
 * The menu of the right button in fields and over chosen text: pages in a window of their own have none. Elsewhere it is
 * null: cards and rows open menus of the page.
 */
export function pointedMenu(pointed: Pointed, words: MenuWords): MenuItemConstructorOptions[] | null {
  const { editFlags, isEditable, selectionText } = pointed
  const copy: MenuItemConstructorOptions = { role: 'copy', label: words.copy, enabled: editFlags.canCopy }
  if (!isEditable) return selectionText.trim() === '' ? null : [copy]
  return [
    { role: 'cut', label: words.cut, enabled: editFlags.canCut },
    copy,
    { role: 'paste', label: words.paste, enabled: editFlags.canPaste },
    { role: 'pasteAndMatchStyle', label: words.pasteText, enabled: editFlags.canPaste },
    { type: 'separator' },
    { role: 'selectAll', label: words.selectAll, enabled: editFlags.canSelectAll },
  ]
}
