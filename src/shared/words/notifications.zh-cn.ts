import type { NotificationWords } from './notifications.ts'

/** 通知的简体中文用语。 */
export const zhCN: NotificationWords = {
  kinds: {
    'deal-received': {
      title: '新的入站交易',
      text: '{organization}向你发来此交易，请在 {expiresAt} 前答复。',
    },
    'deal-expiring': {
      title: '有交易等待你答复',
      text: '此交易将于 {expiresAt} 过期，之后无法再接受。',
    },
    'deal-expired': {
      title: '入站交易已过期',
      text: '截至 {expiresAt} 未答复{organization}，交易已关闭。',
    },
    'invitation-sent': {
      title: '邀请已记录',
      text: '请在合作伙伴中心发出邀请。{organization}可在 {expiresAt} 前答复。',
    },
    'invitation-expiring': {
      title: '邀请即将过期',
      text: '{organization}尚未答复，邀请将于 {expiresAt} 过期。',
    },
    'invitation-accepted': { title: '邀请已被接受', text: '{organization}接受了你的邀请。' },
    'invitation-declined': { title: '邀请已被拒绝', text: '{organization}拒绝了你的邀请。' },
    'invitation-expired': {
      title: '邀请已过期',
      text: '{organization}在 {expiresAt} 前未答复。',
    },
    'party-won': { title: '对方已赢单', text: '{organization}已将其一方标记为赢单。' },
    'party-lost': { title: '对方已丢单', text: '{organization}已将其一方标记为丢单。' },
    'registration-picked': { title: '注册正在审查', text: 'Microsoft 正在审查此交易的注册。' },
    'registration-action-required': {
      title: '注册需要你处理',
      text: '请更正审查中发现的问题，然后在合作伙伴中心重新提交注册。',
    },
    'registration-final-validation': {
      title: '注册已通过审查',
      text: '现已进入最终验证。',
    },
    'registration-approved': { title: '注册已获批准', text: '此交易的注册已获批准。' },
    'registration-rejected': { title: '注册未获批准', text: '此交易的注册被拒绝。' },
    summary: { title: '多条新通知', text: '新通知：{total}' },
  },
  away: '自 {since} 离开以来，新通知：{total}',
  counted: {
    'deal-received': '新的入站交易',
    'deal-expiring': '等待你答复的交易',
    'deal-expired': '已过期的入站交易',
    'invitation-sent': '已记录的邀请',
    'invitation-expiring': '即将过期的邀请',
    'invitation-accepted': '已被接受的邀请',
    'invitation-declined': '已被拒绝的邀请',
    'invitation-expired': '已过期的邀请',
    'party-won': '对方已赢单',
    'party-lost': '对方已丢单',
    'registration-picked': '正在审查的注册',
    'registration-action-required': '需要你处理的注册',
    'registration-final-validation': '处于最终验证的注册',
    'registration-approved': '已获批准的注册',
    'registration-rejected': '未获批准的注册',
  },
}
