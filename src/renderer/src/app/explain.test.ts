import { expect, test } from 'vitest'
import { LOCALES } from '#shared/domain/settings.ts'
import { ERROR_CODES, type ErrorShape, REFUSAL_CODES, type RefusalCode } from '#shared/errors.ts'
import { CallError } from '../bridge/client.ts'
import { refusal } from '../testing/deals.ts'
import { speak } from '../testing/mount.ts'
import { explainError, explainRefusal, lockReason } from './explain.ts'

type Params = Parameters<typeof refusal>[1]

/** What the rules send with a code, where the words need it. */
const PARAMS: Partial<Record<RefusalCode, Params>> = {
  PARTNER_ALREADY_INVITED: { partner: 'Southgate' },
  PARTNER_IS_SELF: { partner: 'Fabrikam' },
  CONTACT_INCOMPLETE: { missing: ['firstName', 'phone', 'email'] },
  TEAM_MEMBER_INCOMPLETE: { index: 1, missing: ['lastName'] },
  ASSESSMENT_STAGES_OPEN: { missing: ['prepare-report', 'present-to-customer'] },
  FIELD_LOCKED: { field: 'contact', why: 'shared-with-microsoft', since: '2025-11-12T12:00:00.000Z' },
  TOO_MANY: { field: 'team', limit: 50 },
  UNDO_OVERTAKEN: { fields: ['stage', 'stageSince', 'stageMarks', 'parties', 'unheard'] },
}
const HAN = /\p{Script=Han}/u
const UNFINISHED = /[{}]|undefined|null|NaN|refusals\.|errors\.|\s\s/

test.each(LOCALES.flatMap((locale) => REFUSAL_CODES.map((code) => [locale, code] as const)))(
  'in %s, %s says what holds and what to do',
  (locale, code) => {
    const { t, format } = speak(locale)
    const { title, text } = explainRefusal(t, format, refusal(code, PARAMS[code]))
    for (const words of [title, text]) {
      expect(words.trim()).not.toBe('')
      expect(words).not.toMatch(UNFINISHED)
      expect(HAN.test(words)).toBe(locale === 'zh-CN')
    }
  },
)

test.each<[RefusalCode, string, string]>([
  ['PARTNER_ALREADY_INVITED', 'Southgate is already invited', '已邀请 Southgate'],
  ['PARTNER_IS_SELF', 'Fabrikam is your own company', 'Fabrikam 就是你自己的公司'],
  ['TEAM_MEMBER_INCOMPLETE', 'Team member 2 is incomplete', '第 2 位成员不完整'],
  ['FIELD_LOCKED', 'Contact is locked', '联系人已锁定'],
])('the title of %s names whom or what it is about', (code, english, chinese) => {
  const titles = LOCALES.map((locale) => {
    const { t, format } = speak(locale)
    return explainRefusal(t, format, refusal(code, PARAMS[code])).title
  })
  expect(titles).toEqual([english, chinese])
})

test.each<[RefusalCode, string, string]>([
  ['CONTACT_INCOMPLETE', 'Complete First name, Phone, and E-mail.', '请补全名、电话和电子邮件。'],
  ['TEAM_MEMBER_INCOMPLETE', 'Complete Last name, or remove the person.', '请补全姓，或移除此人。'],
  [
    'ASSESSMENT_STAGES_OPEN',
    'An assessment is won after all four. Missing: Prepare assessment report and Present to customer.',
    '四个阶段全部完成后评估才能赢单。缺少：编制评估报告和向客户汇报。',
  ],
  [
    'FIELD_LOCKED',
    'Locked since Nov 12, 2025, when it was shared with Microsoft.',
    '自 2025年11月12日 与 Microsoft 共享起锁定。',
  ],
  ['TOO_MANY', 'At most 50. Remove some.', '最多 50 个，请移除一些。'],
  ['UNDO_OVERTAKEN', 'First undo what came later: Stage and Parties.', '请先撤销之后的更改：阶段和参与方。'],
])('the text of %s names what is missing or why', (code, english, chinese) => {
  const texts = LOCALES.map((locale) => {
    const { t, format } = speak(locale)
    return explainRefusal(t, format, refusal(code, PARAMS[code])).text
  })
  expect(texts).toEqual([english, chinese])
})

