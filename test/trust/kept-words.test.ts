import { expect, test } from 'vitest'
import { guest } from '../../src/context.ts'
import type { BoardForm } from '../../src/features/boards/board-form.types.ts'
import { createGroup } from '../../src/features/boards/board-groups.service.ts'
import { ensureFirstBoards } from '../../src/features/boards/boards.service.ts'
import type { Board } from '../../src/features/boards/boards.types.ts'
import { setPostStatus } from '../../src/features/posts/posts.service.ts'
import type { PostStatus } from '../../src/features/posts/posts.types.ts'
import { inTransaction } from '../../src/lib/db/transaction.ts'
import { aPdf } from '../features/uploads/other-files.ts'
import { aFile } from '../features/uploads/pictures.ts'
import type { Agent } from '../support/agent.ts'
import { aBoard, aMember, aPost, logIn, type Person } from '../support/factories.ts'
import { useSite } from '../support/site.ts'

const site = useSite()
const owner = { ...guest, memberId: 1, level: 10 }
const kinds = ['secret', 'pending', 'hidden', 'club'] as const
type Kind = (typeof kinds)[number]

/** Who may read the post of each kind; nobody else may learn a word of it. */
const readers: Record<Kind, readonly string[]> = {
  secret: ['author', 'moderator', 'administrator', 'owner'],
  pending: ['author', 'moderator', 'administrator', 'owner'],
  hidden: ['author', 'moderator', 'administrator', 'owner'],
  club: ['author', 'listed', 'administrator', 'owner'],
}

const field = { key: 'f1', kind: 'text', nameKo: '칸', nameEn: 'Field', choices: [], required: false, onPage: true, inList: true }
const rich = { linkCount: 1, extraFields: [field] as unknown as BoardForm['extraFields'] }

interface Kept {
  kind: Kind
  path: string
  file: string
  link: string
}

async function keep(kind: Kind, board: Board, author: Person, status: PostStatus): Promise<Kept> {
  const word = `canary${kind}`
  const sent = await author.agent.post(
    `/uploads?board=${board.slug}`,
    { file: aFile(aPdf(), `${word}name.pdf`, 'application/pdf') },
    { 'x-requested-with': 'fetch', accept: 'application/json' },
  )
  const { markdown, path: file } = JSON.parse(sent.body) as { markdown: string; path: string }
  const post = await aPost(site, board, author, {
    ...{ title: `${word}title`, body: `${word}body\n\n${markdown}`, secret: kind === 'secret', tags: [`${word}tag`] },
    ...{ links: [`https://example.org/${word}link`], fields: { f1: `${word}field` } },
  })
  const path = `/${board.slug}/${post.number}`
  if (post.status === 'visible') await author.agent.post(`${path}/comments`, { body: `${word}comment` })
  // Whoever kept it while they could read it keeps a bookmark of it.
  if (kind === 'hidden') await (await aMember(site, '책갈피')).agent.post(`${path}/bookmark`, { bookmark: 'add' })
  await inTransaction(site.ctx.db, (trx) => setPostStatus(trx, post, status, site.clock.now()))
  return { kind, path, file, link: `${path}/links/1` }
}

async function fill(): Promise<{ agents: Record<string, Agent>; posts: Kept[] }> {
  // A board that names no group stands in the first: that one is for all.
  await ensureFirstBoards(site.ctx)
  await createGroup(site.ctx, owner, { slug: 'circle', nameKo: '모임', nameEn: 'Circle', level: 1, membersOnly: true })
  const { id: groupId } = await site.ctx.db('board_groups').where({ slug: 'circle' }).first('id')
  const open = await aBoard(site, { slug: 'open', secret: 'choice', ...rich })
  const queue = await aBoard(site, { slug: 'queue', approval: true, ...rich })
  const club = await aBoard(site, { slug: 'club', groupId, ...rich })
  const author = await aMember(site, '나래새')
  const listed = await aMember(site, '모임원')
  for (const { viewer } of [author, listed])
    await site.ctx.db('board_group_members').insert({ groupId, memberId: viewer.memberId, createdAt: site.clock.now() })
  author.viewer.groups = new Set([groupId])
  const people = {
    ...{ author, listed, stranger: await aMember(site, '이웃') },
    ...{ moderator: await aMember(site, '지기', { moderates: [open, queue] }), administrator: await aMember(site, '관리', { level: 9 }) },
    owner: await aMember(site, '주인', { level: 10 }),
  }
  const posts = [
    await keep('secret', open, author, 'visible'),
    await keep('pending', queue, author, 'pending'),
    await keep('hidden', open, author, 'hidden'),
    await keep('club', club, author, 'visible'),
  ]
  const agents = Object.fromEntries(Object.entries(people).map(([name, { agent }]) => [name, agent]))
  return { agents: { guest: site.visitor(), ...agents }, posts }
}

