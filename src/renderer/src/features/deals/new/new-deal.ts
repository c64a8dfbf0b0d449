import { computed, reactive, ref, shallowRef, toRef, watch } from 'vue'
import type { Refusal } from '#shared/errors.ts'
import { useClient } from '../../../bridge/provide.ts'
import { moneyOf } from '../../../ui/form/typed-money.ts'
import type { CommandInput } from '../deal-commands.ts'
import { customerOf } from '../form/customer-choice.ts'
import { inviteOf, isNewPartner } from '../form/invite-entry.ts'
import { saveNewPartner } from '../form/save-new-partner.ts'
import { blankForm, type WholeForm } from './draft-form.ts'

type CreateInput = Extract<CommandInput, { kind: 'create' }>

const CHECK_DELAY_MS = 120
const PARTNER_FIELD = /^partners\.(\d+)\.partnerId$/

/** A deal being written: everything typed so far, and what the rules still miss in it. */
export function useNewDeal(begun: WholeForm = blankForm()) {
  const client = useClient()
  const draft = reactive<WholeForm>(begun)
  const team = toRef(draft, 'team')
  const solutions = toRef(draft, 'solutions')
  const reasons = shallowRef<readonly Refusal[]>([])
  /** The rules were asked at least once: until then nobody knows what is missing. */
  const isJudged = ref(false)

  const value = computed(() => moneyOf(draft.value))
  const assessment = computed(() => draft.solutions.find(({ kind }) => kind === 'assessment') ?? null)
  const hasContact = computed(() => Object.values(draft.contact).some((text) => text.trim() !== ''))
  const needsConsent = computed(() => draft.help !== null || assessment.value !== null)

  /** What an assessment leaves out stays in the form, and counts again without it. */
  const command = computed<CreateInput>(() => ({
    kind: 'create',
    customer: customerOf(draft.customer),
    contact: hasContact.value ? draft.contact : null,
    consent: draft.consent && needsConsent.value,
    name: draft.name,
    value: value.value,
    closeDate: draft.closeDate,
    crmId: draft.crmId || null,
    campaignId: draft.campaignId || null,
    notes: draft.notes || null,
    team: draft.team,
    solutions: draft.solutions.filter(({ id }) => id !== assessment.value?.id).map(({ id }) => ({ id })),
    assessment: assessment.value
      ? { solutionId: assessment.value.id, locationId: draft.locationId || null }
      : null,
    microsoft: draft.help && !assessment.value ? { help: draft.help, notes: draft.helpNotes || null } : null,
    partners: assessment.value ? [] : draft.partners.map(inviteOf),
    sourceDealId: draft.sourceDealId,
  }))

  /** A new partner has no id yet: the rules miss it, but nobody has to do anything about it. */
  const isMissing = ({ code, fix }: Refusal): boolean => {
    const [, index] = PARTNER_FIELD.exec(fix?.field ?? '') ?? []
    const entry = index === undefined ? undefined : draft.partners[Number(index)]
    return code !== 'PARTNER_REQUIRED' || !entry || !isNewPartner(entry)
  }
  const missing = computed(() => reasons.value.filter(isMissing))
  const isComplete = computed(() => isJudged.value && missing.value.length === 0)

  let timer: ReturnType<typeof setTimeout> | undefined
  let newest = 0
  /** What the rules miss in what is written now. Only the newest answer is shown. Throws CallError. */
  async function check(): Promise<readonly Refusal[]> {
    const request = ++newest
    const { reasons: found } = await client.call('deals.check', { dealId: null, command: command.value })
    if (request === newest) {
      reasons.value = found
      isJudged.value = true
    }
    return found
  }
  watch(
    command,
    () => {
      clearTimeout(timer)
      timer = setTimeout(() => void check().catch(() => {}), CHECK_DELAY_MS)
    },
    { deep: true },
  )

  /** New partners enter the directory once nothing else is missing. Throws CallError. */
  async function settlePartners(): Promise<void> {
    if (assessment.value || !draft.partners.some(isNewPartner)) return
    const found = await check()
    if (found.some(isMissing)) return
    for (const [index, entry] of draft.partners.entries()) {
      draft.partners[index] = await saveNewPartner(client, entry)
    }
  }

  return {
    draft,
    value,
    team,
    solutions,
    assessment,
    needsConsent,
    reasons,
    missing,
    isJudged,
    isComplete,
    command,
    check,
    settlePartners,
  }
}

export type NewDeal = ReturnType<typeof useNewDeal>
