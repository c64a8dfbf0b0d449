import type { DealType, HelpType, PartyStatus, Reason, Status } from '#shared/domain/deal.ts'
import type { Money } from '#shared/domain/money.ts'
import type { AnyStage } from '#shared/domain/stages.ts'
import type { ReviewOutcome } from '#shared/domain/registration.ts'
import type { CivilDate } from '#shared/domain/time.ts'
import type { Json } from '#shared/errors.ts'
import type { TimelineEntry } from '#shared/ipc/contract/deal-views.ts'
import type { Format } from '../format.ts'
import type { Tell } from '../tell.ts'

/** One changed field, before and after, in words. */
export interface Change {
  readonly field: string
  readonly before: string
  readonly after: string
}

const word = (value: Json | undefined): string => (typeof value === 'string' ? value : '')

type Told = Pick<TimelineEntry, 'kind' | 'params'>

/** An undo names what it took back; taking back an undo is doing the thing again, and so on to and fro. */
function undoSentence(t: Tell, entry: Told): string {
  let [told, again] = [entry, true]
  while (told.kind === 'undone') {
    told = { kind: word(told.params['kind']), params: told.params['params'] as Told['params'] }
    again = !again
  }
  return t(`dealPage.timeline.events.${again ? 'redone' : 'undone'}`, { what: eventSentence(t, told) })
}

/** What happened, as a sentence. */
export function eventSentence(t: Tell, entry: Told): string {
  const { kind, params } = entry
  const organization = word(params['organization'])
  switch (kind) {
    case 'received':
      return t('dealPage.timeline.events.received', { sender: word(params['sender']) })
    case 'declined':
    case 'lost':
      return t(`dealPage.timeline.events.${kind}`, {
        reason: t(`labels.reason.${word(params['reason']) as Reason}`),
      })
    case 'microsoft-invited':
      return t('dealPage.timeline.events.microsoft-invited', {
        help: t(`labels.help.${word(params['help']) as HelpType}`),
      })
    case 'partner-invited':
    case 'party-expired':
      return t(`dealPage.timeline.events.${kind}`, { organization })
    case 'party-answered': {
      const answer = word(params['answer']) as 'accepted' | 'declined' | 'won' | 'lost'
      return t(`dealPage.timeline.events.party-answered.${answer}`, { organization })
    }
    case 'stage-marked':
    case 'stage-corrected':
      return t(`dealPage.timeline.events.${kind}`, {
        stage: t(`labels.stage.${word(params['stage']) as AnyStage}`),
      })
    case 'registration-reviewed':
      return t(`dealPage.timeline.events.registration-reviewed.${word(params['outcome']) as ReviewOutcome}`)
    case 'favorite-set':
      return t(`dealPage.timeline.events.favorite-set.${params['favorite'] === true ? 'on' : 'off'}`)
    case 'undone':
      return undoSentence(t, entry)
    default:
      return t(`dealPage.timeline.events.${kind as 'created'}`)
  }
}

/** Who did it, or what. */
export function eventBy(t: Tell, entry: TimelineEntry): string {
  if (entry.origin === 'schedule') return t('dealPage.timeline.schedule')
  if (entry.origin.startsWith('import:')) return t('dealPage.timeline.import')
  return entry.actor ?? t(entry.origin === 'sample' ? 'dealPage.timeline.sample' : 'dealPage.timeline.nobody')
}

/** Fields whose change the sentence says already. */
const SAID = new Set(['status', 'registration', 'favorite', 'consent', 'closedReason', 'stage:accepted'])

type FieldKey =
  | 'name'
  | 'value'
  | 'closeDate'
  | 'type'
  | 'stage'
  | 'crmId'
  | 'campaignId'
  | 'notes'
  | 'contact'
  | 'team'
  | 'solutions'
  | 'microsoft'

function fieldValue(t: Tell, format: Format, field: string, value: Json | undefined): string {
  if (value === null || value === undefined || value === '') return t('dealPage.timeline.empty')
  if (Array.isArray(value))
    return value.length > 0 ? format.list(value as string[]) : t('dealPage.timeline.empty')
  switch (field) {
    case 'value':
      return format.money(value as unknown as Money)
    case 'closeDate':
      return format.fullDate(value as CivilDate)
    case 'type':
      return t(`labels.type.${value as DealType}`)
    case 'stage':
      return t(`labels.stage.${value as AnyStage}`)
    case 'status':
      return t(`labels.status.${value as Status}`)
    case 'microsoft':
      return t(`labels.partyStatus.${value as PartyStatus}`)
    default:
      return typeof value === 'string' ? value : JSON.stringify(value)
  }
}

/** The fields an event changed, in words; what the sentence says already is left out. */
export function eventChanges(t: Tell, format: Format, entry: TimelineEntry): Change[] {
  const fields = [...new Set([...Object.keys(entry.before), ...Object.keys(entry.after)])]
  return fields
    .filter((field) => !SAID.has(field) && !SAID.has(`${field}:${entry.kind}`) && !field.startsWith('party:'))
    .filter((field) => !(field === 'microsoft' && entry.kind.startsWith('party-')))
    .map((field) => ({
      field: t(`dealPage.timeline.fields.${field as FieldKey}`),
      before: fieldValue(t, format, field, entry.before[field]),
      after: fieldValue(t, format, field, entry.after[field]),
    }))
}
