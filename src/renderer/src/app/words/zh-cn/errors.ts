import type { Words } from '../words-shape.ts'

/** 出了什么问题，该怎么办。 */
export const errors: Words['errors'] = {
  INVALID_INPUT: '表单中有内容无法使用：{issues}。请更正后重试。',
  REFUSED: '无法执行：{reasons}',
  CONFLICT: '交易刚刚被更改，已重新加载，请再试一次。',
  NOT_FOUND: '内容已不存在，请返回重新查看。',
  CLOCK_UNCERTAIN: '电脑时钟可能有误，请先在屏幕顶部确认今天的日期，然后重试。',
  READ_ONLY: '无法写入数据文件夹，请检查权限和磁盘。',
  BUSY: '数据正被其他程序占用，请稍候再试。',
  CANCELLED: '已停止，未做任何更改。',
  INTERNAL: 'Tandem 内部出错（编号 {reference}）。未做任何更改，请重试。',
}

/** 数据正被本程序自身占用。 */
export const busy: Words['busy'] = {
  import: '正在写入导入的数据，你的更改未保存，请在导入完成后重试。',
}

/** 页面所在的主机已停止。 */
export const transport: Words['transport'] = {
  gone: 'Tandem 已停止运行。请重新启动并打开新的链接。',
}
