/** Version of the rulebook these rules implement: the co-sell lifecycle as of October 2020. */
export const RULEBOOK = '2020-10'

/** Most members of a team and most solutions on a deal (RULEBOOK 12). */
export const MOST_TEAM_MEMBERS = 50
export const MOST_SOLUTIONS = 50
