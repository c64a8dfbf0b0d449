import { useTemplateRef, watch } from 'vue'
import { useNow } from '../../../app/now.ts'
import { useScreenAction } from '../../../app/screen-actions.ts'
import type MomentBar from '../past/MomentBar.vue'
import { useActivity } from '../past/activity.store.ts'
import { weekAgo } from '../past/moment.ts'
import { useMomentKeys } from '../past/moment-keys.ts'
import { useMoment } from '../past/use-moment.ts'
import { useInsights } from './insights.store.ts'

/** The reports at a moment of the past, which stands in the address. They follow it once it is chosen. */
export function useInsightsPast() {
  const insights = useInsights()
  const activity = useActivity()
  const now = useNow()
  const { moment, go } = useMoment()
  const bar = useTemplateRef<InstanceType<typeof MomentBar>>('momentBar')
  watch(moment, (at) => (insights.asOf = at), { immediate: true, flush: 'sync' })

  async function enter(): Promise<void> {
    if (moment.value !== null) return bar.value?.focus()
    await activity.load()
    await go(weekAgo(now.value, activity.first))
  }
  const back = () => go(null)
  useMomentKeys({ moment: () => moment.value, enter, step: (days) => bar.value?.step(days), back })
  const isNow = () => moment.value === null
  useScreenAction({
    icon: 'history',
    words: 'palette.application.reportsThen',
    run: enter,
    isOffered: isNow,
  })
  useScreenAction({
    icon: 'undo',
    words: 'palette.application.backToNow',
    run: back,
    isOffered: () => !isNow(),
  })
  return { moment, enter, back, go }
}
