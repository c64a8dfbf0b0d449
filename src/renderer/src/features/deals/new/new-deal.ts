import { computed, reactive, ref, shallowRef, watch } from 'vue'
import { addCivilDays, type CivilDate } from '#shared/domain/time.ts'
import type { HelpType } from '#shared/domain/deal.ts'
import type { Money } from '#shared/domain/money.ts'
import type { Person } from '#shared/domain/person.ts'
import type { Refusal } from '#shared/errors.ts'
import type { DealView, SolutionView } from '#shared/ipc/contract/deal-views.ts'
import { useClient } from '../../../bridge/provide.ts'
import type { CommandInput } from '../deal-commands.ts'
import type { CustomerChoice } from '../form/customer-choice.ts'

type CreateInput = Extract<CommandInput, { kind: 'create' }>

const CHECK_DELAY_MS = 120
const BLANK: Person = { firstName: '', lastName: '', phone: '', email: '' }

/** A deal being written: everything typed so far, and what the rules still miss in it. */
export function useNewDeal() {
  const client = useClient()
  const draft = reactive({
    name: '',
    closeDate: null as CivilDate | null,
    crmId: '',
    campaignId: '',
    notes: '',
    contact: { ...BLANK },
    consent: false,
    help: null as HelpType | null,
    helpNotes: '',
    locationId: '',
    sourceDealId: null as string | null,
  })
  const customer = shallowRef<CustomerChoice | null>(null)
  const value = shallowRef<Money | null>(null)
  /** What was typed for a value and is no amount. */
  const unreadableValue = ref<string | null>(null)
  const team = ref<Person[]>([])
  const solutions = ref<SolutionView[]>([])
  const missing = shallowRef<readonly Refusal[]>([])
  const touched = ref(false)

  const assessment = computed(() => solutions.value.find(({ kind }) => kind === 'assessment') ?? null)
  const hasContact = computed(() => Object.values(draft.contact).some((text) => text.trim() !== ''))
  const needsConsent = computed(() => draft.help !== null || assessment.value !== null)

  const command = computed<CreateInput>(() => ({
    kind: 'create',
    customer: customer.value,
    contact: hasContact.value ? draft.contact : null,
    consent: draft.consent && needsConsent.value,
    name: draft.name,
    value: value.value,
    closeDate: draft.closeDate,
    crmId: draft.crmId || null,
    campaignId: draft.campaignId || null,
    notes: draft.notes || null,
    team: team.value,
    solutions: solutions.value.filter(({ id }) => id !== assessment.value?.id).map(({ id }) => ({ id })),
    assessment: assessment.value
      ? { solutionId: assessment.value.id, locationId: draft.locationId || null }
      : null,
    microsoft: draft.help && !assessment.value ? { help: draft.help, notes: draft.helpNotes || null } : null,
    sourceDealId: draft.sourceDealId,
  }))

  let timer: ReturnType<typeof setTimeout> | undefined
  let newest = 0
  async function check(): Promise<void> {
    const request = ++newest
    const { reasons } = await client.call('deals.check', { dealId: null, command: command.value })
    if (request === newest) missing.value = reasons
  }
  watch(
    command,
    () => {
      touched.value = true
      clearTimeout(timer)
      timer = setTimeout(() => void check().catch(() => {}), CHECK_DELAY_MS)
    },
    { deep: true },
  )

  /** Begins with what another deal had (B12): all but what belongs to its own life. */
  function copyFrom(deal: DealView, today: CivilDate): void {
    customer.value = { id: deal.customer.id }
    value.value = deal.value
    team.value = [...deal.team]
    solutions.value = deal.solutions.map(({ id, name, kind, publisher, externalId, incentive }) => ({
      id,
      name,
      kind,
      publisher,
      externalId,
      incentive,
    }))
    Object.assign(draft, {
      name: deal.name,
      closeDate: deal.closeDate >= today ? deal.closeDate : addCivilDays(today, 30),
      crmId: deal.crmId ?? '',
      campaignId: deal.campaignId ?? '',
      notes: deal.notes ?? '',
      contact: { ...(deal.contact ?? BLANK) },
      sourceDealId: deal.id,
    })
  }

  return {
    draft,
    customer,
    value,
    unreadableValue,
    team,
    solutions,
    assessment,
    needsConsent,
    missing,
    touched,
    command,
    check,
    copyFrom,
  }
}

export type NewDeal = ReturnType<typeof useNewDeal>
