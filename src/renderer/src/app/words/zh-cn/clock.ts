import type { Words } from '../words-shape.ts'

/** 时钟可能有误时的文字。 */
export const clock: Words['clock'] = {
  label: '电脑时钟',
  why: {
    'before-release': '电脑时钟显示 {date}：那时还没有 Tandem。',
    'after-support': '电脑时钟显示 {date}：超出了 Tandem 能确认的范围。',
    'moved-back-far': '电脑时钟倒退了一天以上，回到 {date}。',
    'leaped-forward': '电脑时钟显示 {date}：距上次使用 Tandem 已超过 90 天。',
    'jumped-while-running': '电脑时钟向前跳了一天以上，到了 {date}。',
  },
  meanwhile: '在你确认日期之前，邀请不会过期，也不能答复。',
  question: '今天是 {date} 吗？',
  yes: '是，今天是 {date}',
  no: '如果不是，请先校正电脑时钟，Tandem 会再次询问。',
  changed: '电脑时钟刚刚又变了，请再看一下日期。',
  expired: '{count} 笔交易因日期有误而过期，将保持关闭；如需继续，请复制为新交易。',
  movedBack: '电脑时钟被调回。Tandem 从原来的时间继续计时。',
}
