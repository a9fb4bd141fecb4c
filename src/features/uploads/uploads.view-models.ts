import type { Reader } from '../../context.ts'
import { json, type Reply } from '../../lib/http/reply.ts'
import type { MessageKey } from '../../messages/messages.ts'
import type { StoredImages } from './uploads.service.ts'

const statuses: Partial<Record<MessageKey, number>> = {
  'uploads.refused.type': 415,
  'uploads.refused.tooLarge': 413,
  'uploads.tooMuch': 413,
  'uploads.tooManyToday': 429,
  'uploads.busy': 503,
}

/** What a script is told about the picture that it sent. */
export function uploadReply({ t }: Reader, { stored: [image], refused: [refusal] }: StoredImages): Reply {
  if (image) {
    const { path, thumbnailPath, markdown, width, height, name } = image
    return json({ path, thumbnailPath, markdown, width, height, name }, 201)
  }
  const key: MessageKey = refusal?.messageKey ?? 'uploads.nothing'
  return json({ error: t(key) }, statuses[key] ?? 422)
}
