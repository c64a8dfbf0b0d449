/** What the screens one can go to from anywhere are called: on the rail, in the palette and in the system's menu. */
export const places = {
  today: 'Today',
  pipeline: 'Pipeline',
  inbound: 'Inbound',
  outbound: 'Outbound',
  all: 'All deals',
  favorites: 'Favorites',
  insights: 'Insights',
  directory: 'Directory',
  settings: 'Settings',
} as const
