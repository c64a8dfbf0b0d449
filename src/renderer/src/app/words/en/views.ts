/** Words of saved views of a list. */
export const views = {
  label: 'Views',
  all: 'All',
  counted: '{name} ({count})',
  more: '{count} more',
  changed: 'differs from what was saved',
  save: 'Save this view',
  saveChanges: 'Save changes',
  savedChanges: '“{name}” is saved as it is shown.',
  saveAs: 'Save as another view…',
  rename: 'Rename…',
  delete: 'Delete…',
  actions: 'More for the view “{name}”',
  name: 'Name',
  nameMissing: 'Give it a name.',
  nameTaken: 'Another view of this list has this name.',
  titles: {
    save: 'Save this view',
    rename: 'Rename “{name}”',
    delete: 'Delete the view “{name}”?',
  },
  texts: {
    save: 'Keeps the filters, the order and the columns you see.',
    rename: 'Only the name changes.',
    delete: 'Your deals stay as they are. What you see now stays too, under no name.',
  },
  submit: { save: 'Save', rename: 'Rename', delete: 'Delete the view' },
} as const
