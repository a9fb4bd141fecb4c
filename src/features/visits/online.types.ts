/** Redis key: a sorted set of guests' browsers by the time of their last page. */
export const ONLINE_KEY = 'visits:online'
/** Redis key: the same of members by their id. It stands apart from the rows of visits, which don't tell who a member was. */
export const ONLINE_MEMBERS_KEY = 'visits:online:members'
export const ONLINE_MS = 5 * 60_000
