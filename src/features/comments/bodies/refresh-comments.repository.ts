import type { Db } from '../../../lib/db/db.ts'
import { RENDERER_VERSION } from '../../../lib/html/markdown.ts'
import type { Comment } from '../comments.types.ts'

export const selectOlderComments = (db: Db, limit: number): Promise<Pick<Comment, 'id' | 'version' | 'body' | 'authorId'>[]> =>
  db<Comment>('comments')
    .where('rendererVersion', '<', RENDERER_VERSION)
    .orderBy(['rendererVersion', 'id'])
    .limit(limit)
    .select('id', 'version', 'body', 'authorId')

/** Of the version that was read: a newer one was rendered with its change. */
export const updateRefreshed = (trx: Db, comment: Pick<Comment, 'id' | 'version'>, text: Pick<Comment, 'html' | 'rendererVersion'>) =>
  trx<Comment>('comments').where(comment).update(text)

export const lastCommentId = async (db: Db): Promise<number> =>
  (await db<Comment>('comments').orderBy('id', 'desc').first<{ id: number } | undefined>('id'))?.id ?? 0

export const outdateWith = (db: Db, words: string, { from, before }: { from: number; before: number }) =>
  db<Comment>('comments')
    .where('id', '>=', from)
    .where('id', '<', before)
    .whereRaw('INSTR(body, ?) > 0', [words])
    .update({ rendererVersion: 0 })
