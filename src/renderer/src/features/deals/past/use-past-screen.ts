import { useTemplateRef } from 'vue'
import { useNow } from '../../../app/now.ts'
import { type ScreenAction, useScreenAction } from '../../../app/screen-actions.ts'
import type MomentBar from './MomentBar.vue'
import { useActivity } from './activity.store.ts'
import { weekAgo } from './moment.ts'
import { useMomentKeys } from './moment-keys.ts'
import { useMoment } from './use-moment.ts'

/**
 * The ways of a screen into the past and back: by its button, by keys and from the palette, under `words`. The bar that
 * moves the moment stands in the template as `momentBar`.
 */
export function usePastScreen(words: ScreenAction['words']) {
  const activity = useActivity()
  const now = useNow()
  const { moment, go } = useMoment()
  const bar = useTemplateRef<InstanceType<typeof MomentBar>>('momentBar')

  async function enter(): Promise<void> {
    if (moment.value !== null) return bar.value?.focus()
    await activity.load()
    await go(weekAgo(now.value, activity.first))
  }
  const back = () => go(null)
  useMomentKeys({ moment: () => moment.value, enter, step: (days) => bar.value?.step(days), back })
  const isNow = () => moment.value === null
  useScreenAction({ icon: 'history', words, run: enter, isOffered: isNow })
  useScreenAction({
    icon: 'undo',
    words: 'palette.application.backToNow',
    run: back,
    isOffered: () => !isNow(),
  })
  return { moment, enter, back, go }
}
