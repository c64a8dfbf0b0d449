import { describe, expect, test } from 'vitest'
import type { EventKind } from '#shared/domain/event.ts'
import { Chronicle, FROM_A_FILE } from './testing/chronicle.ts'
import {
  FORM,
  WIN,
  accept,
  answer,
  correctStage,
  create,
  createCoSell,
  decline,
  edit,
  inviteMicrosoft,
  invitePartner,
  lose,
  markStage,
  receive,
  register,
  resubmit,
  review,
  setFavorite,
  setSolutions,
  setTeam,
} from './testing/commands.ts'
import { NOW, PARTNER, SOLUTION, at, eur, person } from './testing/facts.ts'
import { UNDO_OF_A_FILE, WAYS_BACK, ranOut } from './undo.ts'

// Clocks that start with the stories run out two weeks after NOW.
const DEADLINE = at('2026-03-16T09:00:00.000Z')
const JUST_BEFORE = at('2026-03-16T08:59:59.999Z')
const LATER = at('2026-03-03T09:00:00.000Z')

const ours = () => new Chronicle().do(create())
const coSell = () => new Chronicle().do(createCoSell({ solutions: [SOLUTION.ipCoSell] }))
const waiting = () => new Chronicle().do(receive())
const withPartner = () => ours().do(invitePartner())
const answered = (lived: Chronicle, given: Parameters<typeof answer>[1] = 'accepted') =>
  lived.do(answer(lived.deal!.parties[0]!, given))
const registered = () => answered(coSell()).do(WIN).do(register())
const adopted = () => {
  const { version: _version, id: _id, consent: _consent, ...start } = ours().deal!
  return new Chronicle().do({
    kind: 'adopt',
    start: { ...start, consent: false, sourceDealId: null, origin: 'imported' },
  })
}

/** A history for every kind of event, that kind newest, and what undoing it comes to. */
const EVERY: Record<EventKind, readonly [lived: () => Chronicle, verdict: 'undone' | 'removed' | string[]]> =
  {
    created: [ours, 'removed'],
    received: [waiting, 'removed'],
    imported: [adopted, ['NOT_UNDOABLE']],
    accepted: [() => waiting().do(accept()), 'undone'],
    declined: [() => waiting().do(decline()), ['NOT_UNDOABLE']],
    expired: [() => waiting().at(DEADLINE).do({ kind: 'expire' }), ['NOT_UNDOABLE']],
    edited: [() => ours().do(edit({ name: 'Renamed', notes: 'Called them' })), 'undone'],
    'team-set': [() => ours().do(setTeam('Ana', 'Bea')), 'undone'],
    'solutions-set': [() => ours().do(setSolutions(SOLUTION.microsoft)), 'undone'],
    'microsoft-invited': [() => ours().do(inviteMicrosoft()), 'undone'],
    'partner-invited': [withPartner, 'undone'],
    'party-answered': [() => answered(withPartner()), 'undone'],
    'party-expired': [() => withPartner().at(DEADLINE).do({ kind: 'expire' }), ['NOT_UNDOABLE']],
    'stage-marked': [() => ours().do(markStage('proposed')), 'undone'],
    'stage-corrected': [() => ours().do(markStage('proposed')).do(correctStage('qualified')), 'undone'],
    won: [() => ours().do(WIN), ['NOT_UNDOABLE']],
    lost: [() => ours().do(lose()), ['NOT_UNDOABLE']],
    registered: [registered, ['NOT_UNDOABLE']],
    'registration-reviewed': [
      () => registered().do(review('action-required', { errors: ['Contract is missing'] })),
      ['NOT_UNDOABLE'],
    ],
    'registration-resubmitted': [
      () =>
        registered()
          .do(review('action-required', { errors: ['Contract is missing'] }))
          .do(resubmit()),
      ['NOT_UNDOABLE'],
    ],
    'favorite-set': [() => ours().do(setFavorite(true)), 'undone'],
    'external-noted': [() => ours().do({ kind: 'note-external', external: FROM_A_FILE }), ['NOT_UNDOABLE']],
    undone: [() => ours().do(markStage('proposed')).undo(), 'undone'],
    removed: [() => ours().undo(), ['NOT_UNDOABLE']],
  }

describe.each(Object.entries(EVERY))('the newest event being %s', (kind, [lived, verdict]) => {
  test(`its undo is ${String(verdict)}`, () => {
    const story = lived()
    const before = story.told.at(-1)!.before
    expect(story.events.at(-1)!.kind).toBe(kind)
    if (Array.isArray(verdict)) {
      expect(story.codes()).toEqual(verdict)
      expect(WAYS_BACK[kind as EventKind]).toBe('never')
      return
    }
    story.at(LATER).undo()
    expect(story.events.at(-1)!.kind).toBe(verdict)
    expect(story.deal).toEqual(before && { ...before, version: story.events.length })
  })
})

