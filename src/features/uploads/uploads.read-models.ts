import type { AppContext, Reader, Viewer } from '../../context.ts'
import type { Db } from '../../lib/db/db.ts'
import type { BodyFiles } from '../../lib/html/body-files.ts'
import { Forbidden, LogInFirst, NotFound } from '../../lib/http/errors.ts'
import type { Room } from '../../lib/http/receive-images.ts'
import { canUploadOn } from '../boards/boards.policy.ts'
import { listAllBoards, loadBoard } from '../boards/boards.read-models.ts'
import type { Board } from '../boards/boards.types.ts'
import type { CommentStatus } from '../comments/comments.types.ts'
import type { PostStatus } from '../posts/posts.types.ts'
import { bodyFile } from './body-file.types.ts'
import { fileKeysIn, filePath } from './uploads.paths.ts'
import { canReadFile, canTakeFile, type FilePlace } from './uploads.policy.ts'
import { selectFilesForPost } from './uploads.repository.ts'
import {
  type Attachment,
  type AttachmentList,
  commentLimitsOf,
  type FileRow,
  limitsOf,
  pictureLimits,
  type UploadLimits,
} from './uploads.types.ts'
import { attachmentList } from './uploads.view-models.ts'

/** A file and where it stands, for whoever may read the post that shows it. One statement. */
export async function loadFile(ctx: AppContext, viewer: Viewer, key: string): Promise<{ file: FileRow; place: FilePlace }> {
  const row = await ctx
    .db('files as f')
    .leftJoin('posts as p', 'p.id', 'f.postId')
    .leftJoin('comments as c', 'c.id', 'f.commentId')
    .where('f.fileKey', key)
    .first<(FileRow & PlaceRow) | undefined>(
      ...['f.*', 'p.boardId', 'p.status', 'p.secret', 'p.announced', 'p.authorId', 'p.rootAuthorId'],
      ...['c.status as commentStatus', 'c.authorId as commentAuthorId', 'c.secret as commentSecret', 'c.addresseeId'],
    )
  if (!row) throw new NotFound('no such file')
  const place = placeOf(row, await listAllBoards(ctx))
  if (!canReadFile(viewer, place)) throw new NotFound('file of a post that this viewer may not read')
  return { file: row, place }
}

/** Of the post that shows it: null where none does. */
type PlaceRow = {
  boardId: number | null
  status: PostStatus | null
  secret: 0 | 1 | null
  announced: 0 | 1 | null
  authorId: number | null
  rootAuthorId: number | null
  commentStatus: CommentStatus | null
  commentAuthorId: number | null
  commentSecret: 0 | 1 | null
  addresseeId: number | null
}

function placeOf(
  {
    ownerId,
    postId,
    boardId,
    status,
    secret,
    announced,
    authorId,
    rootAuthorId,
    ...comment
  }: PlaceRow & Pick<FileRow, 'ownerId' | 'postId'>,
  boards: Board[],
): FilePlace {
  const board = boards.find(({ id }) => id === boardId)
  return {
    ownerId,
    comment: comment.commentStatus && {
      status: comment.commentStatus,
      authorId: comment.commentAuthorId,
      secret: comment.commentSecret ?? 0,
      addresseeId: comment.addresseeId,
    },
    post:
      board && status && postId !== null
        ? { id: postId, board, status, secret: secret ?? 0, announced: announced ?? 0, authorId, rootAuthorId }
        : null,
  }
}

/** The same for whoever may also take it home. Who reads of it but may not is told so. */
export async function loadFileToTake(ctx: AppContext, viewer: Viewer, key: string): Promise<{ file: FileRow; place: FilePlace }> {
  const found = await loadFile(ctx, viewer, key)
  if (canTakeFile(viewer, found.place, found.file.kind)) return found
  throw viewer.memberId === null ? new LogInFirst() : new Forbidden('may not download here', 'uploads.mayNotDownload')
}

/** What a member may send for a board's posts, or for its comments; for none, a few pictures. */
export async function limitsFor(
  ctx: AppContext,
  viewer: Viewer,
  { board: slug, standing, for: what }: { board?: string | undefined; standing: number; for?: 'comment' | undefined },
): Promise<UploadLimits> {
  if (slug === undefined) return pictureLimits
  const board = await loadBoard(ctx, viewer, slug)
  const limits = what === 'comment' ? commentLimitsOf(board, standing) : limitsOf(board, standing)
  if (!limits || !canUploadOn(viewer, board)) throw new Forbidden('may not upload here', 'posts.mayNotUpload')
  return limits
}

/** The same before anything was read of who sends it: how much of a form is taken in at all. */
export const roomOn =
  (ctx: AppContext) =>
  async (slug: string): Promise<Room> => {
    const board = (await listAllBoards(ctx)).find((each) => each.slug === slug)
    return board ? limitsOf(board) : pictureLimits
  }

/** The pictures and films that a text of `ownerId` may show, measured, for `renderMarkdown`. `postId` is null before the post is saved, and in a preview. */
export async function listBodyFiles(
  ctx: Pick<AppContext, 'db'>,
  { source, ownerId, postId }: { source: string; ownerId: number; postId: number | null },
): Promise<BodyFiles> {
  const keys = fileKeysIn(source)
  if (keys.length === 0) return new Map()
  const rows = await selectFilesForPost(ctx.db, { keys, ownerId, postId })
  return new Map(rows.map((row) => [filePath(row), bodyFile(row)]))
}

/** Column for a statement that reads a post `p`: what its readers may take home. */
export const attachmentsColumn = (db: Db) =>
  db.raw(
    `(SELECT JSON_ARRAYAGG(JSON_OBJECT('id', f.id, 'fileKey', f.file_key, 'name', f.name, 'bytes', f.bytes, 'downloadCount', f.download_count))
      FROM files AS f WHERE f.post_id = p.id AND f.kind = 'file') AS attachments`,
  )

/** Of that column, in the order in which they came. MariaDB gives JSON as text. */
export function readAttachments(stored: unknown): Attachment[] {
  const files = (typeof stored === 'string' ? JSON.parse(stored) : (stored ?? [])) as (Attachment & { id: number })[]
  return files.sort((a, b) => a.id - b.id)
}

/** Ready for `views/uploads/_attachments.ejs`; null: the post has none. */
export const attachmentsBelow = (reader: Reader, place: FilePlace, files: readonly Attachment[]): AttachmentList | null =>
  attachmentList(reader, place, files)
