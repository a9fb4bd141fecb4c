import type { Db } from '../../lib/db/db.ts'
import type { Bookmark } from './bookmarks.types.ts'

/** Owns `bookmarks`. */

/** A second press of the button finds it there, with the folder and the note that it has by now. */
export const addBookmark = (db: Db, bookmark: Pick<Bookmark, 'memberId' | 'postId' | 'createdAt'>) =>
  db<Bookmark>('bookmarks').insert(bookmark).onConflict().ignore()

export const removeBookmarkOf = (db: Db, at: Pick<Bookmark, 'memberId' | 'postId'>) => db<Bookmark>('bookmarks').where(at).delete()

export const removeBookmark = (db: Db, at: Pick<Bookmark, 'id' | 'memberId'>) => db<Bookmark>('bookmarks').where(at).delete()

export const findBookmark = (db: Db, at: Pick<Bookmark, 'id' | 'memberId'>): Promise<Bookmark | undefined> =>
  db<Bookmark>('bookmarks').where(at).first()

export const updateBookmark = (db: Db, at: Pick<Bookmark, 'id' | 'memberId'>, change: Pick<Bookmark, 'folder' | 'note'>) =>
  db<Bookmark>('bookmarks').where(at).update(change)
