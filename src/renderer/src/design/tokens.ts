/** A token as the style sheets say it. */
export interface Token {
  readonly name: string
  readonly value: string
}

function rootRules(rules: CSSRuleList): CSSStyleRule[] {
  return [...rules].filter(
    (rule): rule is CSSStyleRule => rule instanceof CSSStyleRule && rule.selectorText === ':root',
  )
}

/** Every token there is, read from the style sheets of the page: none can be forgotten here. */
export function readTokens(sheets: StyleSheetList): Token[] {
  const rules = [...sheets].flatMap((sheet) => rootRules(sheet.cssRules))
  return rules.flatMap(({ style }) =>
    [...style]
      .filter((name) => name.startsWith('--'))
      .map((name) => ({ name, value: style.getPropertyValue(name).trim() })),
  )
}

/** What a token is for, by how its name begins; colours are all the rest. */
const KINDS = {
  space: /^--(s-|hair)/,
  size: /^--(h-|w-(rail|side))/,
  type: /^--t-/,
  line: /^--(l-|w-|font|ease)/,
  radius: /^--r-\d/,
  elevation: /^--e-\d/,
  motion: /^--m-/,
} as const
export type TokenKind = keyof typeof KINDS | 'colour'

export const kindOf = ({ name }: Token): TokenKind =>
  (Object.keys(KINDS) as (keyof typeof KINDS)[]).find((kind) => KINDS[kind].test(name)) ?? 'colour'
