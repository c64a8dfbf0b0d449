/** The parts of a date somebody is typing, null for those still to come. */
export interface TypedDate {
  readonly year: number | null
  readonly month: number | null
  readonly day: number | null
}
