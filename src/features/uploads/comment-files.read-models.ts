import type { AppContext } from '../../context.ts'
import { type BodyFiles, noFiles } from '../../lib/html/body-files.ts'
import { bodyFile } from './body-file.types.ts'
import { fileKeysIn, filePath } from './uploads.paths.ts'
import { selectFilesForComment } from './uploads.repository.ts'

/** The pictures that a comment of `ownerId` may show, measured, for `renderComment`. `commentId` is null before it is stored, and in a preview. */
export async function listCommentFiles(
  { db }: Pick<AppContext, 'db'>,
  { body, ownerId, commentId }: { body: string; ownerId: number | null; commentId: number | null },
): Promise<BodyFiles> {
  const keys = fileKeysIn(body)
  if (keys.length === 0 || ownerId === null) return noFiles
  const rows = await selectFilesForComment(db, { keys, ownerId, commentId })
  return new Map(rows.map((row) => [filePath(row), bodyFile(row)]))
}
