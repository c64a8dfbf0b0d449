import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { Json } from '#shared/errors.ts'
import type { Input, Output, ProcedureName } from '#shared/ipc/contract.ts'
import { StartPage } from '../../e2e/pages/start.ts'
import { runOn } from '../stand-in/run.ts'
import type { Computer } from '../stand-in/stand-in.ts'
import { type OwnStandIn, standInOn, folderTest as base, expect } from './test.ts'

const DAY_MS = 86_400_000

/** Whoever can call the application. */
export interface Caller {
  readonly call: <N extends ProcedureName>(name: N, input: Input<N>) => Promise<Output<N>>
}

/** One start of the application, and what a person sees of it outside of its screens. */
export class OnTheDesk {
  readonly standIn: OwnStandIn

  constructor(standIn: OwnStandIn) {
    this.standIn = standIn
  }

  get page(): Promise<Page> {
    return this.standIn.page
  }
  /** The icon beside the clock. */
  get tray() {
    return this.standIn.trays[0]!
  }
  /** What the system has shown so far. */
  get toasts(): string[] {
    return this.standIn.notifications.map(({ title, body }) => `${title} | ${body}`)
  }
  /** Everything of us that stands outside of the screens. */
  get outside(): string {
    return [this.tray.tooltip, ...this.tray.labels, ...this.toasts].join('\n')
  }
  /** Calls the application as its page does. */
  caller(page: Page): Caller {
    const call = async (name: string, input: unknown): Promise<never> => {
      const answer = await page.evaluate(
        ([what, given]) => window.tandem!.call(what as string, given as Json),
        [name, input],
      )
      if (!answer.ok) throw new Error(`${name}: ${answer.error.code}`)
      return answer.value as never
    }
    return { call }
  }
  async begin(): Promise<Caller> {
    const page = await this.page
    await new StartPage(page).begin('empty')
    await expect(page.getByRole('navigation').first()).toBeVisible()
    return this.caller(page)
  }
  /** A deal that was sent to us and runs out in so many days. */
  async receive({ call }: Caller, name: string, days: number) {
    const { deal } = await call('deals.execute', {
      dealId: null,
      expectedVersion: null,
      command: {
        kind: 'receive',
        from: { kind: 'microsoft', organization: 'Canary sender' },
        customer: { name: 'Canary customer', addressLine1: 'Kade 12', city: 'Rotterdam', country: 'NL' },
        name,
        value: { amount: 100, currency: 'EUR' },
        closeDate: '2099-02-26',
        solutions: [],
        expiresAt: new Date(Date.now() + days * DAY_MS).toISOString(),
      },
    })
    return deal
  }
  /** The person looks at something else, or comes back. */
  look(elsewhere: boolean): void {
    for (const window of this.standIn.windows) window.hasFocus = !elsewhere
  }
  /** The round of the engine, and what the desk makes of it. */
  wake(): void {
    this.standIn.powerMonitor.emit('resume')
  }
  /** Waits until everything the engine has told so far is through: one look at it follows the other. */
  async settle({ call }: Caller): Promise<void> {
    for (const [locale, first] of [
      ['zh-CN', '打开 Tandem'],
      ['en', 'Open Tandem'],
    ] as const) {
      await call('settings.save', { locale })
      await expect.poll(() => this.tray.labels[0]).toBe(first)
    }
  }
  /** The page of the window that opens next. */
  nextPage(open: () => void): Promise<Page> {
    const next = this.standIn.context.waitForEvent('page')
    open()
    return next
  }
  /** Ends as Ctrl+Q does. */
  async quit(): Promise<void> {
    this.standIn.app.quit()
    expect(await this.standIn.app.ended).toBe(0)
  }
}

/** The application on the desk, as often as a test starts it. `folder`: where the system keeps its settings of programs. */
export const deskTest = base.extend<{
  folder: string
  start: (computer?: Computer) => Promise<OnTheDesk>
}>({
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'tandem-desk-'))
    await use(folder)
    rmSync(folder, { recursive: true, force: true })
  },
  start: async ({ context, dataDir, folder }, use) => {
    const started: OnTheDesk[] = []
    await use(async (computer = {}) => {
      const desk = new OnTheDesk(standInOn(context, dataDir, computer))
      desk.standIn.app.setPath('appData', folder)
      started.push(desk)
      await runOn(desk.standIn)
      await expect.poll(() => desk.standIn.trays.length).toBe(1)
      return desk
    })
    for (const { standIn } of started) {
      standIn.app.quit()
      await standIn.app.ended
    }
  },
})

export { expect }
