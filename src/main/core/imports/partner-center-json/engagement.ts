import { type Referral, ofMicrosoft, sideOfMicrosoft } from './referral.ts'

/** The records of one engagement, told apart by whose they are (RULEBOOK 11.4). */
export interface Engagement<T> {
  /** Each a deal of its own; Microsoft and the partners belong to the first. */
  readonly ours: readonly T[]
  readonly microsoft: readonly T[]
  readonly partners: readonly T[]
  /** Of another organisation, and naming none. */
  readonly unnamed: readonly T[]
}

const said = (text: string | null | undefined): string | null => text?.trim() || null

/** The Partner Center number of the partner a record is of; null where it names none. */
export const numberIn = (record: Referral): string | null => said(record.inviteContext?.invitedMpnId)
export const nameIn = (record: Referral): string | null => said(record.organizationName)

const sentByItself = ({ organizationId, inviteContext }: Referral): boolean =>
  Boolean(organizationId) && organizationId === inviteContext?.invitedBy?.organizationId

/**
 * Tells the records of an engagement apart. Ours names no invited partner, or names us by our number; where several
 * could be, it is the one that sent the invitations, else the outgoing one. A record alone is ours unless it is
 * Microsoft's or of a partner with another number than ours.
 */
export function tellApart<T>(
  group: readonly T[],
  recordOf: (one: T) => Referral,
  ownNumber: string | null,
): Engagement<T> {
  const alone = group.length === 1
  const microsoft = group.filter((one) => (alone ? ofMicrosoft : sideOfMicrosoft)(recordOf(one)))
  const others = group.filter((one) => !microsoft.includes(one))
  const isInvited = (one: T) => ![null, ownNumber].includes(numberIn(recordOf(one)))
  const outgoing = (one: T) => recordOf(one).direction === 'Outgoing'
  const candidates = others.filter(
    (one) => !isInvited(one) || (alone && (outgoing(one) || ownNumber === null)),
  )
  const bySender = (one: T) => sentByItself(recordOf(one))
  const first =
    candidates.find(bySender) ?? candidates.find(outgoing) ?? candidates[0] ?? others.find(bySender)
  if (first === undefined) return { ours: [], microsoft, partners: others, unnamed: [] }
  const { organizationId } = recordOf(first)
  const isOurs = (one: T) =>
    one === first ||
    (!isInvited(one) && Boolean(organizationId) && recordOf(one).organizationId === organizationId)
  const theirs = others.filter((one) => !isOurs(one))
  const isNamed = (one: T) => numberIn(recordOf(one)) !== null || nameIn(recordOf(one)) !== null
  return {
    ours: [first, ...others.filter((one) => one !== first && isOurs(one))],
    microsoft,
    partners: theirs.filter(isNamed),
    unnamed: theirs.filter((one) => !isNamed(one)),
  }
}
