import type { Words } from '../words-shape.ts'

/** 回看过去的用语。 */
export const past: Words['past'] = {
  open: '截至…',
  openLong: '查看某一天的情况（T）',
  board: '{date} 的管道',
  reports: '{date} 的报表',
  back: '回到现在',
  events: '当天有 {count} 项变化',
  quiet: '当天没有变化',
  moment: '时刻',
  day: '日期',
  time: '时间',
  dayBack: '后退一天',
  dayOn: '前进一天',
  weekBack: '后退一周',
  weekOn: '前进一周',
  slider: '历史中的日期',
  today: '今天',
  toBoard: '当时的看板',
  toReports: '当时的报表',
  locked: '这是过去的状态，不能移动任何交易。请回到现在再移动。',
  lockedShort: '过去无法更改',
  keys: '过去的看板：卡片可打开当时的交易，但不能移动。',
  openDeal: '打开当时的交易',
  move: '移动',
  gone: '该交易此后已被撤回。',
  empty: {
    title: '当时管道中没有交易',
    text: '请选择更晚的日期，或回到现在。',
  },
}
