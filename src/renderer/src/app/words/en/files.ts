/** Words of files that are chosen, dropped and saved. */
export const files = {
  drop: {
    title: 'Drop to import',
    text: 'One CSV or JSON file: deals, customers, partners or solutions.',
    one: 'One file at a time',
    oneText: 'Drop a single CSV or JSON file.',
  },
  refused: {
    several: 'Tandem reads one file at a time. Drop or choose a single CSV or JSON file.',
    folder: 'This is a folder. Open it, and drop or choose one CSV or JSON file in it.',
    larger: 'The file is larger than 128 MB. Split it.',
    unreadable: 'The file cannot be read: it was moved, or you may not open it. Choose it again.',
  },
  saved: {
    downloads: 'Saved as {name} in your downloads.',
    chosen: 'Saved as {name}.',
  },
  show: 'Show in folder',
  again: 'Save again',
  save: 'Save',
  saveAs: 'Save as…',
  notSaved: '{name} is ready and not saved yet.',
  gone: 'This file is no longer kept. Write it again.',
  shown: 'The folder was opened already. Save the file again to show it once more.',
  faults: {
    'save-no-room': 'There is no room for the file. Free some space, or save it elsewhere.',
    'save-denied':
      'The file could not be written there: the place is protected, or another program has the file open. Close it, or save elsewhere.',
    'save-gone': 'That folder is not there any more. Choose another.',
    'save-name': 'The system does not take this name. Choose a shorter or simpler one.',
    'save-failed': 'The file could not be written. Try again, or save it elsewhere.',
  },
} as const
