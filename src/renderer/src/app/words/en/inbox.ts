/** Words of the inbox behind the bell. What each notification says has words of its own. */
export const inbox = {
  bell: 'Notifications',
  bellUnread: 'Notifications: {count} unread',
  title: 'Notifications',
  unread: 'Unread',
  allRead: 'Mark all read',
  more: 'Earlier ones',
  empty: 'Nothing yet. Deadlines, answers and registrations are told here.',
  somebody: 'The other party',
  each: 'Show each',
  fold: 'Show less',
} as const
