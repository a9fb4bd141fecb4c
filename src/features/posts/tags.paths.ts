export const tagsPath = '/tags'
export const tagPath = (tag: string): string => `/tags/${encodeURIComponent(tag)}`
