import type { Db } from '../../lib/db/db.ts'
import type { CommentSort } from '../boards/board-settings.types.ts'
import { bucketsColumn, readBuckets } from '../comments/threads/thread-pages.read-models.ts'
import type { Bucket } from '../comments/threads/thread-pages.types.ts'
import { pollColumn, readPoll } from '../polls/polls.read-models.ts'
import type { ShownPoll } from '../polls/polls.types.ts'
import { attachmentsColumn, readAttachments } from '../uploads/uploads.read-models.ts'
import type { Attachment } from '../uploads/uploads.types.ts'
import type { PostLink } from './post-extras.types.ts'

/** What a post may have besides its text, and most have not. */
export interface PostParts {
  tags: string[]
  links: PostLink[]
  attachments: Attachment[]
  poll: ShownPoll | null
  /** Of its comments, where they fill more than a page. */
  buckets: Bucket[]
}

const rowsOf: Record<keyof PostParts, string> = {
  tags: 'post_tags AS part WHERE',
  links: 'post_links AS part WHERE',
  attachments: "files AS part WHERE part.kind = 'file' AND",
  poll: 'polls AS part WHERE',
  buckets: 'comment_buckets AS part WHERE',
}

/**
 * A column for the statement that reads the post `p`: names of the parts that it has. To look whether there are any costs next to nothing;
 * to gather them costs MariaDB a temporary table each, some of them on the disk.
 */
export const partsColumn = (db: Db) =>
  db.raw(
    `CONCAT_WS(' ', ${Object.entries(rowsOf)
      .map(([part, rows]) => `IF(EXISTS (SELECT 1 FROM ${rows} part.post_id = p.id), '${part}', NULL)`)
      .join(', ')}) AS parts`,
  )

interface Asked {
  /** Whose votes in the poll are told. */
  memberId: number
  commentSort: CommentSort
}

/** Those that the column named, in one statement. */
export async function loadPostParts(db: Db, postId: number, named: string, { memberId, commentSort }: Asked): Promise<PostParts> {
  const columns: Record<keyof PostParts, () => ReturnType<Db['raw']>> = {
    tags: () => tagsColumn(db),
    links: () => linksColumn(db),
    attachments: () => attachmentsColumn(db),
    poll: () => pollColumn(db, memberId),
    buckets: () => bucketsColumn(db, commentSort),
  }
  const wanted = named === '' ? [] : (named.split(' ') as (keyof PostParts)[])
  const stored: Partial<Record<keyof PostParts, unknown>> =
    wanted.length === 0
      ? {}
      : ((await db('posts as p')
          .where({ 'p.id': postId })
          .first(...wanted.map((part) => columns[part]()))) ?? {})
  return {
    tags: (stored.tags as string | undefined)?.split(' ') ?? [],
    links: readLinks(stored.links),
    attachments: readAttachments(stored.attachments),
    poll: readPoll(stored.poll),
    buckets: readBuckets(stored.buckets),
  }
}

/** No tag holds a blank. */
const tagsColumn = (db: Db) =>
  db.raw("(SELECT GROUP_CONCAT(t.tag ORDER BY t.position SEPARATOR ' ') FROM post_tags AS t WHERE t.post_id = p.id) AS tags")

const linksColumn = (db: Db) =>
  db.raw(
    `(SELECT JSON_ARRAYAGG(JSON_OBJECT('position', l.position, 'url', l.url, 'clickCount', l.click_count))
      FROM post_links AS l WHERE l.post_id = p.id) AS links`,
  )

/** MariaDB gives JSON as text. */
function readLinks(stored: unknown): PostLink[] {
  const links = (typeof stored === 'string' ? JSON.parse(stored) : (stored ?? [])) as PostLink[]
  return links.sort((a, b) => a.position - b.position)
}
