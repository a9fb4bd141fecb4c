import type { Reader } from '../../context.ts'
import { wordedHtml } from '../../lib/html/body-words.ts'
import type { FormState } from '../../lib/http/form.ts'
import { page, type Reply } from '../../lib/http/reply.ts'
import { boardName } from '../boards/boards.types.ts'
import { commentName } from '../comments/comment-names.types.ts'
import { commentPath } from '../comments/comments.paths.ts'
import type { CommentRow, Place } from '../comments/comments.types.ts'
import { memberPath } from '../members/members.paths.ts'
import { postPath } from '../posts/posts.paths.ts'
import { unmaskPath } from './moderation.paths.ts'
import { question, reasonReply } from './moderation.view-models.ts'

type Masked = Place & { comment: CommentRow | null }

export interface UnmaskedPage {
  heading: string
  post: { title: string; path: string }
  told: string
  member: { name: string; path: string } | null
  backPath: string
}

export function unmaskPage(reader: Reader, at: Masked, state: FormState): Reply {
  const { board, post, comment } = at
  return reasonReply(reader, board, {
    ...question(reader, 'unmask', state),
    pinning: null,
    post: { title: post.title, path: postPath(board, post.number) },
    comment: comment && { nickname: commentName(reader, comment), bodyHtml: wordedHtml(comment.html, reader.t) },
    action: unmaskPath(board, post.number, comment?.number ?? null),
    cancelPath: wordsPath(at),
  })
}

export function unmaskedPage(reader: Reader, at: Masked, nickname: string | null): Reply {
  const { t, locale } = reader
  const model: UnmaskedPage = {
    heading: t('moderation.act.unmask'),
    post: { title: at.post.title, path: postPath(at.board, at.post.number) },
    told: t(nickname === null ? 'moderation.unmask.nobody' : 'moderation.unmask.told'),
    member: nickname === null ? null : { name: nickname, path: memberPath(nickname) },
    backPath: wordsPath(at),
  }
  return page('moderation/unmasked', model, {
    titles: [model.heading, boardName(at.board, locale)],
    board: at.board.slug,
    robots: 'noindex',
    side: false,
  })
}

const wordsPath = ({ board, post, comment }: Masked): string =>
  comment ? commentPath(board, post.number, comment.number) : postPath(board, post.number)
