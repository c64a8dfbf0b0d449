import type { Words } from '../words-shape.ts'

/** 剩余时间的文字。 */
export const time: Words['time'] = {
  daysHours: '剩 {days} 天 {hours} 小时',
  hoursMinutes: '剩 {hours} 小时 {minutes} 分钟',
  minutes: '剩 {minutes} 分钟',
  over: '{date} 已过期',
  due: '答复期限 {date}',
}
