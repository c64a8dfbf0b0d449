import type { told as english } from '../en/told.ts'
import type { Shape } from '../shape.ts'
import { zhCN as labels } from '../zh-cn.ts'
import { dealPage } from './deal-page.ts'
import { filters } from './filters.ts'
import { insights } from './insights.ts'
import { joints } from './joints.ts'
import { paper } from './paper.ts'
import { registration } from './registration.ts'

/** 屏幕和文档共用的文字。 */
export const told: Shape<typeof english> = {
  labels,
  common: joints,
  dealPage,
  filters,
  insights,
  paper,
  registration,
}
