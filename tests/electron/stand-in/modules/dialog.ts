import type { BaseWindow, Dialog, MessageBoxOptions, MessageBoxReturnValue } from 'electron'

interface Asked {
  readonly options: MessageBoxOptions
  answer(response: number): void
}

/** What the application says and asks in boxes of the system. */
export class StandInDialog implements Pick<Dialog, 'showErrorBox' | 'showMessageBox'> {
  readonly errors: string[] = []
  /** The questions so far: a test answers them. */
  readonly asked: Asked[] = []

  showErrorBox(title: string, content: string): void {
    this.errors.push(`${title}: ${content}`)
  }
  async showMessageBox(
    ...[windowOrOptions, given]: [BaseWindow, MessageBoxOptions] | [MessageBoxOptions]
  ): Promise<MessageBoxReturnValue> {
    const options = given ?? (windowOrOptions as MessageBoxOptions)
    const response = await new Promise<number>((answer) => {
      this.asked.push({ options, answer })
      options.signal?.addEventListener('abort', () => answer(options.cancelId ?? 0))
    })
    return { response, checkboxChecked: false }
  }
}