const roam = [
  ...[
    '/',
    '/new',
    '/new?tab=comments',
    '/popular?period=month',
    '/tags',
    '/groups/circle',
    '/open',
    '/queue',
    '/club',
    '/open?sort=comments',
  ],
  ...[
    '/open?filter=popular',
    '/open?author=나래새',
    '/search?q=title',
    '/search?q=body',
    '/members/나래새',
    '/members/나래새?tab=comments',
  ],
  ...[
    '/me',
    '/me/bookmarks',
    '/me/follows',
    '/feeds/all.xml',
    '/feeds/open.xml',
    '/feeds/queue.xml',
    '/feeds/club.xml',
    '/sitemap.xml',
    '/console/members/2',
  ],
]

test('of a post that is kept from them nobody of any role sees a word, a file or where its link leads; who may read it sees all', async () => {
  const { agents, posts } = await fill()
  const wrong: string[] = []
  for (const [name, agent] of Object.entries(agents)) {
    for (const { kind, path, file, link } of posts) {
      const may = readers[kind].includes(name)
      const page = await agent.get(path)
      const parts = ['title', 'body', 'name', 'field', ...(kind === 'pending' ? [] : ['comment'])].filter((part) =>
        page.body.includes(`canary${kind}${part}`),
      )
      const taken = await agent.request(file)
      const led = await agent.request(link)
      const seen = {
        // A guest is led to the log-in, where there is something to see for some member.
        page: page.path.startsWith('/login') ? 403 : page.status,
        parts: parts.length,
        file: [taken.status, `${taken.headers.get('content-disposition')}`.includes('canary')],
        link: [
          led.status < 400 && !`${led.headers.get('location')}`.startsWith('/login'),
          `${led.headers.get('location')}`.includes('canary'),
        ],
      }
      const all = { page: 200, parts: kind === 'pending' ? 4 : 5, file: [200, true], link: [true, true] }
      const none = { page: seen.page === 403 ? 403 : 404, parts: 0, file: [404, false], link: [false, false] }
      if (JSON.stringify(seen) !== JSON.stringify(may ? all : none)) wrong.push(`${name} ${kind}: ${JSON.stringify(seen)}`)
    }
    for (const path of roam) {
      const { body, status } = await agent.get(encodeURI(path))
      if (status >= 500) wrong.push(`${name} ${path}: ${status}`)
      for (const { kind } of posts)
        if (body.includes(`canary${kind}`) && !readers[kind].includes(name)) wrong.push(`${name} ${path}: ${kind}`)
    }
  }
  expect(wrong).toEqual([])
}, 120_000)

test('who bookmarked a post that was hidden since finds no word of it among their bookmarks, and nobody looks into those of others', async () => {
  const { posts } = await fill()
  const hidden = posts.find(({ kind }) => kind === 'hidden')
  const { memberId } = await site.ctx.db('bookmarks').first('memberId')
  const { login } = await site.ctx.db('members').where({ id: memberId }).first('login')
  const agent = await logIn(site, login)
  const page = await agent.get('/me/bookmarks')
  expect(page.status).toBe(200)
  expect(page.body).not.toContain('canary')
  expect((await agent.get(hidden?.path ?? '')).status).toBe(404)
})

test('comments of what one may not read are neither answered, accepted, changed nor reported', async () => {
  const { agents, posts } = await fill()
  const before = JSON.stringify(await site.ctx.db('comments').orderBy('id'))
  const done: string[] = []
  for (const name of ['stranger', 'listed'] as const) {
    for (const { kind, path } of posts) {
      if (readers[kind].includes(name)) continue
      for (const act of ['accept', 'delete', 'edit', 'hide', 'report', 'restore']) {
        const { status } = await agents[name]!.post(`${path}/comments/1/${act}`, { body: '몰래', reason: 'abuse', accept: 'yes' })
        if (![403, 404].includes(status)) done.push(`${name} ${kind} ${act}: ${status}`)
      }
      const answered = await agents[name]!.post(`${path}/comments`, { body: '몰래', parent: '1' })
      if (![403, 404].includes(answered.status)) done.push(`${name} ${kind} answer: ${answered.status}`)
    }
  }
  expect(done).toEqual([])
  expect(JSON.stringify(await site.ctx.db('comments').orderBy('id'))).toBe(before)
  expect(await site.ctx.db('reports')).toEqual([])
})
