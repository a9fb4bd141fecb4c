import type { Reader } from '../../context.ts'
import { commentExcerpt } from '../../lib/html/markdown.ts'
import type { StreamComment } from './streams.types.ts'

/** What a comment says, in a line; by somebody whom the reader muted: that it is. */
export const commentLine = ({ t }: Reader, comment: StreamComment, limit: number): string =>
  comment.muted === 1 ? t('comments.mutedAuthor', { name: comment.nickname ?? '' }) : commentExcerpt(t, comment, limit)
