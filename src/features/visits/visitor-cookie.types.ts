export const VISITOR_COOKIE = 'visitor'
export const VISITOR_COOKIE_SECONDS = 2 * 365 * 86_400
