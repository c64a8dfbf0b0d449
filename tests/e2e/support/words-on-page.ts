import type { Page } from '@playwright/test'
import { type Messages, stretchAll } from './stretch.ts'

/** The parts of Vue and vue-i18n that are reached from outside: what the plugin provides to the application. */
interface Mounted extends Element {
  readonly __vue_app__: {
    readonly __VUE_I18N_SYMBOL__: symbol
    readonly _context: { readonly provides: Record<symbol, I18n> }
  }
}
interface I18n {
  readonly global: {
    getLocaleMessage(locale: string): Messages
    setLocaleMessage(locale: string, messages: Messages): void
  }
}

/** Words are what was built: whichever page is asked first answers for all of the run. */
const asBuilt = new Map<string, Messages>()
/** Pages that have the stretched language for English. */
const stretched = new WeakSet<Page>()

/** The texts of a language that has been spoken on the page, as they were built. */
async function wordsOf(page: Page, locale: 'en' | 'zh-CN'): Promise<Messages> {
  const known = asBuilt.get(locale)
  if (known) return known
  // As one text: a tree of thousands is slow to hand over.
  const text = await page.evaluate((wanted) => {
    const app = document.querySelector<Mounted>('#app')!.__vue_app__
    const { global } = app._context.provides[app.__VUE_I18N_SYMBOL__]!
    return JSON.stringify(global.getLocaleMessage(wanted))
  }, locale)
  const words = JSON.parse(text) as Messages
  if (Object.keys(words).length === 0) throw new Error(`the page has no words for ${locale} yet`)
  asBuilt.set(locale, words)
  return words
}

const setEnglish = (page: Page, messages: Messages): Promise<void> =>
  page.evaluate((text) => {
    const app = document.querySelector<Mounted>('#app')!.__vue_app__
    const { global } = app._context.provides[app.__VUE_I18N_SYMBOL__]!
    global.setLocaleMessage('en', JSON.parse(text) as Messages)
  }, JSON.stringify(messages))

/**
 * Puts the stretched language in the place of English, or takes it away again, in the running page and from outside of
 * it: the product has no switch for it, no setting and no word of it in what is shipped.
 */
export async function stretchWords(page: Page, isLong: boolean): Promise<void> {
  if (isLong === stretched.has(page)) return
  const words = await wordsOf(page, 'en')
  await setEnglish(page, isLong ? stretchAll(words) : words)
  if (isLong) stretched.add(page)
  else stretched.delete(page)
}

/** Each text of the tree with its name. */
export const textsOf = (messages: Messages, path = ''): readonly (readonly [string, string])[] =>
  Object.entries(messages).flatMap(([name, value]) =>
    typeof value === 'string' ? [[path + name, value] as const] : textsOf(value, `${path}${name}.`),
  )

/** English texts still shown on a page that speaks Chinese: what did not follow the switch of the language. */
export async function leftInEnglish(page: Page): Promise<string[]> {
  const chinese = new Map(textsOf(await wordsOf(page, 'zh-CN')))
  const still = textsOf(await wordsOf(page, 'en'))
    .filter(([name, text]) => !/[{|]/.test(text) && chinese.get(name) !== text)
    .map(([, text]) => text)
  const same = new Set(chinese.values())
  const wrong = still.filter((text) => !same.has(text))
  return page.evaluate((texts) => {
    const english = new Set(texts)
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const left = new Set<string>()
    while (walker.nextNode()) {
      const text = walker.currentNode.textContent!.trim()
      if (english.has(text) && walker.currentNode.parentElement!.checkVisibility()) left.add(text)
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]')) {
      for (const name of ['aria-label', 'title', 'placeholder']) {
        const text = element.getAttribute(name)
        if (text && english.has(text)) left.add(`${name}: ${text}`)
      }
    }
    return [...left]
  }, wrong)
}
