import { shell } from 'electron'

/** Shows a file in the system's file manager: one that main itself wrote where a person wanted it. */
export const showInFolder = (path: string): void => shell.showItemInFolder(path)
