import type { Reader } from '../../context.ts'
import { memberPath } from '../members/members.paths.ts'
import { ADMINISTRATOR_LEVEL } from '../members/members.types.ts'
import type { CommentRow, Place } from './comments.types.ts'

type Named = Pick<CommentRow, 'nickname' | 'guestName' | 'anonymous' | 'alias'>

/** A member by name, or one of the anonymous of this post: the same person is the same "익명 2" all through it, and nowhere else. */
export function commentName({ t }: Pick<Reader, 't'>, { nickname, guestName, anonymous, alias }: Named): string {
  if (anonymous === 1) return alias ? t('comments.anonymous', { alias }) : t('posts.anonymous')
  return guestName !== null ? t('posts.guest', { name: guestName }) : (nickname ?? t('comments.formerMember'))
}

export function commentAuthor(reader: Pick<Reader, 't'>, row: Named): { nickname: string; initial: string; path: string | null } {
  const name = commentName(reader, row)
  const isKnown = row.anonymous === 0 && row.nickname !== null
  return { nickname: name, initial: row.anonymous === 1 ? '?' : ([...name][0] ?? ''), path: isKnown ? memberPath(name) : null }
}

/** Who speaks with the voice of the house: an administrator, or one who keeps order here. Of the anonymous nothing is told. */
export function staffMark({ t }: Pick<Reader, 't'>, row: Pick<CommentRow, 'anonymous' | 'authorLevel' | 'authorModerates'>): string | null {
  if (row.anonymous === 1) return null
  if ((row.authorLevel ?? 0) >= ADMINISTRATOR_LEVEL) return t('members.level.administrator')
  return row.authorModerates === 1 ? t('comments.moderator') : null
}

/** Why what they say is folded to one line; null: it is not. */
export function foldMark(reader: Pick<Reader, 't'>, row: Named & Pick<CommentRow, 'authorStatus' | 'muted'>): string | null {
  const name = commentName(reader, row)
  if (row.muted === 1) return reader.t('comments.mutedAuthor', { name })
  return row.authorStatus === 'suspended' && row.anonymous === 0 ? reader.t('comments.suspendedAuthor', { name }) : null
}

/** Where one of the two is anonymous, the mark would say who the other is. */
export const isByPostAuthor = (row: Pick<CommentRow, 'anonymous' | 'alias' | 'authorId'>, { post }: Pick<Place, 'post'>): boolean =>
  row.anonymous === 1 ? row.alias === 0 : post.anonymous === 0 && row.authorId !== null && row.authorId === post.authorId
