import { computed } from 'vue'
import { useRouter } from 'vue-router'
import { type View, useLists } from '../../features/deals/list/lists.store.ts'
import { shownBy } from '../../features/deals/list/view-state.ts'
import { useInbox } from '../../features/inbox/inbox.store.ts'
import type { IconName } from '../../ui/icons.ts'
import { useApplication } from '../application.store.ts'
import { useOverlays } from '../overlays.ts'
import { PLACES } from '../places.ts'
import { useOfferedActions } from '../screen-actions.ts'
import { useSettings } from '../settings.store.ts'
import type { KeySpec } from '../shortcuts/key-spec.ts'
import { useUndo } from '../undo.store.ts'
import { type Translate, useEveryLanguage, useWords } from '../words/words.ts'
import {
  APPLICATION_KEYWORDS,
  LANGUAGE_KEYWORDS,
  PLACE_KEYWORDS,
  SCREEN_KEYWORDS,
  VIEW_KEYWORDS,
} from './keywords.ts'
import type { Row } from './row.ts'

interface Sketch {
  readonly key: string
  readonly icon: IconName
  readonly label: (t: Translate) => string
  readonly keywords: string
  readonly keys?: KeySpec
  readonly isOn?: boolean
  readonly run: () => unknown
}
const THEMES = [
  ['system', 'theme'],
  ['light', 'light'],
  ['dark', 'dark'],
] as const
const LANGUAGES = [
  ['system', 'shell.language.system'],
  ['en', 'company.settings.english'],
  ['zh-CN', 'company.settings.chinese'],
] as const
const PARTS = ['customers', 'partners', 'solutions'] as const

/** What belongs to no deal: what the screen offers, the places one can go to, and what the application does. */
export function useApplicationRows() {
  const { t } = useWords()
  const languages = useEveryLanguage()
  const router = useRouter()
  const overlays = useOverlays()
  const settings = useSettings()
  const application = useApplication()
  const undo = useUndo()
  const inbox = useInbox()
  const offered = useOfferedActions()
  const lists = useLists()
  // Saved views are places too. Those that cannot be had are not offered; their list says why.
  lists.load().catch(() => {})

  const rowOf = ({ label, keywords, ...rest }: Sketch): Row => ({
    ...rest,
    label: label(t),
    names: languages.map(label).join(' '),
    found: [...languages.map(label), keywords].join(' '),
  })

  const screen = computed(() =>
    offered
      .filter(({ isOffered }) => isOffered?.() ?? true)
      .map(({ icon, words, run }) =>
        rowOf({ key: `screen ${words}`, icon, label: (t) => t(words), keywords: SCREEN_KEYWORDS, run }),
      ),
  )
  const places = computed(() =>
    PLACES.map(({ to, icon, words, letter }) =>
      rowOf({
        key: `place ${to}`,
        icon,
        label: (t) => t(words),
        keywords: PLACE_KEYWORDS[to] ?? '',
        keys: `g ${letter}`,
        run: () => router.push(to),
      }),
    ),
  )

  async function show(view: View): Promise<void> {
    const list = lists.tabs[view.tab]
    Object.assign(list, { viewId: view.id, ...shownBy(view, list.own) })
    await router.push(`/deals/${view.tab}`)
  }
  const views = computed(() =>
    lists.views.map((view) => ({
      ...rowOf({
        key: `view ${view.id}`,
        icon: 'columns',
        label: () => view.name,
        keywords: VIEW_KEYWORDS,
        run: () => show(view),
      }),
      fact: t(`list.${view.tab}.title`),
    })),
  )

  function back(): Sketch[] {
    const { next, again } = undo
    return [
      {
        key: 'undo',
        icon: 'undo',
        label: (t) => (next ? t('palette.application.undo', { what: next.text }) : t('undo.undo')),
        keywords: APPLICATION_KEYWORDS.undo,
        keys: 'mod+z',
        run: undo.undo,
      },
      ...(again
        ? [
            {
              key: 'redo',
              icon: 'undo',
              label: (t: Translate) => t('palette.application.redo', { what: again.text }),
              keywords: APPLICATION_KEYWORDS.redo,
              keys: 'mod+shift+z',
              run: undo.redo,
            } as const,
          ]
        : []),
    ]
  }
  const clearing = (): Sketch[] =>
    (application.info?.counts.sample ?? 0) === 0
      ? []
      : [
          {
            key: 'clear-sample',
            icon: 'close',
            label: (t) => t('palette.application.clearSample'),
            keywords: APPLICATION_KEYWORDS['clear-sample'],
            run: () => overlays.open({ kind: 'clear-sample' }),
          },
        ]

  const sketches = (): Sketch[] => [
    {
      key: 'new-deal',
      icon: 'plus',
      label: (t) => t('shell.newDeal'),
      keywords: APPLICATION_KEYWORDS.newDeal,
      keys: 'n',
      run: () => router.push('/new'),
    },
    ...back(),
    {
      key: 'import',
      icon: 'upload',
      label: (t) => t('palette.application.importFile'),
      keywords: APPLICATION_KEYWORDS.import,
      run: () => overlays.open({ kind: 'import' }),
    },
    ...PARTS.map((part): Sketch => ({
      key: `import ${part}`,
      icon: 'upload',
      label: (t) => t(`mapping.importPart.${part}`),
      keywords: APPLICATION_KEYWORDS.import,
      run: () => overlays.open({ kind: 'import', part }),
    })),
    {
      key: 'inbox',
      icon: 'bell',
      label: (t) => t('palette.application.inbox'),
      keywords: APPLICATION_KEYWORDS.inbox,
      run: () => (inbox.isOpen = true),
    },
    {
      key: 'shortcuts',
      icon: 'keyboard',
      label: (t) => t('palette.application.shortcuts'),
      keywords: APPLICATION_KEYWORDS.shortcuts,
      keys: '?',
      run: () => overlays.open({ kind: 'shortcuts' }),
    },
    ...PARTS.map((part): Sketch => ({
      key: `add ${part}`,
      icon: 'directory',
      label: (t) => t(`directory.add.${part}`),
      keywords: APPLICATION_KEYWORDS.add,
      run: () => overlays.open({ kind: 'add', part }),
    })),
    ...THEMES.map(([theme, icon]): Sketch => ({
      key: `theme ${theme}`,
      icon,
      label: (t) => t('palette.application.theme', { theme: t(`shell.theme.${theme}`) }),
      keywords: APPLICATION_KEYWORDS.theme,
      isOn: settings.settings.theme === theme,
      run: () => settings.save({ theme }),
    })),
    ...LANGUAGES.map(([locale, words]): Sketch => ({
      key: `language ${locale}`,
      icon: 'language',
      label: (t) => t('palette.application.language', { language: t(words) }),
      keywords: `${APPLICATION_KEYWORDS.language} ${LANGUAGE_KEYWORDS[locale]}`,
      isOn: settings.settings.locale === locale,
      run: () => settings.save({ locale }),
    })),
    ...clearing(),
  ]
  const tandem = computed(() => sketches().map(rowOf))
  return { screen, places, views, application: tandem }
}
