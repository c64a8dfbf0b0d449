import { enableAutoUnmount, mount, type VueWrapper } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { afterEach } from 'vitest'
import { type App, type Component, h, shallowRef } from 'vue'
import { createMemoryHistory, createRouter, type Router } from 'vue-router'
import type { Locale } from '#shared/domain/settings.ts'
import type { Instant } from '#shared/domain/time.ts'
import { type Format, useFormat } from '../app/format.ts'
import { type Now, provideNow } from '../app/now.ts'
import { type Overlay, provideOverlays } from '../app/overlays.ts'
import { useShellShortcuts } from '../app/shell-shortcuts.ts'
import { provideScreenActions } from '../app/screen-actions.ts'
import { provideShortcuts } from '../app/shortcuts/shortcuts.ts'
import { routes } from '../app/router.ts'
import { createWords, type Translate, useWords } from '../app/words/words.ts'
import { provideClient } from '../bridge/provide.ts'
import { NOW } from './deals.ts'
import { FakeClient } from './fake-client.ts'

enableAutoUnmount(afterEach)

interface Surroundings {
  readonly client?: FakeClient
  readonly locale?: Locale
  /** What time main says it is. */
  readonly now?: Instant
  /** The address the screens are at. */
  readonly path?: string
}
type Slots = Readonly<Record<string, unknown>>

interface MountOptions extends Surroundings {
  readonly props?: Readonly<Record<string, unknown>>
  readonly slots?: Slots
  /** Puts it into the document: focus and clicks outside need that. */
  readonly attach?: boolean
}

/** Something mounted, and everything around it a test may want to move or ask. */
export interface Stage {
  readonly wrapper: VueWrapper
  readonly client: FakeClient
  readonly router: Router
  readonly now: Now
  readonly overlays: { readonly current: { value: Overlay | null } }
  /** Changes properties of the mounted component. */
  readonly setProps: (props: Readonly<Record<string, unknown>>) => Promise<void>
  readonly setLocale: (locale: Locale) => Promise<void>
  readonly unmount: () => void
}

const Blank: Component = { render: () => null }
const blankRoutes = routes.map((route) => ('component' in route ? { ...route, component: Blank } : route))

function memoryRouter(path: string): Router {
  const history = createMemoryHistory()
  history.replace(path)
  return createRouter({ history, routes: blankRoutes as never })
}

/** Mounts a component as the shell would: stores, words, router, clock, overlays and a client that is a fake. */
export function mountScreen(component: Component, options: MountOptions = {}): Stage {
  const client = options.client ?? new FakeClient()
  const words = createWords(options.locale ?? 'en')
  const router = memoryRouter(options.path ?? '/')
  const props = shallowRef(options.props ?? {})
  let now!: Now
  let overlays!: ReturnType<typeof provideOverlays>
  const Frame: Component = {
    setup() {
      now = provideNow()
      now.set(options.now ?? NOW)
      overlays = provideOverlays()
      useShellShortcuts(provideShortcuts(), overlays)
      provideScreenActions()
      return () => h(component, { ...props.value }, options.slots as never)
    },
  }
  const frame = mount(Frame, {
    global: { plugins: [createPinia(), words, router, (app: App) => provideClient(app, client)] },
    ...(options.attach ? { attachTo: document.body } : {}),
  })
  return {
    wrapper: frame.findComponent(component),
    client,
    router,
    now,
    overlays,
    setProps: async (changes) => {
      props.value = { ...props.value, ...changes }
      await frame.vm.$nextTick()
    },
    setLocale: async (locale) => {
      words.global.locale.value = locale
      await frame.vm.$nextTick()
    },
    unmount: () => frame.unmount(),
  }
}

/** Runs a composable where a component would, and gives what it gave. */
export function setUp<T>(use: () => T, surroundings: Surroundings = {}): Stage & { readonly result: T } {
  let result!: T
  const User: Component = {
    setup() {
      result = use()
      return () => null
    },
  }
  return { ...mountScreen(User, surroundings), result }
}

/** Words and formats of a language, for functions that want them handed in. */
export function speak(locale: Locale): { readonly t: Translate; readonly format: Format } {
  const { result } = setUp(() => ({ t: useWords().t, format: useFormat().value }), { locale })
  return result
}
