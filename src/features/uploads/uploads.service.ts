import type { AppContext, Viewer } from '../../context.ts'
import type { Db } from '../../lib/db/db.ts'
import { LogInFirst } from '../../lib/http/errors.ts'
import type { ReceivedImage } from '../../lib/http/receive-images.ts'
import { cleanFileName } from '../../lib/storage/file-name.ts'
import type { MessageKey } from '../../messages/messages.ts'
import { isFirstToday, type Visit } from '../posts/views/view-counts.service.ts'
import { roomFor } from './room.read-models.ts'
import { storeFile } from './store-file.service.ts'
import * as repository from './uploads.repository.ts'
import { addDownload, attachToPost, countFilesSince, detachOthers, selectFilesForPost } from './uploads.repository.ts'
import { FILES_A_DAY, type FileProblem, type FileRow, type StoredFile, type UploadLimits } from './uploads.types.ts'

const DAY_MS = 86_400_000

export interface RefusedFile {
  name: string
  messageKey: MessageKey
  /** For the words of the message. */
  args?: Record<string, number>
}

export interface StoredFiles {
  stored: StoredFile[]
  refused: RefusedFile[]
}

/** Each file for itself: one that can't be taken doesn't keep the others out. Those stored belong to no post until `attachFiles`. */
export async function storeFiles(
  ctx: AppContext,
  viewer: Viewer,
  limits: UploadLimits,
  received: readonly ReceivedImage[],
): Promise<StoredFiles> {
  const outcome: StoredFiles = { stored: [], refused: [] }
  if (received.length === 0) return outcome
  if (viewer.memberId === null) throw new LogInFirst()
  const room = await roomFor(ctx, { ...viewer, memberId: viewer.memberId }, limits.boardId)
  const since = new Date(ctx.clock.now().getTime() - DAY_MS)
  const today = await countFilesSince(ctx.db, viewer.memberId, since)
  for (const file of received) {
    const taken = outcome.stored.length
    const result =
      taken >= limits.count
        ? ({ problem: 'uploads.refused.count', args: { count: limits.most } } satisfies FileProblem)
        : today + taken >= FILES_A_DAY
          ? ({ problem: 'uploads.tooManyToday' } satisfies FileProblem)
          : await storeFile(ctx, { room }, limits, file)
    if ('key' in result) outcome.stored.push(result)
    else outcome.refused.push({ name: cleanFileName(file.name), messageKey: result.problem, ...(result.args ? { args: result.args } : {}) })
  }
  return outcome
}

/**
 * Ties the files that a post's text names to the post, within the transaction that saves it, and lets go of those that it no longer names.
 * Somebody else's, and those that stand in another post, are left alone.
 * @returns how many files the post now has
 */
export async function attachFiles(
  trx: Db,
  { postId, ownerId, keys }: { postId: number; ownerId: number; keys: string[] },
): Promise<number> {
  const files = keys.length > 0 ? await selectFilesForPost(trx, { keys, ownerId, postId }).forUpdate() : []
  const ids = files.map(({ id }) => id)
  if (ids.length > 0) await attachToPost(trx, ids, postId)
  await detachOthers(trx, postId, ids)
  return ids.length
}

/** One more file of a post that is held: what its text names besides stays as it is. */
export async function addFile(trx: Db, { postId, ownerId, key }: { postId: number; ownerId: number; key: string }): Promise<void> {
  const [file] = await selectFilesForPost(trx, { keys: [key], ownerId, postId }).forUpdate()
  if (file) await attachToPost(trx, [file.id], postId)
}

/** What names files and stands in no post (a text of yesterday, a post of tomorrow) keeps them from the sweeper for a time. */
export async function holdFiles(trx: Db, { keys, ...whose }: { keys: string[] } & ({ postId: number } | { ownerId: number }), until: Date) {
  if (keys.length > 0) await repository.holdFiles(trx, whose, keys, until)
}

export async function releaseFiles(trx: Db, ownerId: number, keys: string[]): Promise<void> {
  if (keys.length > 0) await repository.releaseFiles(trx, ownerId, keys)
}

/** Once a day for each reader, as views are. Downloads are few: each is added where it stands. */
export async function countDownload(ctx: AppContext, viewer: Viewer, file: Pick<FileRow, 'id'>, visit: Visit): Promise<void> {
  if (await isFirstToday(ctx, viewer, `downloaded:${file.id}`, visit)) await addDownload(ctx.db, file.id)
}
