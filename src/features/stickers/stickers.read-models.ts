import type { AppContext } from '../../context.ts'
import type { Db } from '../../lib/db/db.ts'
import { type Stickers, stickersNamedIn } from '../../lib/html/stickers.ts'
import { NotFound } from '../../lib/http/errors.ts'
import { stickerImagePath } from './stickers.paths.ts'
import type { FullSet, Sticker, StickerSet } from './stickers.types.ts'

export const STICKERS_MEMORY_KEY = 'stickers'

/** The sets that there are, in their order. */
export const listSets = ({ db }: Pick<AppContext, 'db'>): Promise<StickerSet[]> =>
  db<StickerSet>('sticker_sets').where({ removed: 0 }).orderBy(['position', 'id'])

export async function loadSet(ctx: Pick<AppContext, 'db'>, id: number): Promise<FullSet> {
  const set = (await listSets(ctx)).find((each) => each.id === id)
  if (!set) throw new NotFound('no such set of stickers')
  return { ...set, stickers: await stickersOf(ctx.db, [id]) }
}

const stickersOf = (db: Db, setIds: readonly number[]): Promise<Sticker[]> =>
  db<Sticker>('stickers')
    .whereIn('setId', [...setIds])
    .where({ removed: 0 })
    .orderBy(['setId', 'position', 'id'])

/** What may be picked; from memory. */
export const offeredSets = (ctx: AppContext): Promise<FullSet[]> =>
  ctx.memory.get(STICKERS_MEMORY_KEY, async () => {
    const sets = (await listSets(ctx)).filter(({ offered }) => offered === 1)
    const stickers = await stickersOf(
      ctx.db,
      sets.map(({ id }) => id),
    )
    return sets
      .map((set) => ({ ...set, stickers: stickers.filter(({ setId }) => setId === set.id) }))
      .filter((set) => set.stickers.length > 0)
  })

/** Those that texts name, what was removed without its picture. Most name none, and ask nothing. */
export async function stickersIn(db: Db, ...bodies: readonly string[]): Promise<Stickers> {
  const names = [...new Set(bodies.flatMap(stickersNamedIn))]
  if (names.length === 0) return new Map()
  const rows = await db('stickers as s')
    .join('sticker_sets as t', 't.id', 's.setId')
    .whereIn(
      ['t.slug', 's.name'],
      names.map((name) => name.split('/')),
    )
    .select<(Sticker & { slug: string; setRemoved: 0 | 1 })[]>('s.*', 't.slug', 't.removed as setRemoved')
  return new Map(
    rows.map(({ slug, name, alt, imageKey, width, height, removed, setRemoved }) => [
      `${slug}/${name}`,
      { alt, picture: removed === 1 || setRemoved === 1 ? null : { path: stickerImagePath(imageKey), width, height } },
    ]),
  )
}

/** Texts for a list, with what is said in it for the stickers that they name. */
export async function withStickers<T extends { body: string }>(db: Db, rows: readonly T[]): Promise<(T & { stickers: Stickers })[]> {
  const stickers = await stickersIn(db, ...rows.map(({ body }) => body))
  return rows.map((row) => ({ ...row, stickers }))
}

/** A sticker's picture that is still shown somewhere. */
export const findPicture = async ({ db }: Pick<AppContext, 'db'>, imageKey: string): Promise<boolean> =>
  (await db<Sticker>('stickers').where({ imageKey, removed: 0 }).first('id')) !== undefined
