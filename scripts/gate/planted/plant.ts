import type { Files } from '../source.ts'

/** A violation: the sources with one file changed, and the one rule that must see it. */
export interface Plant {
  readonly rule: string
  /** What is tried. */
  readonly tries: string
  readonly file: string
  /** The file's new text from its old one; null when it is taken away. */
  readonly change: (text: string) => string | null
}

export const HOST = 'src/main/hosts/electron'

/** A new file of the host, of main, of the screens. */
export const NEW = `${HOST}/planted.ts`
export const NEW_MAIN = 'src/main/core/planted.ts'
export const NEW_SCREEN = 'src/renderer/src/app/planted.ts'
export const NEW_VIEW = 'src/renderer/src/app/Planted.vue'

export const plant = (rule: string, tries: string, file: string, change: Plant['change']): Plant => ({
  rule,
  tries,
  file,
  change,
})

/** The file with more at its end, or a file of its own. */
export const and = (more: string) => (text: string) => `${text}\n${more}\n`

/** The file with something else in one place. A plant whose place is gone fails, or it would prove nothing. */
export const swap = (from: string | RegExp, to: string) => (text: string) => {
  const changed = text.replace(from, () => to)
  if (changed === text) throw new Error(`nothing to change: ${String(from)}`)
  return changed
}

/** A file whose function is given a part of Electron, by type alone. */
export const given = (type: string, name: string, code: string) =>
  and(`import type { ${type} } from 'electron'\nexport const planted = (${name}: ${type}) => {\n  ${code}\n}`)

/** A view with this in its template. */
export const view = (template: string, setup = '') =>
  and(`<script setup lang="ts">\n${setup}\n</script>\n<template>\n  <div>${template}</div>\n</template>`)

/** The sources with the violation in them. */
export function withPlant(files: Files, { file, change }: Plant): Files {
  const changed = new Map(files)
  const text = change(files.get(file) ?? '')
  if (text === null) changed.delete(file)
  else changed.set(file, text)
  return changed
}