test.each(['declined', 'won', 'lost'] as const)('P6: a party’s %s is its last word', (given) => {
  const accepted = given === 'declined' ? withPartner() : answered(withPartner())
  expect(answered(accepted, given).refusals()).toEqual([
    { code: 'NOT_UNDOABLE', params: { kind: 'party-answered' }, fix: null },
  ])
})

test('what changed again since is named, all of it', () => {
  const story = ours().do(edit({ name: 'A', value: eur(5), notes: 'x' }))
  story.at(LATER).do(edit({ name: 'B', notes: 'y' }))
  expect(story.refusals(2)).toEqual([
    { code: 'UNDO_OVERTAKEN', params: { fields: ['name', 'notes'] }, fix: null },
  ])
})

test('what changed elsewhere stays, and so does its moment', () => {
  const story = ours()
    .do(edit({ name: 'A' }))
    .at(LATER)
    .do(setTeam('Bea'))
    .undo(2)
  expect(story.deal).toMatchObject({ name: ours().deal!.name, team: [person('Bea')], updatedAt: LATER })
})

test('twice is once: the second undo is refused, one after a redo is not', () => {
  const story = ours().do(setFavorite(true)).undo()
  expect(story.refusals(2)).toEqual([{ code: 'ALREADY_UNDONE', params: { kind: 'favorite-set' }, fix: null }])
  story.do(setFavorite(true))
  expect(story.codes(2)).toEqual(['ALREADY_UNDONE'])
  const redone = ours().do(setFavorite(true)).undo().undo()
  expect([redone.deal!.favorite, redone.codes(3), redone.codes(2)]).toEqual([true, ['ALREADY_UNDONE'], []])
  expect(redone.undo(2).deal!.favorite).toBe(false)
})

describe('B6: a clock that ran out has decided', () => {
  const refused = { code: 'INVITATION_EXPIRED', params: { expiresAt: DEADLINE }, fix: { action: 'copy' } }

  test.each([
    ['our own answer', () => waiting().do(accept())],
    ['a party’s yes', () => answered(withPartner())],
    ['the undo of an invitation', () => withPartner().undo()],
  ])('%s goes back until the deadline and not from it on', (_what, lived) => {
    expect(lived().at(JUST_BEFORE).codes()).toEqual([])
    expect(lived().at(DEADLINE).refusals()).toEqual([refused])
  })

  test.each([
    ['an invitation', withPartner],
    ['a beginning', waiting],
    ['the undo of our answer', () => waiting().do(accept()).undo()],
  ])('%s that waits for an answer goes back until the deadline, swept or not', (_what, lived) => {
    expect(lived().at(JUST_BEFORE).codes()).toEqual([])
    expect(lived().at(DEADLINE).refusals()).toEqual([refused])
    const swept = lived().at(DEADLINE).do({ kind: 'expire' })
    expect(swept.refusals(swept.events.length - 1)).not.toEqual([])
  })
})

test('our answer goes back only alone: not with anything built on it, but for the favorite', () => {
  const story = waiting().do(accept()).do(setFavorite(true))
  expect(story.codes(2)).toEqual([])
  story.do(setSolutions(SOLUTION.microsoft))
  expect(story.refusals(2)).toMatchObject([{ params: { fields: ['solutions'] } }])
})

describe('B7: on a closed deal', () => {
  test('nothing of its own goes back', () => {
    const story = ours()
      .do(markStage('proposed'))
      .do(edit({ name: 'A' }))
      .do(setTeam('Bea'))
      .do(WIN)
    for (const version of [1, 2, 3, 4]) expect(story.codes(version)).toEqual(['DEAL_TERMINAL'])
    expect(story.codes(5)).toEqual(['NOT_UNDOABLE'])
  })

  test('the favorite and a party’s yes do, and its moment stays', () => {
    const story = answered(withPartner()).do(WIN).do(setFavorite(true)).at(LATER)
    const closed = story.deal!
    story.undo(5).undo(3)
    expect(story.deal).toEqual({
      ...closed,
      version: 7,
      favorite: false,
      parties: [{ ...closed.parties[0], status: 'pending', answeredAt: null }],
    })
  })

  test('parties neither come nor go', () => {
    expect(withPartner().do(WIN).codes(2)).toEqual(['DEAL_TERMINAL'])
    expect(withPartner().undo().do(WIN).codes(3)).toEqual(['DEAL_TERMINAL'])
  })

  test('the yes a registration stands on stays', () => {
    expect(registered().refusals(2)).toEqual([
      { code: 'UNDO_OVERTAKEN', params: { fields: ['registration'] }, fix: null },
    ])
    expect(FORM.solutionId).toBe(registered().deal!.solutions[0]!.id)
  })
})

test('2.4: a contact that Microsoft has seen since stays as it is', () => {
  const before = ours().do(edit({ contact: person('Olga') }))
  const story = before.do(inviteMicrosoft({ contact: person('Olga') }))
  expect(story.codes(2)).toEqual(['FIELD_LOCKED'])
  expect(story.undo().codes(2)).toEqual([])
})

