import { cleanText } from '../../lib/http/form.ts'

/** Letters of a tag, and how many tags a post may carry. */
export const TAG_LENGTH = 30
export const TAGS_LIMIT = 5

/**
 * Tags as they are stored, of what was typed: `#동네책방 #독서, Node.js` → 동네책방, 독서, node.js. Blanks, commas and # part them; what is no letter,
 * digit or one of `_ + . -` falls away; none twice. Too long ones and too many are left to the form, which says so (`tagsProblem`).
 */
export function readTags(typed: string): string[] {
  const tags = cleanText(typed)
    .toLowerCase()
    .normalize('NFC')
    .split(/[\s,#、，＃]+/u)
    .map((tag) => tag.replace(/[^\p{L}\p{M}\p{N}_+.-]/gu, ''))
    .filter((tag) => /[\p{L}\p{N}]/u.test(tag.replace(/[\u115f\u1160\u3164\uffa0]/gu, '')))
  return [...new Set(tags)]
}

export const tagsText = (tags: readonly string[]): string => tags.map((tag) => `#${tag}`).join(' ')

/** What is wrong with them, as a message key. */
export function tagsProblem(tags: readonly string[]): 'posts.tags.tooMany' | 'posts.tags.tooLong' | null {
  if (tags.length > TAGS_LIMIT) return 'posts.tags.tooMany'
  return tags.some((tag) => [...tag].length > TAG_LENGTH) ? 'posts.tags.tooLong' : null
}
