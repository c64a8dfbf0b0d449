import type { Locale } from '#shared/domain/settings.ts'
import type { RefusalCode } from '#shared/errors.ts'
import { en } from './refusals.en.ts'
import { zhCN } from './refusals.zh-cn.ts'

/** What holds, and what to do. Names in braces are filled in. A code without words does not compile. */
export type RefusalWords = Record<RefusalCode, { readonly title: string; readonly text: string }>

/** Why the rulebook refuses something, in each language: the same on screens and in files. */
export const REFUSAL_WORDS: Record<Locale, RefusalWords> = { en, 'zh-CN': zhCN }
