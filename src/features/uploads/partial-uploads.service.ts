import { randomBytes } from 'node:crypto'
import type { Readable } from 'node:stream'
import type { AppContext, Viewer } from '../../context.ts'
import { inTransaction } from '../../lib/db/transaction.ts'
import { isHeicByName, kindByName } from '../../lib/files/kind-of-file.ts'
import { LogInFirst, NotFound } from '../../lib/http/errors.ts'
import { finishUpload, forgetParts } from './finish-upload.service.ts'
import { countComing, deletePartial, findPartial, insertPartial } from './partial-uploads.repository.ts'
import { receivePart } from './receive-part.service.ts'
import { roomFor } from './room.read-models.ts'
import { takeRoom } from './room.service.ts'
import { kindProblem, storedFile } from './store-file.service.ts'
import { storageKeys } from './uploads.paths.ts'
import { countFilesSince, deleteOrphan, findFileOf } from './uploads.repository.ts'
import { FILES_A_DAY, type FileProblem, type PartialUpload, type StoredFile, type UploadLimits } from './uploads.types.ts'

/** How far a file has come. `moved`: not as the sender thinks. */
export interface Standing {
  uploadKey: string
  offset: number
  moved?: true
}

export type Progress = Standing | StoredFile | FileProblem

const MEGABYTE = 1024 * 1024
const HOUR_MS = 3_600_000

export interface AnnouncedFile {
  name: string
  type: string
  bytes: number
}

/** Whether a file is welcome is said before a byte of it is sent. */
export async function beginUpload(
  ctx: AppContext,
  viewer: Viewer,
  limits: UploadLimits,
  file: AnnouncedFile,
): Promise<Standing | FileProblem> {
  if (viewer.memberId === null) throw new LogInFirst()
  const problem = unwelcome(limits, file) ?? (await tooManyToday(ctx, viewer.memberId))
  if (problem) return problem
  const now = ctx.clock.now()
  const uploadKey = randomBytes(16).toString('hex')
  const room = await roomFor(ctx, { ...viewer, memberId: viewer.memberId }, limits.boardId)
  const { ownerId, boardId } = room
  const { name, bytes } = file
  return inTransaction(ctx.db, async (trx) => {
    const full = await takeRoom(trx, room, { bytes, now })
    if (full) return full
    await insertPartial(trx, { uploadKey, ownerId, boardId, name, bytes, received: 0, parts: '', touchedAt: now, createdAt: now })
    return { uploadKey, offset: 0 }
  })
}

/** By its name and the sender's word; its bytes are looked at when they are here. */
function unwelcome(limits: UploadLimits, { name, type, bytes }: AnnouncedFile): FileProblem | null {
  const { count, most, megabytes } = limits
  if (count < 1) return { problem: 'uploads.refused.count', args: { count: most } }
  if (bytes > megabytes * MEGABYTE) return { problem: 'uploads.refused.size', args: { megabytes } }
  if (bytes === 0) return { problem: 'uploads.refused.empty' }
  if (isHeicByName(name, type)) return { problem: 'uploads.refused.heic' }
  const kind = kindByName(name, type)
  return kind && limits.kinds.includes(kind) ? null : { problem: kindProblem(limits) }
}

async function tooManyToday(ctx: AppContext, ownerId: number): Promise<FileProblem | null> {
  const now = ctx.clock.now().getTime()
  const today = await countFilesSince(ctx.db, ownerId, new Date(now - 24 * HOUR_MS))
  const coming = await countComing(ctx.db, ownerId, new Date(now - HOUR_MS))
  return today + coming >= FILES_A_DAY ? { problem: 'uploads.tooManyToday' } : null
}

/** What comes at `at` is kept as far as it comes, however the line ends. With the last byte the file is made. */
export async function continueUpload(
  ctx: AppContext,
  viewer: Viewer,
  uploadKey: string,
  sent: { at: number; body: Readable },
): Promise<Progress> {
  const upload = await loadPartial(ctx, viewer, uploadKey)
  if (upload.fileKey !== null) return becameFile(ctx, upload)
  if (sent.at !== upload.received) return { uploadKey, offset: upload.received, moved: true }
  if (upload.received < upload.bytes) {
    const kept = await receivePart(ctx, upload, sent.body)
    if (!kept) return { ...(await standingOf(ctx, viewer, uploadKey)), moved: true }
  }
  const now = await loadPartial(ctx, viewer, uploadKey)
  if (now.received < now.bytes) return { uploadKey, offset: now.received }
  return finishUpload(ctx, viewer, now)
}

/** For who lost the line, or the answer. */
export async function standingOf(ctx: AppContext, viewer: Viewer, uploadKey: string): Promise<Standing | StoredFile> {
  const upload = await loadPartial(ctx, viewer, uploadKey)
  return upload.fileKey === null ? { uploadKey, offset: upload.received } : becameFile(ctx, upload)
}

/** Given up, or thought better of: what no post shows is gone at once. */
export async function dropUpload(ctx: AppContext, viewer: Viewer, uploadKey: string): Promise<void> {
  const upload = await loadPartial(ctx, viewer, uploadKey)
  const file = upload.fileKey === null ? undefined : await findFileOf(ctx.db, upload.ownerId, upload.fileKey)
  await deletePartial(ctx.db, upload.id)
  await forgetParts(ctx, upload)
  if (!file || (await deleteOrphan(ctx.db, file.id)) === 0) return
  for (const key of storageKeys(file)) await ctx.storage.remove(key)
}

async function loadPartial(ctx: AppContext, { memberId }: Viewer, uploadKey: string): Promise<PartialUpload> {
  const upload = memberId === null ? undefined : await findPartial(ctx.db, uploadKey, memberId)
  if (!upload) throw new NotFound('no such upload', 'uploads.lost')
  return upload
}

async function becameFile(ctx: AppContext, { ownerId, fileKey }: PartialUpload): Promise<StoredFile> {
  const file = await findFileOf(ctx.db, ownerId, fileKey ?? '')
  if (!file) throw new NotFound('the file was taken away since', 'uploads.lost')
  return storedFile(file)
}
