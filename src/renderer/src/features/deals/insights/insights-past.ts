import { watch } from 'vue'
import { usePastScreen } from '../past/use-past-screen.ts'
import { useInsights } from './insights.store.ts'

/** The reports at a moment of the past, which stands in the address. They follow it once it is chosen. */
export function useInsightsPast() {
  const insights = useInsights()
  const past = usePastScreen('palette.application.reportsThen')
  watch(past.moment, (at) => (insights.asOf = at), { immediate: true, flush: 'sync' })
  return past
}
