import type { PartnerInvite } from '#shared/domain/command.ts'
import type { DealView, PartyView } from '#shared/ipc/contract/deal-views.ts'
import type { PartnerView } from '#shared/ipc/contract/directory.ts'
import type { InviteEntry } from '#shared/ipc/contract/drafts.ts'
import type { CommandInput } from '../deal-commands.ts'
import { moneyOf, typedMoney } from '../../../ui/form/typed-money.ts'

type InviteInput = Extract<CommandInput, { kind: 'invite-partner' }>['invite']

/** An invitation nobody has written anything into. */
export const NO_INVITE: InviteEntry = {
  partner: { name: '', choice: null },
  closeDate: null,
  value: { text: '', currency: '' },
  notes: '',
  team: [],
  solutions: [],
  help: null,
}

/**
 * An invitation to a deal, with what RULEBOOK 6.7 begins it with: our people and the date are the deal's; their share,
 * what they sell and what they are to help with only the person knows.
 */
export const inviteTo = (deal: DealView): InviteEntry => ({
  ...NO_INVITE,
  closeDate: deal.closeDate,
  value: { text: '', currency: deal.value.currency },
  team: [...deal.team],
})

/** An invitation to a partner that was asked before: as it was asked then, to be sent again. */
export const inviteAgain = (deal: DealView, party: PartyView, partner: PartnerView | null): InviteEntry => {
  const entry = inviteTo(deal)
  return {
    ...entry,
    partner: {
      name: partner?.name ?? party.organization,
      choice: partner ? { kind: 'known', partner } : null,
    },
    value: party.value ? typedMoney(party.value) : entry.value,
    notes: party.notes ?? '',
    team: party.team.length > 0 ? [...party.team] : entry.team,
    solutions: [...party.solutions],
    help: party.help,
  }
}

/** An invitation as the rules judge it. A new partner has no id before it is in the directory. */
export const inviteOf = (entry: InviteEntry): InviteInput & Pick<PartnerInvite, 'help'> => ({
  partnerId: entry.partner.choice?.kind === 'known' ? entry.partner.choice.partner.id : null,
  closeDate: entry.closeDate,
  value: moneyOf(entry.value),
  notes: entry.notes || null,
  team: entry.team,
  solutions: entry.solutions.map(({ id }) => ({ id })),
  help: entry.help,
})

/** The name of the partner as far as it is known. */
export const partnerNameOf = ({ partner: { choice, name } }: InviteEntry): string =>
  choice?.kind === 'known' ? choice.partner.name : name.trim()

/** Whether the partner is a new one that lacks nothing: it enters the directory with the invitation. */
export const isNewPartner = ({ partner: { choice } }: InviteEntry): boolean =>
  choice?.kind === 'new' && choice.country !== ''

/** Whether the partner is a new one whose country is still to come. */
export const lacksCountry = ({ partner: { choice } }: InviteEntry): boolean =>
  choice?.kind === 'new' && choice.country === ''
