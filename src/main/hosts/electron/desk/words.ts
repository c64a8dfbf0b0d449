import type { Locale } from '#shared/domain/settings.ts'
import type { TimeLeft } from './time-left.ts'

/** What stands outside of the screens, on an icon, in its menu and in toasts: where strangers may read along. */
export interface DeskWords {
  readonly open: string
  readonly newDeal: string
  readonly quit: string
  /** How many deals need an answer; none as well. */
  readonly waiting: (count: number) => string
  readonly left: (time: TimeLeft) => string
  /** So many of them come to an end after that time. */
  readonly runOut: (count: number, time: TimeLeft) => string
  readonly news: (count: number) => string
  /** A sentence after a sentence. */
  readonly sentences: (said: readonly string[]) => string
  readonly stays: { readonly title: string; readonly body: string }
  readonly test: { readonly title: string; readonly body: string }
}

const many = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`

const english = (time: TimeLeft): string => {
  if (time.unit === 'within-the-hour') return 'less than an hour'
  return time.unit === 'days' ? many(time.count, 'day', 'days') : many(time.count, 'hour', 'hours')
}
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const chinese = (time: Exclude<TimeLeft, { readonly unit: 'within-the-hour' }>): string =>
  `${time.count} ${time.unit === 'days' ? '天' : '小时'}`

const EN: DeskWords = {
  open: 'Open Tandem',
  newDeal: 'New deal',
  quit: 'Quit Tandem',
  waiting: (count) =>
    count === 0 ? 'No deal needs an answer' : many(count, 'deal needs an answer', 'deals need an answer'),
  left: (time) => capital(`${english(time)} left`),
  runOut: (count, time) => `${many(count, 'runs out', 'run out')} in ${english(time)}`,
  news: (count) => many(count, 'new notification', 'new notifications'),
  sentences: (said) => said.map((sentence) => `${sentence}.`).join(' '),
  stays: {
    title: 'Tandem is still running',
    body: 'It goes on warning you. Open or quit it from its icon.',
  },
  test: { title: 'A notification of Tandem', body: 'It looks like this. No names, no deals.' },
}

const ZH_CN: DeskWords = {
  open: '打开 Tandem',
  newDeal: '新建交易',
  quit: '退出 Tandem',
  waiting: (count) => (count === 0 ? '没有交易需要答复' : `${count} 笔交易需要答复`),
  left: (time) => (time.unit === 'within-the-hour' ? '还剩不到 1 小时' : `还剩 ${chinese(time)}`),
  runOut: (count, time) =>
    `${count} 笔将在 ${time.unit === 'within-the-hour' ? '1 小时内' : `${chinese(time)}后`}过期`,
  news: (count) => `${count} 条新通知`,
  sentences: (said) => said.map((sentence) => `${sentence}。`).join(''),
  stays: { title: 'Tandem 仍在运行', body: '它会继续提醒你。可通过图标打开或退出。' },
  test: { title: 'Tandem 的通知', body: '通知就是这样显示的：没有姓名，没有交易内容。' },
}

export const deskWords = (locale: Locale): DeskWords => (locale === 'en' ? EN : ZH_CN)