test('2.4: what was edited and taken back stays so once our answer is taken back', () => {
  const story = waiting()
    .do(accept({ name: 'Fleet modernisation' }))
    .do(edit({ name: 'A' }))
    .undo()
  expect(story.undo(2).deal!.status).toBe('received')
  expect(story.codes(4)).toEqual(['NOT_ACTIVE'])
})

test('an invitation takes contact, consent and help along, and leaves what was there', () => {
  const story = ours().do(inviteMicrosoft())
  expect([story.deal!.contact, story.deal!.consent, story.deal!.help].includes(null)).toBe(false)
  expect(story.undo().deal).toMatchObject({ parties: [], contact: null, consent: null, help: null })
})

test('an invitation goes back only while nobody was invited or answered since', () => {
  expect(answered(withPartner()).refusals(2)).toMatchObject([{ params: { fields: ['parties'] } }])
  const two = withPartner().do(invitePartner(PARTNER.southgate))
  expect(two.codes(2)).toEqual(['UNDO_OVERTAKEN'])
  expect(two.undo().undo(2).deal!.parties).toEqual([])
})

test('a beginning goes back only while nothing else happened, or all of it was taken back', () => {
  const story = ours()
    .do(setFavorite(true))
    .do(edit({ name: 'A' }))
  expect(story.refusals(1)).toMatchObject([
    { code: 'UNDO_OVERTAKEN', params: { fields: ['name', 'favorite'] } },
  ])
  expect(story.undo(3).undo(2).undo(1).deal).toBeNull()
  expect(story.refusals(2)).toEqual([{ code: 'NOT_UNDOABLE', params: { kind: 'removed' }, fix: null }])
})

test('only a deal that a person began is theirs to take out again', () => {
  const sample = ours().events.map((event) => ({ ...event, origin: 'sample' as const }))
  expect(new Chronicle(sample).codes()).toEqual(['NOT_UNDOABLE'])
})

test('the moment of the last change is given back where nothing changed since', () => {
  const story = ours()
    .at(LATER)
    .do(edit({ name: 'A' }))
  expect(story.deal!.updatedAt).toBe(LATER)
  expect(story.undo().deal!.updatedAt).toBe(NOW)
})

test('what a file noted since stands in no way of undoing our answer', () => {
  const lived = waiting().do(accept()).do({ kind: 'note-external', external: FROM_A_FILE })
  expect(lived.codes(2)).toEqual([])
})

test('B6: of two invitations, the newer cannot be taken back once it has run out', () => {
  const lived = withPartner().at(LATER).do(invitePartner(PARTNER.southgate))
  expect(lived.at(DEADLINE).codes(3)).toEqual([])
  expect(lived.at(at('2026-03-17T09:00:00.000Z')).codes(3)).toEqual(['INVITATION_EXPIRED'])
})

describe('with its file', () => {
  const closedByAFile = () => {
    const { version: _version, id: _id, consent: _consent, ...start } = ours().do(WIN).deal!
    return new Chronicle().do({
      kind: 'adopt',
      start: { ...start, consent: false, sourceDealId: null, origin: 'imported' },
    })
  }
  const codes = (story: Chronicle, version = 1): string[] => {
    const decision = story.judge(version, 'file')
    return decision.ok ? decision.value.map(({ kind }) => kind) : decision.error.map(({ code }) => code)
  }

  test.each([
    ['running', adopted],
    ['closed', closedByAFile],
  ])('a deal that came in %s leaves, and stays once somebody changed it', (_how, lived) => {
    expect(codes(lived())).toEqual(['removed'])
    expect(codes(lived().do(setFavorite(true)))).toEqual(['UNDO_OVERTAKEN'])
  })

  test('a deal that ended here stays', () => {
    expect(codes(adopted().do(WIN))).toEqual(['DEAL_TERMINAL'])
  })

  test('what the file said of it goes back; what ended anything never does', () => {
    expect(codes(ours().do({ kind: 'note-external', external: FROM_A_FILE }), 2)).toEqual(['undone'])
    expect(codes(ours().do(WIN), 2)).toEqual(['NOT_UNDOABLE'])
  })

  test('an undo of a file is not itself undone', () => {
    const story = ours()
      .do(edit({ name: 'A' }))
      .undo()
    const [created, edited, undone] = story.events
    const ofAFile = new Chronicle([created!, edited!, { ...undone!, command: UNDO_OF_A_FILE }])
    expect([story.codes(), ofAFile.codes()]).toEqual([[], ['NOT_UNDOABLE']])
  })

  test('its clocks are judged by their own question: neither started nor stopped once they have run out', () => {
    const story = withPartner()
    const [pending, alone] = [story.deal!, ours().deal!]
    expect(ranOut(pending, alone, JUST_BEFORE)).toEqual([])
    for (const [from, to] of [
      [pending, alone],
      [alone, pending],
    ] as const) {
      expect(ranOut(from, to, DEADLINE)).toMatchObject([{ code: 'INVITATION_EXPIRED' }])
    }
  })
})
