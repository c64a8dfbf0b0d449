import type { Shell } from 'electron'

/** The system's own programs: what was handed to them. */
export class StandInShell implements Pick<Shell, 'openExternal' | 'showItemInFolder'> {
  readonly opened: string[] = []
  /** Paths that were shown in their folder. */
  readonly shown: string[] = []

  async openExternal(url: string): Promise<void> {
    this.opened.push(url)
  }
  showItemInFolder(path: string): void {
    this.shown.push(path)
  }
}
