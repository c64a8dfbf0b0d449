/** The addresses of the screens one can go to from anywhere, in the order of the rail. */
export const PLACES = [
  '/today',
  '/pipeline',
  '/deals/inbound',
  '/deals/outbound',
  '/deals/all',
  '/deals/favorites',
  '/insights',
  '/directory',
  '/settings',
] as const
export type Place = (typeof PLACES)[number]
