/**
 * Other words people have for things, in both languages at once: whoever works in Chinese still types "won", and the
 * names of actions are found in every language anyway.
 */
export const DEAL_KEYWORDS = {
  open: 'open show go view 查看 进入',
  accept: 'accept yes approve answer take 答复 同意',
  decline: 'decline reject refuse no answer 答复 谢绝',
  'mark-stage': 'stage next move advance forward progress mark 阶段 推进 下一步',
  'correct-stage': 'stage back correct move 阶段 退回 更正',
  win: 'won win close success finish 赢 成交 结束 关闭',
  lose: 'lost lose close failed finish 输 丢 失败 结束 关闭',
  'invite-microsoft': 'invite microsoft co-sell share help 邀请 微软 共同销售',
  'invite-partner': 'invite partner share help 邀请 合作伙伴',
  'record-answer': 'answer outcome record party partner microsoft accepted declined 答复 结果 记录',
  register: 'register registration incentive submit 注册 登记 激励',
  'record-review': 'review registration outcome record validation 审核 注册 结果',
  resubmit: 'register registration correct resubmit again 注册 更正 重新提交',
  'set-favorite': 'favorite favourite heart star mark 收藏 喜欢',
  'set-team': 'team people colleagues members 团队 同事 成员',
  'set-solutions': 'solutions products offers 解决方案 产品',
  edit: 'edit change rename name value amount date 编辑 修改 名称 金额 日期',
  copy: 'copy duplicate clone new again 复制 新建',
} as const
export type DealActionName = keyof typeof DEAL_KEYWORDS

/** By address. */
export const PLACE_KEYWORDS: Readonly<Record<string, string>> = {
  '/today': 'today home start now 首页 待办',
  '/pipeline': 'pipeline board stages kanban deals 看板 阶段',
  '/deals/inbound': 'inbound received incoming list 收到',
  '/deals/outbound': 'outbound own list 发出',
  '/deals/favorites': 'favorites favourites heart starred list 收藏',
  '/insights': 'insights reports charts forecast win rate analysis 报表 图表 预测 分析',
  '/directory': 'directory customers partners solutions 客户 合作伙伴 解决方案',
  '/settings': 'settings preferences options profile company rates 选项 首选项 公司 汇率',
}

/** Of whatever list was saved. */
export const VIEW_KEYWORDS = 'view saved list 视图 列表'

/** Of whatever a screen offers: it goes out of it. */
export const SCREEN_KEYWORDS =
  'screen list board download save csv excel file past history time travel 下载 保存 文件 历史 回看'

/** Each language is found by its own name in any. */
export const LANGUAGE_KEYWORDS = {
  system: 'system automatic 自动',
  en: 'english 英文 英语',
  'zh-CN': 'chinese 中文 汉语',
} as const

export const APPLICATION_KEYWORDS = {
  newDeal: 'new create add deal 新增 创建',
  import: 'import upload csv excel file partner center 上传 文件',
  inbox: 'notifications inbox bell news messages 消息 收件箱',
  theme: 'theme appearance colour color mode 外观 颜色 模式',
  language: 'language',
  'clear-sample': 'clear remove delete sample demo 删除 移除',
  shortcuts: 'keyboard shortcuts keys help hotkeys 帮助 按键',
  undo: 'undo revert back take 恢复',
  redo: 'redo again 恢复',
  add: 'add new create directory 新增 添加',
} as const
