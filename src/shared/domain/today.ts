/** What a day asks of a person, in the order of the screen: the most pressing first. */
export const TODAY_SECTIONS = ['answers', 'invitations', 'registrations', 'overdue', 'still'] as const
export type TodaySection = (typeof TODAY_SECTIONS)[number]
