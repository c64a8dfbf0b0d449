import type { Words } from '../words-shape.ts'

/** 刚刚完成的操作以及撤销的文字。 */
export const undo: Words['undo'] = {
  label: '刚刚完成的操作',
  undo: '撤销',
  redo: '恢复',
  undone: '已撤销：{what}',
  redone: '已恢复：{what}',
  many: '已撤销 {count} 笔交易：{what}',
  again: '已恢复 {count} 笔交易：{what}',
  some: '已撤销 {undone} 笔，{count} 笔未撤销：{why}',
  refused: '未撤销。{why}',
  gone: '未撤销。内容已不存在。',
  did: {
    accept: '{name} 已接受。',
    edit: '{name} 已更改。',
    'set-team': '{name} 的团队已更改。',
    'set-solutions': '{name} 的解决方案已更改。',
    'invite-microsoft': '已邀请 Microsoft 参与 {name}。',
    'invite-partner': '已邀请合作伙伴参与 {name}。',
    'record-answer': '已记录 {name} 的答复。',
    'mark-stage': '{name} 已移动到“{stage}”，{percent} %。',
    'correct-stage': '{name} 已更正回“{stage}”，{percent} %。',
    favorite: '{name} 已收藏。',
    'no-favorite': '{name} 已取消收藏。',
  },
}
