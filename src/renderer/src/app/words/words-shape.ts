import type { en } from './en/index.ts'

type Shape<T> = { readonly [K in keyof T]: T[K] extends string ? string : Shape<T[K]> }

/** What every language must say: the English words with their texts left open. */
export type Words = Shape<typeof en>

type Paths<T> = {
  [K in keyof T & string]: T[K] extends string ? K : `${K}.${Paths<T[K]>}`
}[keyof T & string]

/** The name of a text, such as "board.title". */
export type WordKey = Paths<Words>
