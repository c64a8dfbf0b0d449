import type { Format } from '../../../app/format.ts'
import type { Translate } from '../../../app/words/words.ts'
import { changedFields } from '../command-words.ts'
import type { CommandInput } from '../deal-commands.ts'

/** What is said once a command on many deals is taken back, for as many deals as it was taken back on. */
export function bulkUndone(t: Translate, format: Format, command: CommandInput): (count: number) => string {
  return (count) => {
    const name = t('undo.back.deals', { count })
    switch (command.kind) {
      case 'edit':
        return t('undo.back.edit', { name, fields: changedFields(t, format, command) })
      case 'mark-stage':
        return t('undo.back.mark-stage', { name, stage: t(`labels.stage.${command.stage}`) })
      case 'invite-microsoft':
        return t('undo.back.invite', { name, organization: 'Microsoft' })
      case 'set-favorite':
        return t(`bulk.did.${command.favorite ? 'unmark' : 'mark'}`, { count })
      default:
        return t('undo.back.set-team', { name })
    }
  }
}
