import { LABELS } from '#shared/words/labels.ts'
import { NOTIFICATION_WORDS } from '#shared/words/notifications.ts'
import { REFUSAL_WORDS } from '#shared/words/refusals.ts'
import { board } from './board.ts'
import { bulk } from './bulk.ts'
import { clock } from './clock.ts'
import { columns } from './columns.ts'
import { common } from './common.ts'
import { company } from './company.ts'
import { dealPage } from './deal-page.ts'
import { dialogs } from './dialogs.ts'
import { directory } from './directory.ts'
import { errors, transport } from './errors.ts'
import { exchange } from './exchange.ts'
import { filters } from './filters.ts'
import { inbox } from './inbox.ts'
import { insights } from './insights.ts'
import { list } from './list.ts'
import { newDeal } from './new-deal.ts'
import { palette } from './palette.ts'
import { registration } from './registration.ts'
import { shell } from './shell.ts'
import { shortcuts } from './shortcuts.ts'
import { time } from './time.ts'
import { today } from './today.ts'
import { undo } from './undo.ts'
import { views } from './views.ts'

/** Every word of the screens in English: the shape all other languages must have. */
export const en = {
  labels: LABELS.en,
  board,
  bulk,
  clock,
  columns,
  common,
  company,
  dealPage,
  dialogs,
  directory,
  errors,
  exchange,
  filters,
  inbox,
  insights,
  list,
  newDeal,
  notifications: NOTIFICATION_WORDS.en,
  refusals: REFUSAL_WORDS.en,
  palette,
  registration,
  shell,
  shortcuts,
  time,
  today,
  transport,
  undo,
  views,
} as const