test.each([
  ['DEAL_TERMINAL', {}, 'Locked since the deal closed. Copy as new deal instead.'],
  ['NOT_ACTIVE', { field: 'name' }, 'Locked until the deal is accepted.'],
  [
    'FIELD_LOCKED',
    { why: 'since-creation', since: '2025-11-12T12:00:00.000Z' },
    'Locked since creation on Nov 12, 2025. Copy as new deal instead.',
  ],
  [
    'FIELD_LOCKED',
    { why: 'already-given', since: '2025-11-12T12:00:00.000Z' },
    'Locked since Nov 12, 2025, when consent was given.',
  ],
  [
    'FIELD_LOCKED',
    { why: 'held-by-sender', since: '2025-11-12T12:00:00.000Z' },
    'Locked: the customer’s contact is with whoever sent this deal on Nov 12, 2025.',
  ],
])('a lock for %s with %j says since when', (code, params, sentence) => {
  const { t, format } = speak('en')
  expect(lockReason(t, format, params, code)).toBe(sentence)
})

/** An error of every code: one that is missing here does not compile. */
const SHAPES: { readonly [C in ErrorShape['code']]: Extract<ErrorShape, { code: C }>['details'] } = {
  INVALID_INPUT: { issues: [{ path: 'name', message: 'too long' }] },
  REFUSED: { reasons: [refusal('NAME_REQUIRED')] },
  CONFLICT: { expected: 1, actual: 2 },
  NOT_FOUND: { what: 'deal', id: null },
  CLOCK_UNCERTAIN: { since: '2026-03-02T12:00:00.000Z', why: 'backwards' },
  READ_ONLY: { why: 'EROFS' },
  BUSY: { what: 'database' },
  CANCELLED: { what: 'job' },
  INTERNAL: { reference: 'E-17' },
}
const failing = (code: ErrorShape['code'], details: unknown = SHAPES[code]) =>
  new CallError({ code, details } as ErrorShape)

test.each(LOCALES.flatMap((locale) => ERROR_CODES.map((code) => [locale, code] as const)))(
  'in %s, %s is a finished sentence',
  (locale, code) => {
    const { t, format } = speak(locale)
    const words = explainError(t, format, failing(code))
    expect(words).toMatch(locale === 'en' ? /^\p{Lu}.+\.$/u : /\p{Script=Han}.*。$/u)
    expect(words).not.toMatch(UNFINISHED)
  },
)

test('a refusal lists all its reasons, each with what to do', () => {
  const { t, format } = speak('en')
  const error = failing('REFUSED', {
    reasons: [refusal('NAME_REQUIRED'), refusal('TOO_MANY', { limit: 50 })],
  })
  expect(explainError(t, format, error)).toBe(
    'Deal name is missing. Give the deal a name. Too many. At most 50. Remove some.',
  )
})

test('faults of an input are named by their path, where they have one', () => {
  const { t, format } = speak('en')
  const issues = [
    { path: 'command.name', message: 'too long' },
    { path: '', message: 'not an object' },
  ]
  expect(explainError(t, format, failing('INVALID_INPUT', { issues }))).toBe(
    'Something in the form cannot be used: command.name: too long; not an object. Correct it and try again.',
  )
})

test.each([
  [
    failing('BUSY', { what: 'import' }),
    'An import is being written. Your change was not saved; try again when it is through.',
  ],
  [
    failing('INTERNAL', { reference: 'host-gone' }),
    'Tandem is not running any more. Start it again and open the fresh link.',
  ],
  [
    failing('INTERNAL', { reference: 'host-502' }),
    'Tandem is not running any more. Start it again and open the fresh link.',
  ],
  [
    failing('INTERNAL', { reference: 'E-17' }),
    'Something went wrong inside Tandem (reference E-17). Nothing was changed; try again.',
  ],
  [
    new TypeError('x is not a function'),
    'Something went wrong inside Tandem (reference TypeError). Nothing was changed; try again.',
  ],
  ['thrown text', 'Something went wrong inside Tandem (reference screen). Nothing was changed; try again.'],
])('a host that is gone is told apart from a fault inside: %o', (error, sentence) => {
  const { t, format } = speak('en')
  expect(explainError(t, format, error)).toBe(sentence)
})
