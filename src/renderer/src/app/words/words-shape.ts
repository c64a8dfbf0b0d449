import type { Paths, Shape } from '#shared/words/shape.ts'
import type { en } from './en/index.ts'

/** What every language must say: the English words with their texts left open. */
export type Words = Shape<typeof en>

/** The name of a text, such as "board.title". */
export type WordKey = Paths<Words>
