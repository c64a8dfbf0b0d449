/** Why a file is not taken as an update of the application, or cannot be installed now. */
export const UPDATE_REFUSALS = [
  'not-an-update',
  'not-signed-by-us',
  'damaged',
  'not-newer',
  'other-system',
  'unreadable',
  'not-kept',
  'busy',
] as const
export type UpdateRefusal = (typeof UPDATE_REFUSALS)[number]
