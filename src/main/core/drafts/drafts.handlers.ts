import type { DraftId } from '#shared/domain/ids.ts'
import { invalidInput, notFound } from '#shared/errors.ts'
import { type drafts, MOST_DRAFT_BYTES } from '#shared/ipc/contract/drafts.ts'
import type { Handlers } from '../handlers.ts'
import { deleteDraft, draftById, listDrafts, saveDraft } from './drafts.repository.ts'
import { refreshed } from './refreshed.ts'

export const draftsHandlers: Handlers<keyof typeof drafts> = {
  'drafts.save': (context, { draftId, form }) => {
    if (Buffer.byteLength(JSON.stringify(form)) > MOST_DRAFT_BYTES) {
      throw invalidInput('form', `longer than ${MOST_DRAFT_BYTES} bytes`)
    }
    return context.write(async (unit) => {
      if (draftId && !(await draftById(unit.db, draftId))) throw notFound('draft', draftId)
      const id = draftId ?? (context.core.ports.newId() as DraftId)
      await saveDraft(unit.trx, { draftId: id, savedAt: unit.now, form })
      unit.announce({ name: 'drafts.changed', payload: {} })
      return { draftId: id, savedAt: unit.now }
    })
  },
  'drafts.list': async ({ db }) => ({
    rows: (await listDrafts(db)).map(({ draftId, savedAt, form: { name = '', customer } }) => ({
      draftId,
      savedAt,
      name: name.trim(),
      customerName: customer?.picked?.name ?? customer?.name.trim() ?? '',
    })),
  }),
  'drafts.get': async ({ db, personal }, { draftId }) => {
    const draft = await draftById(db, draftId)
    if (!draft) throw notFound('draft', draftId)
    return { ...draft, form: await refreshed(db, personal, draft.form) }
  },
  'drafts.discard': (context, { draftId }) =>
    context.write(async (unit) => {
      if (!(await deleteDraft(unit.trx, draftId))) throw notFound('draft', draftId)
      unit.announce({ name: 'drafts.changed', payload: {} })
      return {}
    }),
}
