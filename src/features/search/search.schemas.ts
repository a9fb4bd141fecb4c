import { z } from 'zod'
import { cleanText, hasVisibleText } from '../../lib/http/form.ts'
import { MAX_WORDS, QUERY_LENGTH, type SearchQuery, searchFields } from './search.types.ts'

const LAST_PAGE = 10_000

/** A search always answers: what makes no sense in its address is as good as not said. */
export const SearchParams = z
  .object({
    q: z.string().catch(''),
    field: z.enum(searchFields).catch('all').default('all'),
    board: z.string().max(20).nullable().catch(null).default(null),
    page: z.coerce.number().int().min(1).max(LAST_PAGE).catch(1),
  })
  .transform(({ q, field, board, page }): SearchQuery => {
    const text = [...cleanText(q).replace(/\s+/g, ' ').trim()].slice(0, QUERY_LENGTH).join('')
    return { text, words: wordsOf(text), field, board: board || null, page }
  })

/** All of them must be found. A word that shows nothing would be found everywhere. */
function wordsOf(text: string): string[] {
  const words = text.split(' ').filter(hasVisibleText)
  return [...new Set(words.map((word) => word.toLowerCase()))].slice(0, MAX_WORDS)
}
