declare const brand: unique symbol

/** An identifier of one kind of thing. UUIDv7 when we make it; any UUID when a file brings it. */
export type Id<Kind extends string> = string & { readonly [brand]: Kind }

export type DealId = Id<'deal'>
export type PartyId = Id<'party'>
export type EventId = Id<'event'>
export type CommandId = Id<'command'>
export type BatchId = Id<'batch'>
export type CustomerId = Id<'customer'>
export type PartnerId = Id<'partner'>
export type SolutionId = Id<'solution'>
export type LocationId = Id<'location'>
export type PersonId = Id<'person'>
export type JobId = Id<'job'>
export type FileId = Id<'file'>
export type ImportId = Id<'import'>
export type DraftId = Id<'draft'>
export type ViewId = Id<'view'>
export type NotificationId = Id<'notification'>
