import { places } from '#shared/words/en/places.ts'

/** Words of the frame around every screen. */
export const shell = {
  nav: {
    main: 'Main',
    ...places,
  },
  search: {
    label: 'Search deals, customers, notes',
    none: 'Nothing found for “{text}”.',
    results: 'Deals found',
    hint: 'Enter opens, Escape closes',
  },
  newDeal: 'New deal',
  theme: {
    label: 'Theme: {theme}',
    light: 'Light',
    dark: 'Dark',
    system: 'Follows the system',
  },
  language: {
    label: 'Language: {language}',
    system: 'Follows the system',
    short: 'EN',
  },
  keep: {
    here: 'On this laptop',
    saved: 'Saved {time}.',
    nothing: 'Nothing saved yet.',
  },
  sample: {
    banner: 'This is the sample pipeline: {count} invented deals, dated relative to today.',
    clear: 'Clear the sample',
    clearTitle: 'Clear {count} sample deal? | Clear {count} sample deals?',
    clearText: 'They go with everything you did to them. This cannot be undone.',
    clearOwn: '{count} deal of your own stays. | {count} deals of your own stay.',
    clearAgain: 'Settings can load the sample again, as it was.',
    cleared: 'The sample is cleared. {count} deals are gone; yours stayed.',
  },
  noSession: {
    title: 'This tab has no link to Tandem',
    text: 'Press Enter in the terminal where Tandem runs. It prints a fresh link; open that one.',
  },
  notFound: {
    title: 'There is no such page',
    text: 'The address is wrong or the deal was removed.',
    back: 'To the pipeline',
  },
} as const
