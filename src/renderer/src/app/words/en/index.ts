import { LABELS } from '#shared/words/labels.ts'
import { NOTIFICATION_WORDS } from '#shared/words/notifications.ts'
import { REFUSAL_WORDS } from '#shared/words/refusals.ts'
import { told } from '#shared/words/en/told.ts'
import { about } from './about.ts'
import { board } from './board.ts'
import { bulk } from './bulk.ts'
import { clock } from './clock.ts'
import { columns } from './columns.ts'
import { common } from './common.ts'
import { company } from './company.ts'
import { desktop } from './desktop.ts'
import { dialogs } from './dialogs.ts'
import { directory } from './directory.ts'
import { busy, errors, transport } from './errors.ts'
import { exchange } from './exchange.ts'
import { files } from './files.ts'
import { importUndo } from './import-undo.ts'
import { inbox } from './inbox.ts'
import { list } from './list.ts'
import { mapping } from './mapping.ts'
import { newDeal } from './new-deal.ts'
import { palette } from './palette.ts'
import { past } from './past.ts'
import { shell } from './shell.ts'
import { shortcuts } from './shortcuts.ts'
import { time } from './time.ts'
import { today } from './today.ts'
import { twins } from './twins.ts'
import { undo } from './undo.ts'
import { update } from './update.ts'
import { views } from './views.ts'

/** Every word of the screens in English: the shape all other languages must have. */
export const en = {
  labels: LABELS.en,
  about,
  board,
  bulk,
  clock,
  columns,
  common,
  company,
  dealPage: told.dealPage,
  desktop,
  dialogs,
  directory,
  errors,
  exchange,
  files,
  filters: told.filters,
  importUndo,
  inbox,
  insights: told.insights,
  list,
  mapping,
  newDeal,
  notifications: NOTIFICATION_WORDS.en,
  refusals: REFUSAL_WORDS.en,
  palette,
  paper: told.paper,
  past,
  registration: told.registration,
  shell,
  shortcuts,
  time,
  today,
  transport,
  busy,
  twins,
  undo,
  update,
  views,
} as const
