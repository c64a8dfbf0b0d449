import { BarChart } from 'echarts/charts'
import { AriaComponent, GridComponent, MarkLineComponent } from 'echarts/components'
import { use } from 'echarts/core'
import { LabelLayout } from 'echarts/features'
import { SVGRenderer } from 'echarts/renderers'
import VueECharts from 'vue-echarts'

/**
 * The painter empties its drawing and its place by writing markup, which the security policy of the pages forbids: here
 * their children are taken out instead.
 */
const StrictSvg: typeof SVGRenderer = (registers) =>
  SVGRenderer({
    ...registers,
    registerPainter: (name, Painter) =>
      registers.registerPainter(
        name,
        class extends Painter {
          override clear() {
            this.root?.querySelector('svg')?.replaceChildren()
            // It compares with what it drew last, and that is gone.
            Reflect.set(this, '_oldVNode', null)
          }
          override dispose() {
            this.root?.replaceChildren()
            delete this.root
            super.dispose()
          }
        },
      ),
  })

// What is used and nothing else: it all comes with this page's own chunk.
use([StrictSvg, BarChart, GridComponent, AriaComponent, MarkLineComponent, LabelLayout])

/** The component that draws charts. */
export const DrawnChart = VueECharts
