import type { Reader } from '../../context.ts'
import { json, type Reply } from '../../lib/http/reply.ts'
import type { MessageKey } from '../../messages/messages.ts'
import type { Progress } from './partial-uploads.service.ts'
import { filePath } from './uploads.paths.ts'
import { canTakeFile, type FilePlace } from './uploads.policy.ts'
import type { StoredFiles } from './uploads.service.ts'
import { type Attachment, type AttachmentList, type FileProblem, PART_BYTES, sizeText } from './uploads.types.ts'

const statuses: Partial<Record<MessageKey, number>> = {
  'uploads.refused.type': 415,
  'uploads.refused.kind': 415,
  'uploads.refused.unknown': 415,
  'uploads.refused.heic': 415,
  'uploads.refused.tooLarge': 413,
  'uploads.refused.size': 413,
  'uploads.refused.ownRoom': 413,
  'uploads.refused.boardRoom': 413,
  'uploads.tooMuch': 413,
  'uploads.tooManyToday': 429,
  'uploads.busy': 503,
}

/** What a script is told about the file that it sent. */
export function uploadReply(reader: Reader, { stored: [file], refused: [refused] }: StoredFiles): Reply {
  if (file) return json(file, 201)
  const problem: MessageKey = refused?.messageKey ?? 'uploads.nothing'
  return refusal(reader, { problem, ...(refused?.args ? { args: refused.args } : {}) })
}

/** How far a file has come, what it became, or why it isn't taken. */
export function progressReply(reader: Reader, progress: Progress): Reply {
  if ('problem' in progress) return refusal(reader, progress)
  if ('key' in progress) return json(progress, 201)
  const { uploadKey, offset, moved } = progress
  return json({ uploadKey, offset, partBytes: PART_BYTES, sizeText }, moved ? 409 : 200)
}

const refusal = ({ t }: Reader, { problem, args }: FileProblem): Reply => json({ error: t(problem, args) }, statuses[problem] ?? 422)

/** null: the post has none. */
export function attachmentList(reader: Reader, place: FilePlace, files: readonly Attachment[]): AttachmentList | null {
  if (files.length === 0) return null
  const { t, viewer, number } = reader
  const mayTake = canTakeFile(viewer, place, 'file')
  return {
    heading: t('uploads.attachments'),
    hint: mayTake ? null : t(viewer.memberId === null ? 'uploads.logInToDownload' : 'uploads.needsLevel'),
    files: files.map((file) => ({
      name: file.name,
      path: mayTake ? filePath(file) : null,
      size: sizeText(reader, file.bytes),
      downloads: t('uploads.downloads', { count: number(file.downloadCount) }),
    })),
  }
}
