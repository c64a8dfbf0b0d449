import { places } from '#shared/words/zh-cn/places.ts'
import type { Words } from '../words-shape.ts'

/** 每个屏幕外框的文字。 */
export const shell: Words['shell'] = {
  nav: {
    main: '主导航',
    ...places,
  },
  search: {
    label: '搜索交易、客户、备注',
    none: '没有找到“{text}”。',
    results: '找到的交易',
    hint: '回车打开，Esc 关闭',
  },
  newDeal: '新建交易',
  theme: { label: '主题：{theme}', light: '浅色', dark: '深色', system: '跟随系统' },
  language: { label: '语言：{language}', system: '跟随系统', short: '中文' },
  keep: { here: '保存在本机', saved: '{time} 已保存。', nothing: '尚未保存任何内容。' },
  sample: {
    banner: '这是示例管道：{count} 笔虚构的交易，日期以今天为准。',
    clear: '清除示例',
    clearTitle: '清除 {count} 笔示例交易？',
    clearText: '示例交易以及你对它们所做的一切都会消失，无法撤消。',
    clearOwn: '你自己的 {count} 笔交易会保留。',
    clearAgain: '可以在设置中重新加载示例。',
    cleared: '示例已清除：移除了 {count} 笔交易，你自己的交易都在。',
  },
  noSession: {
    title: '此标签页没有连接到 Tandem',
    text: '在运行 Tandem 的终端中按回车键，它会显示新的链接，请打开该链接。',
  },
  notFound: { title: '没有这个页面', text: '地址有误，或交易已被移除。', back: '回到管道' },
}
