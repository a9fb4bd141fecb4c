import { expect, test } from 'vitest'
import { addItem } from '../../../src/features/menu/menu.service.ts'
import { changeSettings } from '../../../src/features/settings/settings.service.ts'
import type { Agent } from '../../support/agent.ts'
import { aBoard, aMember } from '../../support/factories.ts'
import { aMenuItem } from '../../support/filled-front.ts'
import { useSite } from '../../support/site.ts'
import { aNightBoard, anAdult } from './yard.ts'

const site = useSite()

const pages = (number: number) => ['/night', `/night/${number}`, `/night/${number}?comments=1`, '/night/999', '/feeds/night.xml']

test('a guest and a member who was not confirmed get the gate of the board, and nothing of what stands there', async () => {
  const { number, paths } = await aNightBoard(site)
  const member = await aMember(site, '이웃')
  for (const agent of [site.visitor(), member.agent]) {
    for (const path of pages(number)) {
      const gate = await agent.get(path)
      expect([path, gate.status, gate.text('h1')]).toEqual([path, 403, '밤: 성인 게시판'])
      expect(gate.headers.get('cache-control')).toBe('no-store')
      expect(gate.root.querySelector('meta[name=robots]')?.getAttribute('content')).toBe('noindex')
      expect(gate.has('meta[name=rating]')).toBe(false)
      expect(gate.links()).toContain('/')
    }
    for (const path of paths) {
      const answer = await agent.get(encodeURI(path))
      expect([403, 404], path).toContain(answer.status)
      expect([path, answer.body.includes('canarynight'), answer.text('main').includes('올빼미')]).toEqual([path, false, false])
    }
  }
})

test('one can not tell from the gate whether there is such a post', async () => {
  const { number } = await aNightBoard(site)
  const gateOf = async (path: string) => (await site.visitor().get(path)).body.replaceAll(path, '').replaceAll(encodeURIComponent(path), '')
  expect(await gateOf(`/night/${number}`)).toBe(await gateOf('/night/998'))
})

test('a guest is led through log-in to where they were; a confirmed member, a moderator and an administrator read everything', async () => {
  const { board, number, paths, author, picture } = await aNightBoard(site)
  const gate = await site.visitor().get(`/night/${number}`)
  expect(gate.links()).toContain(`/login?returnTo=${encodeURIComponent(`/night/${number}`)}`)
  const readers = [
    author,
    await anAdult(site, '어른'),
    await aMember(site, '지기', { moderates: [board] }),
    await aMember(site, '관리', { level: 9 }),
  ]
  for (const { agent, viewer } of readers) {
    const [list, post] = [await agent.get('/night'), await agent.get(`/night/${number}`)]
    expect([viewer.nickname, list.status, post.status]).toEqual([viewer.nickname, 200, 200])
    expect([list.text('h1'), post.text('h1')]).toEqual(['밤 19성인 게시판', '19성인 게시판 canarynight 제목'])
    for (const page of [list, post]) expect(page.root.querySelector('meta[name=rating]')?.getAttribute('content')).toBe('adult')
    expect(post.text('#comments')).toContain('canarynight 댓글')
    expect((await agent.request(picture)).headers.get('cache-control')).toContain('private')
    // No card and no feed: those are for whoever has the address.
    for (const path of paths) expect([path, (await agent.get(path)).status === 403]).toEqual([path, false])
    expect((await agent.get('/feeds/night.xml')).status).toBe(404)
  }
  expect((await site.visitor().get('/')).has('meta[name=rating]')).toBe(false)
})

