/** Words of choosing the columns of a list. */
export const columns = {
  button: 'Columns',
  title: 'Columns of this list',
  always: 'always shown',
  up: 'Move {column} up',
  down: 'Move {column} down',
  drag: 'Drag to another place',
  keys: 'to move',
  reset: 'Back to the usual',
  moved: '{column} is column {place} of {of}.',
} as const
