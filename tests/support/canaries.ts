import type { TestApplication } from './application.ts'
import { addPartner, addSolution, create, execute, partnerInvite, receive } from './deal-commands.ts'
import { writtenDraft } from './written-draft.ts'
import { importLines, line, withMicrosoft } from './bulk-csv.ts'

/** Makes texts nobody else has, and remembers them. */
export class Canaries {
  readonly texts: string[] = []

  text(what: string): string {
    const text = `canary-${what}-${this.texts.length}`
    this.texts.push(text)
    return text
  }

  person() {
    const email = `${this.text('email')}@canary.example`
    const [firstName, lastName] = [this.text('first'), this.text('last')]
    return { firstName, lastName, phone: this.text('phone'), email }
  }

  member(): string {
    const { firstName, lastName, phone, email } = this.person()
    return [firstName, lastName, phone, email].join(', ')
  }
}

/** Undoes the newest event of a deal: what it restores stands in an event as well. */
async function takeBack(app: TestApplication, dealId: string): Promise<void> {
  const { rows } = await app.call('deals.timeline', { dealId, limit: 1 })
  const { undone } = await app.call('deals.undo', { eventId: rows[0]!.eventId })
  if (undone !== 1) throw new Error('a newest event that ended nothing can be undone')
}

/** Puts personal data into every place of a deal of our own that can hold some. */
async function fillOwnDeal(app: TestApplication, canaries: Canaries): Promise<void> {
  const [solutionId, partnerId] = [await addSolution(app, 'Canary solution'), await addPartner(app)]
  const invite = () => ({ ...partnerInvite(partnerId, solutionId), notes: canaries.text('invite-note') })
  const deal = await execute(
    app,
    null,
    create(solutionId, {
      contact: canaries.person(),
      consent: true,
      notes: canaries.text('note'),
      team: [canaries.person()],
      microsoft: { help: 'poc-demo', notes: canaries.text('help-note') },
      partners: [{ ...invite(), team: [canaries.person()] }],
    }),
  )
  for (const party of deal.parties) {
    const sellers = [canaries.person()]
    const answer = { answer: 'accepted' as const, notes: canaries.text('answer-note'), sellers }
    await execute(app, deal.id, { kind: 'record-answer', partyId: party.id, ...answer })
    await takeBack(app, deal.id)
    await execute(app, deal.id, { kind: 'record-answer', partyId: party.id, ...answer })
  }
  for (let edits = 0; edits < 2; edits += 1) {
    await execute(app, deal.id, { kind: 'edit', changes: { notes: canaries.text('edited-note') } })
  }
  await takeBack(app, deal.id)
  for (let teams = 0; teams < 2; teams += 1) {
    await execute(app, deal.id, { kind: 'set-team', team: [canaries.person(), canaries.person()] })
  }
  await takeBack(app, deal.id)
  await execute(app, deal.id, { kind: 'mark-stage', stage: 'proposed' })
  const note = canaries.text('correction-note')
  await execute(app, deal.id, { kind: 'correct-stage', stage: 'qualified', note })
  await execute(app, deal.id, { kind: 'lose', reason: 'other', notes: canaries.text('loss-note') })
}

/** Seeds unique texts into everything that takes personal data: profile, deals both ways, and a file. */
export async function seedCanaries(app: TestApplication): Promise<Canaries> {
  const canaries = new Canaries()
  await app.call('profile.save', { user: canaries.person() })
  await app.call('partners.save', {
    name: 'Partner',
    partnerId: '1',
    country: 'NL',
    contact: canaries.person(),
  })
  await fillOwnDeal(app, canaries)
  const unfinished = {
    contact: canaries.person(),
    team: [canaries.person()],
    notes: canaries.text('draft-note'),
  }
  await app.call('drafts.save', { draftId: null, form: { ...writtenDraft(), ...unfinished } })
  const inbound = { contact: canaries.person(), notes: canaries.text('received-note') }
  const accepted = await execute(app, null, receive(inbound))
  const form = { notes: canaries.text('accept-note'), team: [canaries.person()] }
  await execute(app, accepted.id, { kind: 'accept', name: 'Accepted', ...form })
  const declined = await execute(app, null, receive({ name: 'Declined' }))
  const notes = canaries.text('decline-note')
  await execute(app, declined.id, { kind: 'decline', reason: 'other', notes })
  const fromFile = line('REF-CANARY', {
    ...withMicrosoft(),
    'Customer Contact Email Address': `${canaries.text('contact')}@canary.example`,
    'Notes to Microsoft': canaries.text('file-help-note'),
    Notes: canaries.text('file-note'),
    'Team member 1': canaries.member(),
    'Sales Stage': canaries.text('unmapped-stage'),
  })
  await importLines(app, [fromFile])
  await importLines(app, [{ ...fromFile, 'Team member 1': canaries.member() }])
  return canaries
}
