import type { Place as PlaceAddress } from '#shared/domain/places.ts'
import type { IconName } from '../ui/icons.ts'
import type { WordKey } from './words/words.ts'

/** A screen one can go to from anywhere: by the rail, by the palette, and by "g" and its letter. */
export interface Place {
  readonly to: PlaceAddress
  readonly icon: IconName
  readonly words: WordKey
  readonly letter: string
  /** Deals, or what they are made of. */
  readonly part: 'deals' | 'rest'
}

/** In the order of the rail. */
export const PLACES: readonly Place[] = [
  { to: '/today', icon: 'today', words: 'shell.nav.today', letter: 't', part: 'deals' },
  { to: '/pipeline', icon: 'pipeline', words: 'shell.nav.pipeline', letter: 'p', part: 'deals' },
  { to: '/deals/inbound', icon: 'inbound', words: 'shell.nav.inbound', letter: 'i', part: 'deals' },
  { to: '/deals/outbound', icon: 'outbound', words: 'shell.nav.outbound', letter: 'o', part: 'deals' },
  { to: '/deals/all', icon: 'list', words: 'shell.nav.all', letter: 'a', part: 'deals' },
  { to: '/deals/favorites', icon: 'favorite', words: 'shell.nav.favorites', letter: 'f', part: 'deals' },
  { to: '/insights', icon: 'insights', words: 'shell.nav.insights', letter: 'r', part: 'rest' },
  { to: '/directory', icon: 'directory', words: 'shell.nav.directory', letter: 'd', part: 'rest' },
  { to: '/settings', icon: 'settings', words: 'shell.nav.settings', letter: 's', part: 'rest' },
]
