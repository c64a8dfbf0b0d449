import { FILES } from '../shape.ts'
import { NEW, type Plant, and, given, plant, swap } from './plant.ts'

const { doors, index, lockdown, window } = FILES

/** What was left to a page that somebody took over, and to whoever starts the program (items 4, 5, 13, 14). */
export const HOSTILE_PLANTS: readonly Plant[] = [
  plant('4-doors', 'the switches are not taken away at all', doors, () => null),
  plant('4-doors', 'a door is left open', doors, swap("'gpu-launcher', ", '')),
  plant('4-doors', 'on a condition', doors, swap('if (!app.isPackaged)', 'if (!app.isPackaged || DOORS)')),
  plant('4-doors', 'a switch is added', doors, and("export const more = 'in-process-gpu'")),
  plant('4-doors-early', 'the doors are left open', index, swap('shutDoors(app)\n', '')),
  plant(
    '4-doors-early',
    'shut on a condition',
    index,
    swap('\nshutDoors(app)', '\nif (opened) shutDoors(app)'),
  ),
  plant(
    '5-downloads',
    'pages may download',
    lockdown,
    swap("session.on('will-download', (event) => event.preventDefault())", ''),
  ),
  plant(
    '5-downloads',
    'pages may download once',
    lockdown,
    swap("session.on('will-download',", "session.once('will-download',"),
  ),
  plant(
    '5-downloads',
    'another file lets them',
    NEW,
    given('Session', 'of', "of.on('will-download', (_event, item) => item.setSavePath('/tmp/a'))"),
  ),
  plant(
    '13-unload',
    'a page keeps its window open',
    lockdown,
    swap("contents.on('will-prevent-unload', (event) => event.preventDefault())", ''),
  ),
  plant('14-page-dialogs', 'pages show boxes', window, swap('disableDialogs: true', 'disableDialogs: false')),
]
