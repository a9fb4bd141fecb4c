import { z } from 'zod'
import type { AppContext, Viewer } from '../../../context.ts'
import { readForm } from '../../../lib/http/form.ts'
import type { ReceivedImage } from '../../../lib/http/receive-images.ts'
import { canUploadOn } from '../../boards/boards.policy.ts'
import type { Board } from '../../boards/boards.types.ts'
import { fileKeysIn } from '../../uploads/uploads.paths.ts'
import { listBodyFiles } from '../../uploads/uploads.read-models.ts'
import { type RefusedFile, storeFiles } from '../../uploads/uploads.service.ts'
import { limitsOf } from '../../uploads/uploads.types.ts'

/** A post's form as it came, its pictures already stored and named at the end of the text: nothing of it gets lost on the way back. */
export interface TypedPost {
  action: 'publish' | 'preview' | 'upload' | 'draft'
  draft: Record<string, string>
  added: number
  refused: RefusedFile[]
}

const Buttons = z.looseObject({ action: z.enum(['publish', 'preview', 'upload', 'draft']).catch('publish') })

export async function takeTypedPost(
  ctx: AppContext,
  viewer: Viewer,
  board: Board,
  sent: { body: unknown; images: ReceivedImage[] },
): Promise<TypedPost> {
  const form = readForm(Buttons, sent.body)
  const action = form.ok ? form.data.action : 'publish'
  // An empty file field is sent as a file without a name.
  const images = sent.images.filter(({ name }) => name !== '')
  if (images.length > 0 && !canUploadOn(viewer, board)) {
    return { action, draft: form.draft, added: 0, refused: images.map(({ name }) => ({ name, messageKey: 'posts.mayNotUpload' })) }
  }
  const { stored, refused } = await storeFiles(ctx, viewer, limitsOf(board, fileKeysIn(form.draft['body'] ?? '').length), images)
  const parts = [(form.draft['body'] ?? '').trimEnd(), ...stored.map(({ markdown }) => markdown)].filter((part) => part !== '')
  const draft = stored.length > 0 ? { ...form.draft, body: `${parts.join('\n\n')}\n` } : form.draft
  if (action === 'publish' && viewer.memberId !== null && (await namesTooMany(ctx, viewer.memberId, board, draft['body'] ?? ''))) {
    refused.push({ name: '', messageKey: 'uploads.refused.count', args: { count: board.uploadCount } })
  }
  return { action, draft, added: stored.length, refused }
}

/** Files go up one by one before their post is there: here they are counted. What a post had when the limit was lowered stays. */
async function namesTooMany(ctx: AppContext, ownerId: number, board: Board, source: string): Promise<boolean> {
  return fileKeysIn(source).length > board.uploadCount && (await listBodyFiles(ctx, { source, ownerId, postId: null })).size > 0
}
