import { explainRefusal } from '../../../app/explain.ts'
import type { Format } from '../../../app/format.ts'
import type { Translate } from '../../../app/words/words.ts'
import type { ColumnVerdict } from './column-verdicts.ts'

/** A column's verdict as a sentence; empty where there is nothing to say. */
export function verdictSentence(t: Translate, format: Format, verdict: ColumnVerdict): string {
  switch (verdict.kind) {
    case 'home':
      return ''
    case 'mark':
      return t('board.dropMove', { stage: t(`labels.stage.${verdict.stage}`) })
    case 'correct':
      return t('board.dropCorrect', { stage: t(`labels.stage.${verdict.stage}`) })
    case 'accept':
      return t('board.dropAccept')
    case 'win':
      return t('board.dropWin')
    case 'lose':
      return t('board.dropLose')
    case 'refused':
      if (verdict.board) return t(`board.${verdict.board}`)
      return verdict.reasons.map((reason) => explainRefusal(t, format, reason).text).join(' ')
  }
}

/** The same in the fewest words: for menus and the live region. */
export function verdictReason(t: Translate, format: Format, verdict: ColumnVerdict): string {
  if (verdict.kind !== 'refused') return ''
  if (verdict.board) return t(`board.short.${verdict.board}`)
  return verdict.reasons.map((reason) => explainRefusal(t, format, reason).title).join(t('common.semicolon'))
}
