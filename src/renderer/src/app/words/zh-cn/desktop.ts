import type { Words } from '../words-shape.ts'

/** 关于这台电脑的设置的文字。 */
export const desktop: Words['desktop'] = {
  title: '在这台电脑上',
  text: '你没有打开 Tandem 的窗口时，它会做什么。',
  login: '登录时自动启动',
  loginText: '不显示窗口，只为及时提醒。',
  refused: '系统未更改此项。请查看系统自己的登录启动设置。',
  background: '关闭窗口后继续运行',
  backgroundText: '图标留在时钟旁边，可从那里退出。',
  toasts: '显示系统通知',
  toastsText: '新到达、即将过期或已获答复的内容，绝不出现名称。',
  test: '显示一条测试通知',
  shown: '已请系统显示。',
  unsupported: '此系统不显示通知。',
}
