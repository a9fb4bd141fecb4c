import type { Reader } from '../../context.ts'
import { memberPath } from '../members/members.paths.ts'
import type { Post } from './posts.types.ts'

export interface Named extends Partial<Pick<Post, 'anonymous'>>, Pick<Post, 'guestName'> {
  /** null: who wrote it left, is anonymous, or was never a member. */
  nickname: string | null
}

/** Who wrote a post, and the way to them. A guest's name is nobody's page: whoever bears it as a member is somebody else. */
export function postAuthor({ t }: Pick<Reader, 't'>, { anonymous, guestName, nickname }: Named): { name: string; path: string | null } {
  if (anonymous === 1) return { name: t('posts.anonymous'), path: null }
  if (guestName !== null) return { name: t('posts.guest', { name: guestName }), path: null }
  return nickname === null ? { name: t('posts.formerMember'), path: null } : { name: nickname, path: memberPath(nickname) }
}
