/** Redis key: a sorted set of readers by the time of their last page. */
export const ONLINE_KEY = 'visits:online'
export const ONLINE_MS = 5 * 60_000
