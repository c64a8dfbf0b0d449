import type { Shell } from 'electron'

/** The system's own programs: what was handed to them. */
export class StandInShell implements Pick<Shell, 'openExternal'> {
  readonly opened: string[] = []

  async openExternal(url: string): Promise<void> {
    this.opened.push(url)
  }
}
