import { describe, expect, test } from 'vitest'
import { guest, type Viewer } from '../../../src/context.ts'
import { loadListPage } from '../../../src/features/posts/lists/list-pages.read-models.ts'
import { plainList } from '../../../src/features/posts/lists/list-query.types.ts'
import { loadOverview } from '../../../src/features/posts/overview.read-models.ts'
import { canReadPost } from '../../../src/features/posts/posts.policy.ts'
import { setLocked, setPinned, setPostStatus } from '../../../src/features/posts/posts.service.ts'
import type { Post } from '../../../src/features/posts/posts.types.ts'
import { inTransaction } from '../../../src/lib/db/transaction.ts'
import { aBoard, aMember, aPost } from '../../support/factories.ts'
import { useSite } from '../../support/site.ts'

const site = useSite()

describe('what a list shows is what every reader of the board may read', () => {
  test('for every kind of post and every kind of reader, the policy and the SQL say the same', async () => {
    const board = await aBoard(site, { slug: 'free', noticeLimit: 20 })
    const mina = await aMember(site, 'mina')
    for (const status of ['visible', 'hidden', 'deleted'] as const) {
      for (const pinned of [false, true]) {
        for (const locked of [false, true]) {
          const post = await aPost(site, board, mina, { title: `${status} ${pinned} ${locked}` })
          await inTransaction(site.ctx.db, async (trx) => {
            if (pinned) await setPinned(trx, post, new Date())
            if (locked) await setLocked(trx, post, new Date())
            await setPostStatus(trx, post, status, new Date())
          })
        }
      }
    }
    const posts = await site.ctx.db<Post>('posts')
    const stranger: Viewer = { ...guest, memberId: 99, level: 2 }
    const readable = posts.filter((post) => canReadPost(guest, board, post)).map(({ number }) => number)
    expect(readable).toEqual(posts.filter((post) => canReadPost(stranger, board, post)).map(({ number }) => number))
    const list = await loadListPage(site.ctx, guest, board, plainList(guest, board))
    const listed = [...list!.rows, ...list!.notices].map(({ number }) => number).sort((a, b) => a - b)
    expect(listed).toEqual(readable)
    const overview = await loadOverview(site.ctx, guest, { latest: 50, notices: 50 })
    const seen = [...overview.boards.flatMap((latest) => latest.posts), ...overview.notices.map((notice) => notice.post)]
    expect([...new Set(seen.map(({ number }) => number))].sort((a, b) => a - b)).toEqual(readable)
  })
})
