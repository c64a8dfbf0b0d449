import type { Dialog } from 'electron'

/** What the application says in boxes of the system. */
export class StandInDialog implements Pick<Dialog, 'showErrorBox'> {
  readonly errors: string[] = []

  showErrorBox(title: string, content: string): void {
    this.errors.push(`${title}: ${content}`)
  }
}
