import type { Db } from '../../lib/db/db.ts'
import type { Sticker, StickerSet } from './stickers.types.ts'

/** Owns `sticker_sets` and `stickers`. Nothing is ever deleted: what was written with it keeps its words. */

export const insertSet = (db: Db, set: Omit<StickerSet, 'id'>) => db<StickerSet>('sticker_sets').insert(set)
export const updateSet = (db: Db, id: number, change: Partial<StickerSet>) => db<StickerSet>('sticker_sets').where({ id }).update(change)
export const insertSticker = (db: Db, sticker: Omit<Sticker, 'id'>) => db<Sticker>('stickers').insert(sticker)
export const updateSticker = (db: Db, id: number, change: Partial<Sticker>) => db<Sticker>('stickers').where({ id }).update(change)
/** Also what was removed: a name that was written once means that one for ever. */
export const namesIn = (db: Db, setId: number): Promise<string[]> => db<Sticker>('stickers').where({ setId }).pluck('name')
