import {
  type InjectionKey,
  type ShallowReactive,
  inject,
  onScopeDispose,
  provide,
  shallowReactive,
} from 'vue'
import type { IconName } from '../ui/icons.ts'
import type { WordKey } from './words/words.ts'

/** Something a screen can do that belongs to no single deal: also offered by the palette while the screen is there. */
export interface ScreenAction {
  readonly icon: IconName
  readonly words: WordKey
  readonly run: () => unknown
  /** Whether there is anything to do now; without it, always. */
  readonly isOffered?: () => boolean
}

const KEY: InjectionKey<ShallowReactive<ScreenAction[]>> = Symbol('screen actions')

/** Made once by the shell. */
export function provideScreenActions(): void {
  provide(KEY, shallowReactive([]))
}

/** What the screen offers now. */
export function useOfferedActions(): readonly ScreenAction[] {
  const offered = inject(KEY)
  if (!offered) throw new Error('no screen actions were provided')
  return offered
}

/** Offers an action for as long as the screen is there: the very function its button calls. */
export function useScreenAction(action: ScreenAction): void {
  const offered = useOfferedActions() as ScreenAction[]
  offered.push(action)
  onScopeDispose(() => offered.splice(offered.indexOf(action), 1))
}
