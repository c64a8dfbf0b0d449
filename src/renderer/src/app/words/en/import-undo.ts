/** Words of taking an import back. */
export const importUndo = {
  way: 'Undo import',
  wayOf: 'Undo the import of {name}',
  title: 'Undo the import of {name}?',
  looking: 'Looking at what would happen…',
  leave:
    '{count} deal leaves again, as if the file had never come. | {count} deals leave again, as if the file had never come.',
  back: '{count} deal gets back what it had before. | {count} deals get back what they had before.',
  entries:
    '{count} entry of the directory leaves or gets back what it had. | {count} entries of the directory leave or get back what they had.',
  stay: '{count} deal stays as it is: | {count} deals stay as they are:',
  why: '{count}: {why}',
  more: '{names} and {count} more',
  entriesUsed:
    '{count} entry of the directory stays: something else uses it. | {count} entries of the directory stay: something else uses them.',
  entriesChanged:
    '{count} entry of the directory stays: it was changed since. | {count} entries of the directory stay: they were changed since.',
  nothing: 'Nothing of this import is left to undo.',
  noRedo: 'To bring it back, import the file again.',
  did: '{name} imported.',
  done: 'import of {name}.',
  job: 'Undo of the import of {name}',
  result: '{leave} deals left, {back} got back what they had, {stay} stayed.',
  refused: 'See what was refused',
  undone: 'This import was undone.',
} as const
