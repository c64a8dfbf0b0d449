import type { Locale } from '#shared/domain/settings.ts'
import type { Shape } from '#shared/words/shape.ts'

/** What a person is told when something of Tandem fails while it runs, or in place of its screens. */
const EN = {
  failed:
    'Tandem had to stop because part of it failed. What you saved is safe. Open Tandem again; if this happens again, restart the computer.',
  pageGone:
    'The screens of Tandem failed twice in a short time. What you saved is safe. Open Tandem again; if this happens again, restart the computer.',
  damaged:
    'Files of the Tandem program are missing or were changed. Install Tandem again; your deals are kept apart from it and stay as they are.',
  unresponsive: 'Tandem does not respond',
  unresponsiveDetail:
    'You can wait, or reload the window. What you saved is safe; what you are typing just now may be lost.',
  wait: 'Wait',
  renew: 'Reload',
}

export type LifeWords = Shape<typeof EN>

const ZH_CN: LifeWords = {
  failed:
    'Tandem 的一部分发生故障，已停止运行。已保存的内容是安全的。请重新打开 Tandem；如果再次发生，请重新启动电脑。',
  pageGone:
    'Tandem 的界面在短时间内两次发生故障。已保存的内容是安全的。请重新打开 Tandem；如果再次发生，请重新启动电脑。',
  damaged: 'Tandem 的程序文件缺失或已被更改。请重新安装 Tandem；你的交易单独保存，不受影响。',
  unresponsive: 'Tandem 没有响应',
  unresponsiveDetail: '可以继续等待，或重新加载窗口。已保存的内容是安全的；正在输入的内容可能会丢失。',
  wait: '等待',
  renew: '重新加载',
}

export const lifeWords = (locale: Locale): LifeWords => (locale === 'en' ? EN : ZH_CN)
