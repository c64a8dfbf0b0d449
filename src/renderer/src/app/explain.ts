import type { ErrorShape, Refusal } from '#shared/errors.ts'
import { SAVE_FAULTS } from '#shared/domain/save-faults.ts'
import type { AnyStage } from '#shared/domain/stages.ts'
import { CallError } from '../bridge/client.ts'
import type { Format } from './format.ts'
import type { Translate } from './words/words.ts'

const FIELDS = ['firstName', 'lastName', 'phone', 'email'] as const
/** Why a field is locked, as the rules say it (RULEBOOK 2.4); 'own-deal' is about removing a deal. */
const LOCKS = [
  'since-creation',
  'shared-with-microsoft',
  'already-given',
  'held-by-sender',
  'own-deal',
] as const
type Explained = { readonly title: string; readonly text: string }

const strings = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []

/** A lock's reason in words: since when, and what to do instead. */
export function lockReason(t: Translate, format: Format, params: Refusal['params'], code: string): string {
  if (code === 'DEAL_TERMINAL') return t('dealPage.locks.terminal')
  if (code === 'NOT_ACTIVE') return t('dealPage.locks.received')
  const since = typeof params['since'] === 'string' ? format.day(params['since'] as never) : ''
  const why = LOCKS.find((known) => known === params['why']) ?? 'since-creation'
  return t(`dealPage.locks.${why}`, { date: since })
}

const fieldName = (t: Translate, field: unknown): string => {
  const known = [
    'name',
    'value',
    'closeDate',
    'contact',
    'team',
    'solutions',
    'notes',
    'crmId',
    'campaignId',
  ] as const
  // "invite.team" is a team as well, and so are the people of another party.
  const last = String(field).split('.').at(-1)
  const match = last === 'sellers' ? 'team' : known.find((name) => name === last)
  return match ? t(`dealPage.details.${match}`) : String(field)
}

/** Fields of a deal by the word people know them by: what moves together has one. */
const FIELD_WORDS = {
  name: 'name',
  value: 'value',
  closeDate: 'closeDate',
  contact: 'contact',
  team: 'team',
  solutions: 'solutions',
  notes: 'notes',
  crmId: 'crmId',
  campaignId: 'campaignId',
  status: 'status',
  acceptedAt: 'status',
  expiresAt: 'status',
  stage: 'stage',
  stageSince: 'stage',
  stageMarks: 'stage',
  parties: 'party',
  help: 'microsoft',
  consent: 'consent',
  external: 'external',
  favorite: 'favorite',
  registration: 'registration',
} as const

const fieldNames = (t: Translate, fields: readonly string[]): string[] => [
  ...new Set(
    fields.flatMap((field) =>
      field in FIELD_WORDS
        ? [t(`dealPage.timeline.fields.${FIELD_WORDS[field as keyof typeof FIELD_WORDS]}`)]
        : [],
    ),
  ),
]

/** The parameters of a refusal, spelled for a sentence. */
function spelled(t: Translate, format: Format, refusal: Refusal): Record<string, string | number> {
  const { params } = refusal
  const people = strings(params['missing']).filter((field) => (FIELDS as readonly string[]).includes(field))
  const missing =
    refusal.code === 'ASSESSMENT_STAGES_OPEN'
      ? strings(params['missing']).map((stage) => t(`labels.stage.${stage as AnyStage}`))
      : people.map((field) => t(`common.person.${field as (typeof FIELDS)[number]}`))
  return {
    missing: format.list(missing),
    number: typeof params['index'] === 'number' ? params['index'] + 1 : '',
    partner: typeof params['partner'] === 'string' ? params['partner'] : '',
    limit: typeof params['limit'] === 'number' ? params['limit'] : '',
    field: fieldName(t, params['field']),
    fields: format.list(fieldNames(t, strings(params['fields']))),
    why: refusal.code === 'FIELD_LOCKED' ? lockReason(t, format, params, refusal.code) : '',
  }
}

/** A refusal as people read it: what holds, and what to do. */
export function explainRefusal(t: Translate, format: Format, refusal: Refusal): Explained {
  const params = spelled(t, format, refusal)
  return {
    title: t(`refusals.${refusal.code}.title`, params),
    text: t(`refusals.${refusal.code}.text`, params),
  }
}

function explainShape(t: Translate, format: Format, error: ErrorShape): string {
  switch (error.code) {
    case 'INVALID_INPUT': {
      const issues = error.details.issues.map(({ path, message }) => (path ? `${path}: ${message}` : message))
      return t('errors.INVALID_INPUT', { issues: issues.join('; ') })
    }
    case 'REFUSED': {
      const reasons = error.details.reasons.map((reason) => explainRefusal(t, format, reason))
      return reasons.map(({ title, text }) => `${title}. ${text}`).join(' ')
    }
    case 'INTERNAL':
      return error.details.reference.startsWith('host-')
        ? t('transport.gone')
        : t('errors.INTERNAL', { reference: error.details.reference })
    case 'BUSY':
      return error.details.what === 'import' ? t('busy.import') : t('errors.BUSY')
    case 'READ_ONLY': {
      const fault = SAVE_FAULTS.find((known) => known === error.details.why)
      return fault ? t(`files.faults.${fault}`) : t('errors.READ_ONLY')
    }
    case 'NOT_FOUND':
      return error.details.what === 'handle' ? t('files.shown') : t('errors.NOT_FOUND')
    default:
      return t(`errors.${error.code}`)
  }
}

/** Any failure as a sentence that says what to do. */
export function explainError(t: Translate, format: Format, error: unknown): string {
  if (error instanceof CallError) return explainShape(t, format, error.shape)
  return t('errors.INTERNAL', { reference: error instanceof Error ? error.name : 'screen' })
}
