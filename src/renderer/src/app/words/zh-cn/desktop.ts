import type { Words } from '../words-shape.ts'

/** 关于这台电脑的设置的文字。 */
export const desktop: Words['desktop'] = {
  title: '在这台电脑上',
  text: '你没在看时，Tandem 会做什么。',
  login: '登录时自动启动',
  loginText: '启动时不显示窗口，以便及时提醒你。',
  refused: '系统未更改此项。请在系统的登录启动项设置中允许 Tandem。',
  background: '关闭窗口后继续运行',
  backgroundText: '图标留在时钟旁边，可从那里退出。',
  toasts: '显示系统通知',
  toastsText: '提醒新收到、即将过期或已答复的内容，绝不显示名称。',
  test: '显示一条测试通知',
  shown: '已交给系统显示。没有看到？请在系统的通知设置中允许 Tandem。',
  unsupported: '系统目前不显示通知。请在系统设置中开启通知，然后重试。',
}
