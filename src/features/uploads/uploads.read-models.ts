import type { AppContext, Viewer } from '../../context.ts'
import type { BodyFile, BodyFiles } from '../../lib/html/body-files.ts'
import { NotFound } from '../../lib/http/errors.ts'
import { listAllBoards } from '../boards/boards.read-models.ts'
import type { Board } from '../boards/boards.types.ts'
import type { PostStatus } from '../posts/posts.types.ts'
import { fileKeysIn, filePath, thumbnailPath } from './uploads.paths.ts'
import { canReadFile, type FilePlace } from './uploads.policy.ts'
import { selectFilesForPost } from './uploads.repository.ts'
import type { FileRow } from './uploads.types.ts'

/** A file and where it stands, for whoever may read the post that shows it. One statement. */
export async function loadFile(ctx: AppContext, viewer: Viewer, key: string): Promise<{ file: FileRow; place: FilePlace }> {
  const row = await ctx
    .db('files as f')
    .leftJoin('posts as p', 'p.id', 'f.postId')
    .where('f.fileKey', key)
    .first<(FileRow & { boardId: number | null; status: PostStatus | null; secret: 0 | 1 | null; authorId: number | null }) | undefined>(
      'f.*',
      'p.boardId',
      'p.status',
      'p.secret',
      'p.authorId',
    )
  if (!row) throw new NotFound('no such file')
  const place = placeOf(row, await listAllBoards(ctx))
  if (!canReadFile(viewer, place)) throw new NotFound('file of a post that this viewer may not read')
  return { file: row, place }
}

function placeOf(
  row: { ownerId: number; boardId: number | null; status: PostStatus | null; secret: 0 | 1 | null; authorId: number | null },
  boards: Board[],
): FilePlace {
  const board = boards.find(({ id }) => id === row.boardId)
  return {
    ownerId: row.ownerId,
    post: board && row.status ? { board, status: row.status, secret: row.secret ?? 0, authorId: row.authorId } : null,
  }
}

/** The pictures that a text of `ownerId` may show, measured, for `renderMarkdown`. `postId` is null before the post is saved, and in a preview. */
export async function listBodyFiles(
  ctx: Pick<AppContext, 'db'>,
  { source, ownerId, postId }: { source: string; ownerId: number; postId: number | null },
): Promise<BodyFiles> {
  const keys = fileKeysIn(source)
  if (keys.length === 0) return new Map()
  const rows = await selectFilesForPost(ctx.db, { keys, ownerId, postId })
  return new Map(rows.map((row) => [filePath(row), bodyFile(row)]))
}

/** An animation has no smaller copy that a phone should take instead. */
const bodyFile = (row: FileRow): BodyFile => ({
  width: row.width,
  height: row.height,
  ...(row.frames === 1 ? { thumbnailPath: thumbnailPath(row), thumbnailWidth: row.thumbnailWidth } : {}),
})
