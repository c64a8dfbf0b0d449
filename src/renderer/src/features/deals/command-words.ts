import { type AnyStage, LADDERS } from '#shared/domain/stages.ts'
import type { DealView } from '#shared/ipc/contract/deal-views.ts'
import type { Format } from '../../app/format.ts'
import type { Words } from '../../app/words/words-shape.ts'
import type { Translate } from '../../app/words/words.ts'
import type { CommandInput } from './deal-commands.ts'

const percentOf = (stage: AnyStage): number =>
  [...LADDERS.standard, ...LADDERS.assessment].find((rung) => rung.stage === stage)?.percent ?? 0

type EditCommand = Extract<CommandInput, { kind: 'edit' }>
/** The fields an edit changes, in words. */
export const changedFields = (t: Translate, format: Format, { changes }: EditCommand): string =>
  format.list(
    (Object.keys(changes) as (keyof EditCommand['changes'])[])
      .filter((field) => changes[field] !== undefined)
      .map((field) => t(`undo.back.fields.${field}`)),
  )

/** What a command did. `undone`: what is said once it is taken back; null where nobody can take it back. */
export interface Did {
  readonly text: string
  readonly undone: string | null
}
type Final = keyof Words['undo']['final']
type Changed = Pick<DealView, 'name' | 'parties'>

/**
 * What a command did, in a sentence that says whether something is left to do in Partner Center; null where the screen
 * itself says how a deal began.
 */
export function whatItDid(t: Translate, format: Format, command: CommandInput, deal: Changed): Did | null {
  const { name } = deal
  const final = (kind: Final, organization = ''): Did => ({
    text: t(`undo.final.${kind}`, { name, organization }),
    undone: null,
  })
  switch (command.kind) {
    case 'create':
    case 'receive':
      return null
    case 'accept':
    case 'set-team':
    case 'set-solutions':
      return {
        text: t(`undo.did.${command.kind}`, { name }),
        undone: t(`undo.back.${command.kind}`, { name }),
      }
    case 'edit': {
      const fields = changedFields(t, format, command)
      return { text: t('undo.did.edit', { name }), undone: t('undo.back.edit', { name, fields }) }
    }
    case 'invite-microsoft':
    case 'invite-partner': {
      const words = { name, organization: deal.parties.at(-1)?.organization ?? '' }
      return { text: t('undo.did.invite', words), undone: t('undo.back.invite', words) }
    }
    case 'record-answer': {
      const organization = deal.parties.find(({ id }) => id === command.partyId)?.organization ?? ''
      if (command.answer !== 'accepted') return final(command.answer, organization)
      const words = { name, organization }
      return { text: t('undo.did.record-answer', words), undone: t('undo.back.record-answer', words) }
    }
    case 'mark-stage':
    case 'correct-stage': {
      const stage = t(`labels.stage.${command.stage}`)
      return {
        text: t(`undo.did.${command.kind}`, { name, stage, percent: percentOf(command.stage) }),
        undone: t(`undo.back.${command.kind}`, { name, stage }),
      }
    }
    case 'set-favorite': {
      const [text, undone] = [t('undo.did.favorite', { name }), t('undo.did.no-favorite', { name })]
      return command.favorite ? { text, undone } : { text: undone, undone: text }
    }
    default:
      return final(command.kind)
  }
}
