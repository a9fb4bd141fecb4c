export const memberPath = (nickname: string): string => `/members/${encodeURIComponent(nickname)}`
