const FIELDS = 'input, select, textarea, [contenteditable="true"], [role="spinbutton"]'
const OVER_THE_PAGE = '[role="dialog"], [role="alertdialog"], [role="menu"]'

/** Whether a key is meant for the page: not for the field it is typed into, nor for what lies over the page. */
export function isForPage(event: KeyboardEvent): boolean {
  const target = event.target instanceof Element ? event.target : document.body
  return !event.defaultPrevented && !target.closest(FIELDS) && !document.querySelector(OVER_THE_PAGE)
}
