import type { Db } from '../../../lib/db/db.ts'
import type { Board } from '../../boards/boards.types.ts'
import { listCopiedKeys } from '../../image-copies/image-copies.read-models.ts'
import { keepPoll } from '../../polls/polls.service.ts'
import { setTags } from '../../tags/tags.service.ts'
import { fileKeysIn } from '../../uploads/uploads.paths.ts'
import { attachFiles } from '../../uploads/uploads.service.ts'
import type { RenderedText } from '../bodies/render-body.read-models.ts'
import { replaceExtraValues, replaceLinks } from '../post-extras.repository.ts'
import { updateHasPoll } from '../posts.repository.ts'
import type { Post, PostDraft } from '../posts.types.ts'

/** Of a secret post lists know nothing but that it is there. Where a board's rule changed since, a post keeps what it was; a reply is as its root. */
export function listedAs(
  board: Board,
  draft: PostDraft,
  { looks }: RenderedText,
  before: Pick<Post, 'secret'> & { rootId?: number | null } = { secret: 0 },
) {
  const was = before.secret === 1
  const wished = before.rootId ? was : draft.secret === true
  const secret = { always: true, choice: wished, never: was }[board.secret]
  return { ...looks, secret: secret ? (1 as const) : (0 as const), ...(secret ? { excerpt: '', coverKey: null } : {}) }
}

/** What stands around a text: tags, links, the board's own fields, a poll, files. A new post has nothing of it that would have to go. */
export async function keepAround(
  trx: Db,
  at: { postId: number; boardId: number; ownerId: number; isNew: boolean },
  draft: PostDraft,
): Promise<void> {
  const { postId, boardId, ownerId, isNew } = at
  const { tags = [], links = [], fields = {} } = draft
  const keys = [...fileKeysIn(draft.body), ...(isNew ? [] : await listCopiedKeys(trx, postId, draft.body))]
  if (!isNew || tags.length > 0) await setTags(trx, { id: postId, boardId }, tags)
  if (!isNew || links.length > 0) await replaceLinks(trx, postId, links)
  if (!isNew || Object.keys(fields).length > 0) await replaceExtraValues(trx, postId, fields)
  if (draft.poll !== undefined) {
    await keepPoll(trx, at, draft.poll)
    if (!isNew) await updateHasPoll(trx, postId, draft.poll !== null)
  }
  if (!isNew || keys.length > 0) await attachFiles(trx, { postId, ownerId, keys })
}
