import type { Reader } from '../../../context.ts'
import type { Board } from '../../boards/boards.types.ts'
import { postPath } from '../posts.paths.ts'
import type { FormLook } from '../writing/post-form.types.ts'

/** Of a form that answers a post. */
export interface AnsweredPost {
  number: string
  title: string
  path: string
  note: string | null
}

/** It is of the category of the thread, and as secret: neither is asked. */
export function answeredPost({ t }: Reader, board: Board, { answered }: FormLook): AnsweredPost | null {
  if (!answered) return null
  return {
    number: String(answered.number),
    title: answered.title,
    path: postPath(board, answered.number),
    note: answered.secret === 1 || board.consultation ? t('posts.reply.secretNote') : null,
  }
}
