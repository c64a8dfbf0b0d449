import { ref, shallowRef } from 'vue'
import { LADDERS, type AnyStage, type Family, markable, rungOf } from '#shared/domain/stages.ts'
import type { DealRow } from '#shared/ipc/contract/deal-views.ts'
import { announce } from '../../../app/announcer.ts'
import { useFormat } from '../../../app/format.ts'
import { useWords } from '../../../app/words/words.ts'
import { useDealCommands } from '../deal-commands.ts'
import type { MovePromptKind } from '../dialogs/prompt.ts'
import type { ColumnVerdict } from './column-verdicts.ts'
import { useBoard } from './board.store.ts'

/** What the strip under the board says. */
export interface Told {
  readonly text: string
  readonly refused: boolean
}

/** Carrying out what a drop means: at once, or after asking. A move that didn't commit is never painted. */
export function useBoardMoves() {
  const { t } = useWords()
  const format = useFormat()
  const board = useBoard()
  const { execute, explain } = useDealCommands()
  const told = shallowRef<Told | null>(null)
  const prompt = ref<{ kind: MovePromptKind; deal: DealRow } | null>(null)

  function tell(text: string, refused = false): void {
    told.value = { text, refused }
    announce(text)
  }

  const stageWords = (family: Family, stage: AnyStage) => ({
    stage: t(`labels.stage.${stage}`),
    percent: LADDERS[family].find((rung) => rung.stage === stage)?.percent ?? 0,
  })

  /** The stages that a mark passes over, in words. */
  function passedOver(family: Family, deal: DealRow, stage: AnyStage): string[] {
    const from = deal.stage ? (rungOf(family, deal.stage)?.order ?? 0) : 0
    const to = rungOf(family, stage)?.order ?? 0
    return markable(family)
      .filter((rung) => rung.order > from && rung.order < to)
      .map((rung) => t(`labels.stage.${rung.stage}`))
  }

  async function moveStage(
    family: Family,
    deal: DealRow,
    kind: 'mark' | 'correct',
    stage: AnyStage,
  ): Promise<void> {
    try {
      const command = kind === 'mark' ? 'mark-stage' : 'correct-stage'
      const passed = kind === 'mark' ? passedOver(family, deal, stage) : []
      const words = { name: deal.name, ...stageWords(family, stage), passed: format.value.list(passed) }
      const said = passed.length > 0 ? t('board.movedPassing', { ...words, count: passed.length }) : undefined
      told.value = null
      const { deal: moved } = await execute(deal, { kind: command, stage }, said)
      board.place(moved)
    } catch (error) {
      tell(explain(error), true)
    }
  }

  /** Does what a column says to a card. */
  async function obey(family: Family, deal: DealRow, verdict: ColumnVerdict): Promise<void> {
    if (verdict.kind === 'mark' || verdict.kind === 'correct') {
      await moveStage(family, deal, verdict.kind, verdict.stage)
    } else if (verdict.kind === 'accept' || verdict.kind === 'win' || verdict.kind === 'lose') {
      prompt.value = { kind: verdict.kind, deal }
    }
  }

  /** A dialog did it: show where the deal stands now. */
  function prompted(row: DealRow): void {
    prompt.value = null
    told.value = null
    board.place(row)
  }

  return { told, prompt, tell, obey, prompted }
}
