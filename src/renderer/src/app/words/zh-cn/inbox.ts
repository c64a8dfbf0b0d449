import type { Words } from '../words-shape.ts'

/** 铃铛后面的收件箱的文字。每条通知另有自己的用语。 */
export const inbox: Words['inbox'] = {
  bell: '通知',
  bellUnread: '通知：{count} 条未读',
  title: '通知',
  unread: '未读',
  allRead: '全部标为已读',
  more: '更早的通知',
  empty: '还没有通知。期限、答复和注册的消息会显示在这里。',
  somebody: '对方',
  each: '逐条显示',
  fold: '收起',
}
