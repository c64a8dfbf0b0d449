/** Why what somebody brought to be imported was not taken: more than one, a folder, too large, not to be read. */
export const NOT_TAKEN = ['several', 'folder', 'larger', 'unreadable'] as const
export type NotTaken = (typeof NOT_TAKEN)[number]
