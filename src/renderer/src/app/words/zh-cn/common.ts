import { joints } from '#shared/words/zh-cn/joints.ts'
import type { Words } from '../words-shape.ts'

/** 多个屏幕共用的文字。 */
export const common: Words['common'] = {
  close: '关闭',
  cancel: '取消',
  save: '保存',
  saved: '已保存',
  retry: '重试',
  loading: '正在加载…',
  optional: '可选',
  add: '添加',
  remove: '移除',
  edit: '编辑',
  choose: '请选择…',
  none: '无',
  yes: '是',
  no: '否',
  unchanged: '尚未更改任何内容',
  more: '更多',
  discard: { ask: '放弃已填写的内容吗？', keep: '继续填写', discard: '放弃' },
  openCalendar: '打开日历',
  previousMonth: '上个月',
  nextMonth: '下个月',
  currency: '货币',
  favorite: '收藏',
  person: { firstName: '名', lastName: '姓', phone: '电话', email: '电子邮件' },
  ...joints,
}
