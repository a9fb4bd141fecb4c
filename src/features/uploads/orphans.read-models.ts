import type { Db } from '../../lib/db/db.ts'
import type { FileRow } from './uploads.types.ts'

/** Files that no post took since, that are held for nothing, and that stand in nothing their owner is still writing: drafts are kept longer than a day. */
export const listOrphans = (
  db: Db,
  { before, now }: { before: Date; now: Date },
  limit: number,
): Promise<Pick<FileRow, 'id' | 'fileKey' | 'kind' | 'copies'>[]> =>
  db<FileRow>('files as f')
    .whereNull('f.postId')
    .where('f.createdAt', '<', before)
    .where((free) => free.whereNull('f.heldUntil').orWhere('f.heldUntil', '<', now))
    .whereNotExists(namedIn(db('drafts as d').whereRaw('d.member_id = f.owner_id'), 'd.fields'))
    .whereNotExists(
      namedIn(db('draft_versions as v').innerJoin('drafts as d', 'd.id', 'v.draftId').whereRaw('d.member_id = f.owner_id'), 'v.fields'),
    )
    .orderBy('f.id')
    .limit(limit)
    .select('f.id', 'f.fileKey', 'f.kind', 'f.copies')

const namedIn = (texts: ReturnType<Db>, column: string) => texts.whereRaw('INSTR(??, f.file_key) > 0', [column]).select('d.id')
