import type { ErrorCode } from '#shared/errors.ts'

/** What went wrong, and what to do. A code without words does not compile. */
export const errors = {
  INVALID_INPUT: 'Something in the form cannot be used: {issues}. Correct it and try again.',
  REFUSED: 'This is not possible: {reasons}',
  CONFLICT: 'The deal was changed meanwhile. It has been loaded anew; try once more.',
  NOT_FOUND: 'It is no longer there. Go back and look again.',
  CLOCK_UNCERTAIN:
    'The computer’s clock is in doubt. Confirm today’s date at the top of the screen, then try again.',
  READ_ONLY: 'The data folder cannot be written. Check its permissions and the disk.',
  BUSY: 'Another program holds the data. Wait a moment and try again.',
  CANCELLED: 'Stopped. Nothing was changed.',
  INTERNAL: 'Something went wrong inside Tandem (reference {reference}). Nothing was changed; try again.',
} as const satisfies Record<ErrorCode, string>

/** Who holds the data, where that is not another program. */
export const busy = {
  import: 'An import is being written. Your change was not saved; try again when it is through.',
} as const

/** Transport faults: the host of the page is gone. */
export const transport = {
  gone: 'Tandem is not running any more. Start it again and open the fresh link.',
} as const
