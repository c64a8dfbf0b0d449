import { join } from 'node:path'
import { FontBook } from '#main/core/paper/fonts.ts'

/** The fonts as their packages bring them: a build copies the same files. */
export const FONTS_FOLDER = join(import.meta.dirname, '../../node_modules/@fontsource-variable')

export const testFonts = new FontBook(FONTS_FOLDER)
