import { createHash } from 'node:crypto'
import type { Locale } from '#shared/domain/settings.ts'
import type { Tell } from '#shared/telling/tell.ts'
import type { FontBook } from './fonts.ts'
import { type Markup, cssString, escaped } from './html.ts'
import { STYLE } from './style.ts'

/** A document before it is a file. */
export interface PaperDocument {
  readonly title: string
  readonly body: Markup
  /** What stands below every page, line by line. */
  readonly foot: readonly string[]
  /** Facts for programs: named values in the head of the file. */
  readonly facts: Readonly<Record<string, string>>
}

/** The paper of a PDF; a document for browsers takes whatever is in the printer. */
export type PageSize = 'A4' | 'letter'

const MOST_FOOT = 150
const clipped = (text: string): string =>
  text.length > MOST_FOOT ? `${Array.from(text).slice(0, MOST_FOOT).join('')}…` : text

/** Page boxes: margins, what every page says below, and its number. */
function pageRules(t: Tell, foot: readonly string[], size: PageSize | null): string {
  const [before = '', between = '', after = ''] = t('paper.page', { page: '\n', pages: '\n' }).split('\n')
  const number = `${cssString(before)} counter(page) ${cssString(between)} counter(pages) ${cssString(after)}`
  const lines = foot.map((line) => cssString(clipped(line))).join(' "\\a " ')
  const box = `font:400 7pt/9.5pt Inter,'Noto Sans SC',sans-serif;color:#5c6470;vertical-align:top;padding-top:3mm`
  return (
    `@page{margin:14mm 15mm 19mm;${size ? `size:${size};` : ''}` +
    `@bottom-left{content:${lines};${box};white-space:pre-line;text-align:left;width:78%}` +
    `@bottom-right{content:${number};${box};text-align:right;width:22%}}`
  )
}

const textOf = (markup: string): string =>
  markup.replace(/&#39;|&quot;|&amp;|&lt;|&gt;/g, ' ').replace(/<[^>]*>/g, ' ')

/**
 * One file that needs nothing else: style, drawings and the fonts of its characters are in it, scripts are not, and its
 * own policy forbids it to load anything. The same document gives the same bytes.
 */
export async function writtenDocument(
  { title, body, foot, facts }: PaperDocument,
  { t, locale, fonts, size }: { t: Tell; locale: Locale; fonts: FontBook; size: PageSize | null },
): Promise<string> {
  const characters = [textOf(body.text), ...foot, t('paper.page'), '0123456789…–'].join('')
  const style = `\n${await fonts.facesFor(characters)}\n${pageRules(t, foot, size)}${STYLE}`
  const hash = createHash('sha256').update(style).digest('base64')
  const policy = [
    "default-src 'none'",
    `style-src 'sha256-${hash}'`,
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ]
  const metas = Object.entries(facts).map(
    ([name, value]) => `<meta name="tandem:${name}" content="${escaped(value)}">`,
  )
  return [
    '<!doctype html>',
    `<html lang="${locale}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${escaped(policy.join('; '))}">`,
    '<meta name="viewport" content="width=device-width">',
    '<meta name="referrer" content="no-referrer">',
    ...metas,
    `<title>${escaped(title)}</title>`,
    `<style>${style}</style>`,
    '</head>',
    `<body>${body.text}</body>`,
    '</html>',
    '',
  ].join('\n')
}
