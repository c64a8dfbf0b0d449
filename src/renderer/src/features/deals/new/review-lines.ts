import { fullName, type Person } from '#shared/domain/person.ts'
import type { DealStep } from '#shared/domain/deal-steps.ts'
import type { InviteEntry } from '#shared/ipc/contract/drafts.ts'
import type { Format } from '../../../app/format.ts'
import type { Translate } from '../../../app/words/words.ts'
import { moneyOf } from '../../../ui/form/typed-money.ts'
import { partnerNameOf } from '../form/invite-entry.ts'
import { isBlankPerson } from '../form/person-fault.ts'
import type { WholeForm } from './draft-form.ts'

/** One line of the summary: what it is, what stands there ('' for nothing), and the field it comes from. */
export interface ReviewLine {
  readonly step: DealStep
  readonly field: string
  readonly label: string
  readonly text: string
}

const joined = (parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null && part.trim() !== '').join(' · ')
const personWords = (person: Person): string =>
  isBlankPerson(person) ? '' : joined([fullName(person), person.phone, person.email])

/** Everything a new deal will say, step by step. Steps that do not count are left out. */
export function reviewLines(
  t: Translate,
  format: Format,
  form: WholeForm,
  assessment: { readonly location: string | null } | null,
): ReviewLine[] {
  const money = (typed: InviteEntry['value']): string => {
    const amount = moneyOf(typed)
    return amount ? format.money(amount) : typed.text.trim()
  }
  const date = (entry: Pick<InviteEntry, 'closeDate'>): string =>
    entry.closeDate ? format.fullDate(entry.closeDate) : ''

  const { picked, adding, name, city, country } = form.customer
  const { name: called, city: town, country: land } = picked ?? { name, city, country }
  const customer = picked || adding ? joined([called, town, land && format.country(land)]) : ''
  const extras = (['crmId', 'campaignId', 'notes'] as const).filter((field) => form[field].trim() !== '')
  const names = format.list(form.solutions.map((solution) => solution.name))
  const help = form.help ? joined([t(`labels.help.${form.help}`), form.helpNotes]) : t('newDeal.help.none')

  type Row = readonly [step: DealStep, field: string, label: string, text: string]
  const people: Row[] = form.team.map((person, index) => [
    'team',
    `team.${index}`,
    index === 0 ? t('newDeal.sections.team') : '',
    personWords(person),
  ])
  if (people.length === 0) people.push(['team', 'team', t('newDeal.sections.team'), ''])
  const lines: Row[] = [
    ['customer', 'customer', t('newDeal.sections.customer'), customer],
    ['customer', 'contact', t('newDeal.customer.contact'), personWords(form.contact)],
    ['details', 'name', t('newDeal.details.name'), form.name.trim()],
    ['details', 'value', t('newDeal.details.value'), money(form.value)],
    ['details', 'closeDate', t('newDeal.details.closeDate'), date(form)],
    ...extras.map((field) => ['details', field, t(`newDeal.details.${field}`), form[field].trim()] as const),
    ...people,
    ['solutions', 'solutions', t('newDeal.sections.solutions'), names],
  ]
  if (assessment) {
    const label = t('newDeal.review.location')
    lines.push(['solutions', 'assessment.locationId', label, assessment.location ?? ''])
  } else {
    lines.push(['help', 'help', t('newDeal.sections.help'), help])
    for (const [index, entry] of form.partners.entries()) {
      const asked = entry.help && t(`labels.help.${entry.help}`)
      const words = joined([partnerNameOf(entry), money(entry.value), date(entry), asked])
      lines.push([
        'partners',
        `partners.${index}`,
        t('newDeal.partners.numbered', { number: index + 1 }),
        words,
      ])
    }
    if (form.partners.length === 0) {
      lines.push(['partners', 'partners', t('newDeal.sections.partners'), t('common.none')])
    }
  }
  return lines.map(([step, field, label, text]) => ({ step, field, label, text }))
}
