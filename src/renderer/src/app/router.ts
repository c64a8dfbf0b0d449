import { createRouter, createWebHashHistory } from 'vue-router'
import { REPORT_TABS } from '../features/deals/insights/report-tabs.ts'

/** Every address of the screens. The hash keeps them independent of where the pages are served. */
export const routes = [
  { path: '/', redirect: '/today' },
  {
    path: '/today',
    name: 'today',
    component: () => import('../features/deals/today/TodayView.vue'),
  },
  {
    path: '/pipeline',
    name: 'pipeline',
    component: () => import('../features/deals/board/BoardView.vue'),
  },
  {
    path: '/deals/:tab(inbound|outbound|favorites|all)',
    name: 'list',
    component: () => import('../features/deals/list/ListView.vue'),
    props: true,
  },
  {
    path: '/deal/:dealId',
    name: 'deal',
    component: () => import('../features/deals/page/DealView.vue'),
    props: true,
  },
  {
    path: '/new',
    name: 'new',
    component: () => import('../features/deals/new/NewDealView.vue'),
  },
  {
    path: `/insights/:tab(${REPORT_TABS.slice(1).join('|')})?`,
    name: 'insights',
    component: () => import('../features/deals/insights/InsightsView.vue'),
    props: true,
  },
  {
    path: '/directory',
    name: 'directory',
    component: () => import('../features/directory/DirectoryView.vue'),
  },
  {
    path: '/settings',
    name: 'settings',
    component: () => import('../features/company/SettingsView.vue'),
  },
  // A development build only: what is shipped has no design system to show.
  ...(import.meta.env.DEV
    ? [{ path: '/design', name: 'design', component: () => import('../design/DesignView.vue') }]
    : []),
  { path: '/:rest(.*)*', name: 'lost', component: () => import('./LostView.vue') },
]

export const createAppRouter = () => createRouter({ history: createWebHashHistory(), routes })
