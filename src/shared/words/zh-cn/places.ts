import type { Shape } from '../shape.ts'
import type { places as en } from '../en/places.ts'

/** 可从任何地方前往的各个屏幕的名称。 */
export const places: Shape<typeof en> = {
  today: '今日',
  pipeline: '管道',
  inbound: '入站',
  outbound: '出站',
  all: '全部交易',
  favorites: '收藏夹',
  insights: '见解',
  directory: '名录',
  settings: '设置',
}
