export const tagsPath = '/tags'
export const tagPath = (tag: string): string => `/tags/${encodeURIComponent(tag)}`
/** Where the form of a post asks how a tag goes on. */
export const tagCompletionPath = '/tags.json'
