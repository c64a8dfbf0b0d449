/** Words that join others. */
export const joints = { comma: ', ', colon: ': ', semicolon: '; ' } as const
