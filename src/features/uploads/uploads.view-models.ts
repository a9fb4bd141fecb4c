import type { Reader } from '../../context.ts'
import { json, type Reply } from '../../lib/http/reply.ts'
import type { MessageKey } from '../../messages/messages.ts'
import { filePath } from './uploads.paths.ts'
import { canTakeFile, type FilePlace } from './uploads.policy.ts'
import type { StoredFiles } from './uploads.service.ts'
import type { Attachment, AttachmentList } from './uploads.types.ts'

const statuses: Partial<Record<MessageKey, number>> = {
  'uploads.refused.type': 415,
  'uploads.refused.kind': 415,
  'uploads.refused.unknown': 415,
  'uploads.refused.tooLarge': 413,
  'uploads.refused.size': 413,
  'uploads.tooMuch': 413,
  'uploads.tooManyToday': 429,
  'uploads.busy': 503,
}

/** What a script is told about the file that it sent. */
export function uploadReply({ t }: Reader, { stored: [file], refused: [refusal] }: StoredFiles): Reply {
  if (file) return json(file, 201)
  const key: MessageKey = refusal?.messageKey ?? 'uploads.nothing'
  return json({ error: t(key, refusal?.args) }, statuses[key] ?? 422)
}

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

function sizeText({ number }: Reader, bytes: number): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1024))
  return kilobytes < 1_000 ? `${number(kilobytes)} KB` : `${number(Math.round(bytes / 1024 / 102.4) / 10)} MB`
}
