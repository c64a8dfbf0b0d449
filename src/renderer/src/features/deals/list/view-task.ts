/** What is done with a saved view in a dialog. */
export type ViewTask = 'save' | 'rename' | 'delete'
