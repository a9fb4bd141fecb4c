import { expect, test } from 'vitest'
import { createComment } from '../../src/features/comments/comments.service.ts'
import type { Agent } from '../support/agent.ts'
import { aPost } from '../support/factories.ts'
import { fillSite } from '../support/filled-site.ts'
import { useSite } from '../support/site.ts'

const site = useSite()
/** Of all pages that were asked for here. */
const reads = new Map<string, readonly unknown[]>()

/** DESIGN §5: what the frame needs is remembered; a list or a post takes four statements at most, none per row. A fifth gathers what few posts have. */
test('how many statements a page takes is known, and grows with no list', async () => {
  const filled = await fillSite(site)
  const { free, busy } = filled.boards
  const { author, member, moderator, owner } = filled.people
  const crowded = await aPost(site, busy, author)
  for (let count = 1; count <= 101; count += 1)
    await createComment(site.ctx, member.viewer, { board: busy, post: crowded }, { body: `${count}번째 말`, parent: undefined })
  for (let count = 1; count <= 30; count += 1) await aPost(site, free, author)
  const guest = site.visitor()
  expect({
    'front page, first guest': await statements(guest, '/?first='),
    'list, first guest': await statements(guest, '/free?first='),
    'post with comments, first guest': await statements(guest, `${filled.posts.long}?first=`),
    'member, first guest': await statements(guest, `/members/${encodeURIComponent('미나')}?first=`),
    'front page, guest': await statements(guest, '/'),
    'front page, member': await statements(member.agent, '/'),
    'list, guest': await statements(guest, '/free'),
    'list, member': await statements(member.agent, '/free'),
    'list with categories and pictures, member': await statements(member.agent, '/look-gallery'),
    'list with answers, member': await statements(member.agent, '/look-faq'),
    'list of what is unanswered, of a week, member': await statements(member.agent, '/free?filter=unanswered&period=week'),
    'list, last page, moderator': await statements(moderator.agent, '/busy?page=3'),
    'post without comments, guest': await statements(guest, filled.posts.quiet),
    'post with comments, guest': await statements(guest, filled.posts.long),
    'post with comments, member': await statements(member.agent, filled.posts.long),
    'post with a hundred comments, member': await statements(member.agent, `/busy/${crowded.number}`),
    'post with a hundred comments, second page, member': await statements(member.agent, `/busy/${crowded.number}?comments=2`),
    'hidden post, its author': await statements(author.agent, filled.posts.hidden),
    'picture, guest': await statements(
      guest,
      (await guest.get(filled.posts.picture)).root.querySelector('article img')?.getAttribute('src') ?? '/',
    ),
    'search, member': await statements(member.agent, '/search?q=%EC%B1%85%EB%B0%A9'),
    'member, guest': await statements(guest, `/members/${encodeURIComponent('미나')}`),
    'comments of a member, first guest': await statements(guest, `/members/${encodeURIComponent('미나')}?tab=comments&first=`),
    'new posts, first guest': await statements(guest, '/new?first='),
    'new posts, page 2, member': await statements(member.agent, `/new?before=${crowded.id}`),
    'new comments, first guest': await statements(guest, '/new?tab=comments&first='),
    'popular, first guest': await statements(guest, '/popular?first='),
    'tags, first guest': await statements(guest, '/tags?first='),
    'tag, member': await statements(member.agent, `/tags/${encodeURIComponent('동네책방')}`),
    'my page': await statements(member.agent, '/me'),
    'moderation log, owner': await statements(owner.agent, '/console/moderation'),
  }).toMatchInlineSnapshot(`
    {
      "comments of a member, first guest": 5,
      "front page, first guest": 2,
      "front page, guest": 0,
      "front page, member": 4,
      "hidden post, its author": 5,
      "list of what is unanswered, of a week, member": 3,
      "list with answers, member": 3,
      "list with categories and pictures, member": 3,
      "list, first guest": 1,
      "list, guest": 0,
      "list, last page, moderator": 2,
      "list, member": 2,
      "member, first guest": 4,
      "member, guest": 0,
      "moderation log, owner": 2,
      "my page": 6,
      "new comments, first guest": 1,
      "new posts, first guest": 1,
      "new posts, page 2, member": 2,
      "picture, guest": 1,
      "popular, first guest": 0,
      "post with a hundred comments, member": 5,
      "post with a hundred comments, second page, member": 5,
      "post with comments, first guest": 3,
      "post with comments, guest": 0,
      "post with comments, member": 4,
      "post without comments, guest": 0,
      "search, member": 2,
      "tag, member": 2,
      "tags, first guest": 1,
    }
  `)
  // What is remembered for seconds is read with all its texts, in order.
  const often = [...reads].filter(([sql]) => !sql.includes('from `boards` as `b` inner join `board_groups`'))
  expect(often.length).toBeGreaterThan(30)
  expect(await writingToDisk(often)).toEqual([])
}, 60_000)

/**
 * The fewest of five: in some of them a memory of five seconds may have run out. Guests after the first get the page that was kept; the first
 * asks under an address that nobody had asked for.
 */
async function statements(agent: Agent, path: string): Promise<number> {
  const counts: number[] = []
  for (const time of ['1', '2', '3', '4', '5']) counts.push(await countOnce(agent, path.endsWith('=') ? path + time : path))
  return Math.min(...counts)
}

async function countOnce(agent: Agent, path: string): Promise<number> {
  const asked: string[] = []
  const listen = ({ sql, bindings }: { sql: string; bindings: readonly unknown[] }) => {
    asked.push(sql)
    if (/^\(?(select|with) /i.test(sql)) reads.set(sql, bindings)
  }
  site.ctx.db.on('query', listen)
  const page = await agent.get(path)
  site.ctx.db.removeListener('query', listen)
  expect([path, page.status]).toEqual([path, 200])
  // Visits and what was read are written after the answer.
  return asked.filter((sql) => !/\bvisit_|\bvisits\b|\bjob_marks\b|^INSERT INTO post_reads|^(BEGIN|COMMIT)/.test(sql)).length
}

/** Texts that are sorted or gathered go through a file: five times the cost of the statement. */
async function writingToDisk(statements: readonly (readonly [sql: string, bindings: readonly unknown[]])[]): Promise<string[]> {
  const connection = await site.ctx.db.transaction()
  const written = async () => {
    const [[row]] = (await connection.raw("SHOW SESSION STATUS LIKE 'Created_tmp_disk_tables'")) as [{ Value: string }[]]
    return Number(row?.Value)
  }
  const found: string[] = []
  for (const [sql, bindings] of statements) {
    const before = await written()
    // Asking is itself answered from such a table on some servers.
    const asking = (await written()) - before
    await connection.raw(sql, bindings as never)
    if ((await written()) - before > 2 * asking) found.push(sql)
  }
  await connection.rollback()
  return found
}
