import type { Shell } from 'electron'

/** The system's own programs: what was handed to them. */
export class StandInShell implements Pick<Shell, 'openExternal' | 'openPath' | 'showItemInFolder'> {
  readonly opened: string[] = []
  /** Files that were handed to the system's own program for them; a test may hear of each. */
  readonly openedPaths: string[] = []
  /** Paths that were shown in their folder. */
  readonly shown: string[] = []

  async openExternal(url: string): Promise<void> {
    this.opened.push(url)
  }
  /** Gives what went wrong, nothing when it was opened. */
  async openPath(path: string): Promise<string> {
    this.openedPaths.push(path)
    return ''
  }
  showItemInFolder(path: string): void {
    this.shown.push(path)
  }
}