test('nothing can be done on such a board by who may not read it', async () => {
  const { number } = await aNightBoard(site)
  const { agent } = await aMember(site, '이웃')
  for (const act of ['write', `${number}/vote`, `${number}/bookmark`, `${number}/report`, `${number}/comments`, `${number}/edit`, 'read']) {
    const answer = await agent.post(`/night/${act}`, { vote: 'up', bookmark: 'add', reason: 'abuse', title: '몰래', body: '몰래' })
    expect([act, answer.status]).toEqual([act, 403])
    expect(answer.body).not.toContain('canarynight')
  }
  for (const table of ['post_votes', 'bookmarks', 'reports']) expect(await site.ctx.db(table)).toEqual([])
  expect([await site.ctx.db('posts').count({ n: '*' }), await site.ctx.db('comments').count({ n: '*' })]).toEqual([[{ n: 1 }], [{ n: 1 }]])
  const data = await site.visitor().request(`/night/${number}`, { headers: { accept: 'application/json' } })
  expect([data.status, (await data.text()).includes('canarynight')]).toEqual([403, false])
})

test('the board is named in the menu with its mark, and old addresses lead to the gate', async () => {
  const { board, number } = await aNightBoard(site)
  await aBoard(site, { slug: 'free', nameKo: '자유' })
  const guest = site.visitor()
  expect((await guest.get('/')).texts('.menu a')).toEqual(['밤 19성인 게시판', '자유'])
  const owner = await aMember(site, '주인', { level: 10 })
  await owner.agent.submit(await owner.agent.get('/console/boards/night'), '#board-form', { slug: 'owls' })
  for (const [path, to] of [
    [`/bbs/board.php?bo_table=night&wr_id=${number}`, `/owls/${number}`],
    ['/bbs/board.php?bo_table=night', '/owls'],
    ['/bbs/rss.php?bo_table=owls', '/feeds/owls.xml'],
    [`/night/${number}`, `/owls/${number}`],
    ['/night', '/owls'],
  ] as const) {
    const gate = await guest.get(path)
    expect([path, gate.status, gate.path, gate.text('h1')]).toEqual([path, 403, to, '밤: 성인 게시판'])
  }
  // Whoever may not know of the board for other reasons too is told nothing.
  await site.ctx.db('boards').where({ id: board.id }).update({ listLevel: 5 })
  await site.ctx.memory.forget('boards')
  expect((await guest.get(`/owls/${number}`)).status).toBe(404)
  expect((await guest.get('/')).texts('.menu a')).toEqual(['자유'])
})

test('a group is in the menu for those who may read one of its boards; its boards for adults are named with the others', async () => {
  const { board } = await aNightBoard(site)
  const owner = await aMember(site, '주인', { level: 10 })
  await addItem(site.ctx, owner.viewer, aMenuItem({ kind: 'group', targetId: board.groupId, nameKo: '모둠' }))
  const menu = async (agent: Agent) => (await agent.get('/')).texts('.menu a')
  expect([await menu(site.visitor()), await menu(owner.agent)]).toEqual([[], ['모둠', '밤 19성인 게시판']])
  await aBoard(site, { slug: 'free', nameKo: '자유' })
  expect(await menu(site.visitor())).toEqual(['모둠', '밤 19성인 게시판', '자유'])
})

test('who merges such a board into an open one is told what that opens', async () => {
  await aNightBoard(site)
  await aBoard(site, { slug: 'free', nameKo: '자유' })
  const { agent } = await aMember(site, '주인', { level: 10 })
  const asked = async (from: string, into: string) =>
    (await agent.submit(await agent.get(`/console/boards/${from}/merge`), '#merge-form', { into })).text('.alert')
  expect(await asked('night', 'free')).toContain('‘자유’는 성인 게시판이 아닙니다.')
  expect(await asked('free', 'night')).not.toContain('성인')
})

test('where the staff confirms, the gate gives their address and takes no declaration', async () => {
  await aNightBoard(site)
  const { agent, viewer } = await aMember(site, '이웃')
  await changeSettings(site.ctx, viewer, { contactEmail: 'town@example.org' })
  const gate = await agent.get('/night')
  expect([gate.has('#adult-form'), gate.text('main a[href^="mailto:"]')]).toEqual([false, 'town@example.org'])
  expect((await site.visitor().get('/night')).has('main a[href^="mailto:"]')).toBe(false)
  expect((await agent.post('/me/adult', { returnTo: '/night' })).status).toBe(403)
  expect((await agent.get('/night', { 'accept-language': 'en' })).text('main')).toContain('Please ask the staff')
})
