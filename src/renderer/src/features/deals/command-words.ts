import { type AnyStage, LADDERS } from '#shared/domain/stages.ts'
import type { DealView } from '#shared/ipc/contract/deal-views.ts'
import type { Translate } from '../../app/words/words.ts'
import type { CommandInput } from './deal-commands.ts'

const percentOf = (stage: AnyStage): number =>
  [...LADDERS.standard, ...LADDERS.assessment].find((rung) => rung.stage === stage)?.percent ?? 0

/**
 * What a command did, in a sentence, where it can be taken back; null where it cannot: what begins or ends a deal or
 * another party's part, and registrations.
 */
export function didSentence(
  t: Translate,
  command: CommandInput,
  deal: Pick<DealView, 'name'>,
): string | null {
  const { name } = deal
  switch (command.kind) {
    case 'accept':
    case 'edit':
    case 'set-team':
    case 'set-solutions':
    case 'invite-microsoft':
    case 'invite-partner':
      return t(`undo.did.${command.kind}`, { name })
    case 'record-answer':
      return command.answer === 'accepted' ? t('undo.did.record-answer', { name }) : null
    case 'mark-stage':
    case 'correct-stage':
      return t(`undo.did.${command.kind}`, {
        name,
        stage: t(`labels.stage.${command.stage}`),
        percent: percentOf(command.stage),
      })
    case 'set-favorite':
      return t(`undo.did.${command.favorite ? 'favorite' : 'no-favorite'}`, { name })
    default:
      return null
  }
}
