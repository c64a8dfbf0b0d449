import { BarChart } from 'echarts/charts'
import { AriaComponent, GridComponent } from 'echarts/components'
import { use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import VueECharts from 'vue-echarts'

// What is used and nothing else: it all comes with this page's own chunk.
use([SVGRenderer, BarChart, GridComponent, AriaComponent])

/** The component that draws charts. */
export const DrawnChart = VueECharts
