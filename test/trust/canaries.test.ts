import { expect, test } from 'vitest'
import { guest } from '../../src/context.ts'
import { createGroup } from '../../src/features/boards/board-groups.service.ts'
import { ensureFirstBoards } from '../../src/features/boards/boards.service.ts'
import type { Board } from '../../src/features/boards/boards.types.ts'
import { setPinned } from '../../src/features/posts/posts.service.ts'
import type { Post } from '../../src/features/posts/posts.types.ts'
import { inTransaction } from '../../src/lib/db/transaction.ts'
import { aBoard, aMember, aPost } from '../support/factories.ts'
import { useSite } from '../support/site.ts'

const site = useSite()

/** Words that stand nowhere else: where one is found, it leaked. */
const words = (canary: string) => ({ title: `${canary} 제목`, body: `${canary} 본문`, tags: [canary] })

const lists = (board: Board): string[] => [
  ...['', '?filter=popular', '?filter=unanswered', '?sort=votes', '?author=나래새'].map((query) => `/${board.slug}${query}`),
  `/feeds/${board.slug}.xml`,
]
const everywhere = ['/', '/new', '/new?tab=comments', '/popular?period=month', '/tags', '/feeds/all.xml', '/sitemap.xml']
const searches = [
  '/search?q=canary',
  '/tags/canarysecret',
  '/tags/canarypending',
  '/tags/canaryconsult',
  '/members/나래새',
  '/members/나래새?tab=comments',
]

test('what a post keeps from a reader stands on no page that they can open', async () => {
  await ensureFirstBoards(site.ctx)
  const open = await aBoard(site, { slug: 'open', secret: 'choice' })
  const consult = await aBoard(site, { slug: 'consult', consultation: true })
  const masked = await aBoard(site, { slug: 'masked', anonymous: true })
  const queue = await aBoard(site, { slug: 'queue', approval: true })
  const club = await aClub()
  const author = await aMember(site, '나래새')
  const insider = await aMember(site, '모임원')
  const stranger = await aMember(site, '이웃')
  const moderator = await aMember(site, '지기', { moderates: [masked] })
  const owner = await aMember(site, '주인', { level: 10 })
  const secret = await aPost(site, open, author, { ...words('canarysecret'), secret: true })
  const consulted = await aPost(site, consult, author, words('canaryconsult'))
  // Pinned for all boards, it stays between two.
  await inTransaction(site.ctx.db, (trx) => setPinned(trx, consulted, site.clock.now(), { until: null, everywhere: true }))
  const pending = await aPost(site, queue, author, words('canarypending'))
  const inClub = await aPost(
    site,
    club,
    { ...insider, viewer: { ...insider.viewer, groups: new Set([club.groupId]) } },
    words('canaryclub'),
  )
  const anonymous = await aPost(site, masked, author, { title: '이름 없는 글', body: '누가 썼을까' })
  await author.agent.post(`/masked/${anonymous.number}/comments`, { body: '이름 없는 댓글' })
  await stranger.agent.post(`/masked/${anonymous.number}/report`, { reason: 'abuse' })
  await moderator.agent.post(`/masked/${anonymous.number}/lock`, { reason: '다툼' })
  const kept = { open: secret, consult: consulted, queue: pending }
  expect([secret.secret, pending.status, anonymous.anonymous]).toEqual([1, 'pending', 1])

  // Who may read it finds each word: without that the search below would prove nothing.
  for (const [slug, { number, title }] of Object.entries(kept)) expect((await author.agent.get(`/${slug}/${number}`)).body).toContain(title)
  const report = (await moderator.agent.get('/console/reports')).body
  expect(report).toContain('이름 없는 글')

  const leaks: string[] = []
  const boards = [open, consult, masked, queue, club]
  const posts = Object.entries({ ...kept, club: inClub }).flatMap(([slug, { number }]) => pagesOf(slug, number))
  for (const [name, agent] of Object.entries({ guest: site.visitor(), stranger: stranger.agent })) {
    for (const path of [...everywhere, ...searches, ...boards.flatMap(lists), ...posts]) {
      const page = await agent.get(encodeURI(path))
      if (page.status >= 500) leaks.push(`${name} ${path}: ${page.status}`)
      // What was asked for stands in the field and in the title again.
      const asked = decodeURIComponent(path).split(/[/=]/).at(-1) ?? ''
      const found = page.body.match(/canary(secret|consult|pending|club)/g)?.filter((word) => word !== asked)
      if (found?.[0]) leaks.push(`${name} ${path}: ${found[0]}`)
    }
  }
  const names = [`/masked`, `/masked/${anonymous.number}`, `/feeds/masked.xml`, '/', '/new', '/new?tab=comments', '/search?q=이름']
  const staff = ['/console/moderation', '/console/reports', `/masked/${anonymous.number}/hide`]
  for (const [name, agent] of Object.entries({
    guest: site.visitor(),
    stranger: stranger.agent,
    moderator: moderator.agent,
    owner: owner.agent,
  })) {
    // Of the author's other posts none stands on these pages: one is secret, one waits, one is between two.
    for (const path of [...names, ...staff]) {
      const page = await agent.get(encodeURI(path))
      if (page.body.includes('나래새')) leaks.push(`${name} ${path}: the name`)
    }
  }
  expect(leaks).toEqual([])
}, 120_000)

const pagesOf = (slug: string, number: number): string[] =>
  ['', '/edit', '/delete', '/hide', '/report', '/comments/write']
    .map((act) => `/${slug}/${number}${act}`)
    .concat(`/cards/${slug}/${number}.png`)

/** A board of a group that lists nobody yet. */
async function aClub(): Promise<Board> {
  const owner = { ...guest, memberId: 1, level: 10 }
  await createGroup(site.ctx, owner, { slug: 'circle', nameKo: 'canaryclub', nameEn: 'canaryclub', level: 1, membersOnly: true })
  const group = await site.ctx.db('board_groups').where({ slug: 'circle' }).first('id')
  return aBoard(site, { slug: 'club', nameKo: 'canaryclub', groupId: group.id })
}

test('nobody votes for, keeps, reports or answers what they may not read', async () => {
  const open = await aBoard(site, { slug: 'open', secret: 'choice' })
  const consult = await aBoard(site, { slug: 'consult', consultation: true })
  const queue = await aBoard(site, { slug: 'queue', approval: true })
  const author = await aMember(site, '나래새')
  const stranger = await aMember(site, '이웃')
  const posts: [Board, Post][] = [
    [open, await aPost(site, open, author, { secret: true })],
    [consult, await aPost(site, consult, author)],
    [queue, await aPost(site, queue, author)],
  ]
  const done: string[] = []
  for (const [{ slug }, { number }] of posts) {
    for (const act of ['vote', 'bookmark', 'follow', 'report', 'comments', 'edit', 'delete', 'hide', 'lock', 'pin']) {
      const answer = await stranger.agent.post(`/${slug}/${number}/${act}`, {
        vote: 'up',
        bookmark: 'add',
        follow: 'add',
        reason: 'abuse',
        body: '몰래',
        title: '몰래',
      })
      if (![403, 404].includes(answer.status)) done.push(`${slug} ${act}: ${answer.status}`)
    }
  }
  expect(done).toEqual([])
  for (const table of ['post_votes', 'bookmarks', 'post_follows', 'reports', 'comments']) expect(await site.ctx.db(table)).toEqual([])
})
