import { beforeEach, expect, test } from 'vitest'
import { createGroup } from '../../../src/features/boards/board-groups.service.ts'
import { addPage } from '../../../src/features/pages/pages.service.ts'
import { aBoard, aMember, aPost, firstBoards } from '../../support/factories.ts'
import { useSite } from '../../support/site.ts'

const site = useSite()
beforeEach(async () => {
  const { free } = await firstBoards(site)
  const mina = await aMember(site, '미나')
  await aPost(site, free, mina, { title: '옮겨 온 글' })
  await aBoard(site, { slug: 'inside', listLevel: 2, readLevel: 2 })
})

const ask = async (path: string) => {
  const answer = await site.visitor().request(path)
  return `${answer.status} ${answer.headers.get('location') ?? ''}`.trim()
}

test.each([
  ['/bbs/board.php?bo_table=free', '301 /free'],
  ['/bbs/board.php?bo_table=FREE&page=3', '301 /free?page=3'],
  ['/bbs/board.php?bo_table=free&wr_id=1&page=2', '301 /free/1'],
  ['/bbs/board.php?bo_table=free&wr_id=1&device=mobile', '301 /free/1'],
  ['/gnuboard5/bbs/board.php?bo_table=free&wr_id=1', '301 /free/1'],
  ['/g5/bbs/board.php?bo_table=free', '301 /free'],
  ['/bbs/board.php?bo_table=free&sca=%EC%9E%A1%EB%8B%B4', '302 /free'],
  ['/bbs/board.php?bo_table=free&sfl=wr_subject&stx=%EC%B1%85%EB%B0%A9', '302 /search?q=%EC%B1%85%EB%B0%A9&board=free'],
  ['/bbs/write.php?bo_table=free', '302 /free/write'],
  ['/bbs/write.php?bo_table=free&w=u&wr_id=1', '302 /free/1/edit'],
  ['/bbs/write.php?bo_table=free&w=r&wr_id=1', '302 /free/1'],
  ['/bbs/rss.php?bo_table=free', '301 /feeds/free.xml'],
  ['/rss/free', '301 /feeds/free.xml'],
  ['/bbs/content.php?co_id=company', '301 /pages/company'],
  ['/content/company', '301 /pages/company'],
  ['/content/provision', '301 /terms'],
  ['/bbs/content.php?co_id=privacy', '301 /privacy'],
  ['/bbs/group.php?gr_id=community', '301 /groups/community'],
  ['/bbs/new.php?gr_id=&view=w', '302 /new'],
  ['/bbs/search.php?sfl=wr_subject&stx=a%26b&sop=and', '302 /search?q=a%26b'],
  ['/bbs/search.php?stx=x&onetable=free', '302 /search?q=x&board=free'],
  ['/bbs/faq.php?fm_id=1', '302 /faq'],
  ['/bbs/login.php?url=https%3A%2F%2Fevil.example', '302 /login'],
  ['/bbs/register.php', '302 /signup'],
  ['/bbs/password_lost.php', '302 /password/forgot'],
  ['/bbs/profile.php?mb_id=hong', '302 /members/hong'],
  ['/bbs/memo.php', '302 /me'],
  ['/bbs/download.php?bo_table=free&wr_id=1&no=0', '302 /free/1'],
])('%s leads on: %s', async (path, answer) => {
  expect(await ask(path)).toBe(answer)
})

test.each([
  '/bbs/board.php',
  '/bbs/board.php?bo_table=',
  '/bbs/board.php?bo_table=//evil.example',
  '/bbs/board.php?bo_table=..%2Fconsole',
  '/bbs/board.php?bo_table[]=free',
  '/bbs/content.php?co_id=%2F%2Fevil.example',
  '/content/%2F%2Fevil.example',
  '/bbs/nothing.php',
  '/bbs/board.PHP%00?bo_table=free',
  '/bbs/formmail.php?mb_id=x',
  '/bbs/link.php?bo_table=free',
  '/rss/..%2Fx',
])('%s is no address of ours', async (path) => {
  expect(await ask(path)).toBe('404')
})

test('the old link leads to the very post, and to nothing where one may know nothing', async () => {
  expect((await site.visitor().get('/bbs/board.php?bo_table=free&wr_id=1')).text('h1')).toBe('옮겨 온 글')
  for (const path of [
    'bo_table=inside',
    'bo_table=inside&wr_id=1',
    'bo_table=nowhere&wr_id=1',
    'bo_table=free&wr_id=99',
    'bo_table=inside&sca=x',
  ])
    expect([path, (await site.visitor().get(`/bbs/board.php?${path}`)).status]).toEqual([path, 404])
})

test('what stands here is found behind its old address: groups, own pages, lists, posts, feeds, and the pages that every site has', async () => {
  const owner = await aMember(site, '주인', { level: 10 })
  for (const slug of ['company', 'our_rules']) {
    const draft = { slug, titleKo: `안내 ${slug}`, titleEn: '', level: 1, inFooter: 0 as const, sourceKo: '우리 책방', sourceEn: '' }
    expect(await addPage(site.ctx, owner.viewer, draft)).toBe(true)
  }
  await createGroup(site.ctx, owner.viewer, { slug: 'old_group', nameKo: '옛 모둠', nameEn: 'Old', level: 1, membersOnly: false })
  const group = await site.ctx.db('board_groups').where({ slug: 'old_group' }).first('id')
  await aPost(site, await aBoard(site, { slug: 'faq', groupId: group.id }), owner, { title: '자주 묻는 것' })
  const found = {
    '/bbs/group.php?gr_id=old_group': ['/groups/old_group', '옛 모둠'],
    '/bbs/group.php?gr_id=OLD_GROUP': ['/groups/old_group', '옛 모둠'],
    '/bbs/group.php?gr_id=community': ['/groups/community', '자유게시판'],
    '/bbs/content.php?co_id=company': ['/pages/company', '우리 책방'],
    '/content/company': ['/pages/company', '우리 책방'],
    '/bbs/content.php?co_id=our_rules': ['/pages/our_rules', '우리 책방'],
    '/content/provision': ['/terms', ''],
    '/content/privacy': ['/privacy', ''],
    '/bbs/board.php?bo_table=free': ['/free', '옮겨 온 글'],
    '/bbs/board.php?bo_table=free&wr_id=1': ['/free/1', '옮겨 온 글'],
    '/bbs/rss.php?bo_table=free': ['/feeds/free.xml', '옮겨 온 글'],
    '/rss/free': ['/feeds/free.xml', '옮겨 온 글'],
    '/bbs/faq.php': ['/faq', '자주 묻는 것'],
    '/bbs/new.php': ['/new', '옮겨 온 글'],
    '/bbs/current_connect.php': ['/', ''],
    '/bbs/search.php?stx=옮겨': ['/search?q=옮겨', ' 온 글'],
    '/bbs/login.php': ['/login', ''],
    '/bbs/register.php': ['/signup', ''],
    '/bbs/password_lost.php': ['/password/forgot', ''],
  }
  for (const [old, [path, text]] of Object.entries(found)) {
    const page = await site.visitor().get(encodeURI(old))
    expect([old, page.status, decodeURI(page.path)]).toEqual([old, 200, path])
    expect([old, page.body.includes(text ?? '')]).toEqual([old, true])
  }
  for (const old of ['memo', 'scrap', 'point', 'member_confirm']) expect((await owner.agent.get(`/bbs/${old}.php`)).path).toBe('/me')
  for (const old of ['group.php?gr_id=nowhere', 'content.php?co_id=nowhere'])
    expect((await site.visitor().get(`/bbs/${old}`)).status).toBe(404)
})

test('a category is found by its name, on a board that one may know', async () => {
  for (const slug of ['free', 'inside']) {
    const board = await site.ctx.db('boards').where({ slug }).first('id')
    await site.ctx.db('board_categories').insert({ boardId: board.id, nameKo: '잡담', nameEn: 'Chat', position: 0 })
  }
  await site.ctx.memory.forget('boards')
  const { id } = await site.ctx.db('board_categories').orderBy('id').first('id')
  const sca = encodeURIComponent('잡담')
  expect(await ask(`/bbs/board.php?bo_table=free&sca=${sca}&page=2`)).toBe(`302 /free?category=${id}&page=2`)
  expect(await ask(`/bbs/board.php?bo_table=inside&sca=${sca}`)).toBe('302 /inside')
})

test('wherever an old address leads, it stays on this site', async () => {
  const evil = [
    '//evil.example',
    'https://evil.example',
    '\\\\evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    '%0d%0aSet-Cookie:x=1',
    './/evil.example',
  ]
  const names = ['bo_table', 'wr_id', 'page', 'sca', 'stx', 'onetable', 'co_id', 'gr_id', 'mb_id', 'w', 'url']
  const scripts = ['board', 'write', 'rss', 'content', 'group', 'new', 'search', 'login', 'profile', 'link', 'download']
  for (const script of scripts) {
    for (const value of evil) {
      for (const base of ['', 'bo_table=free&', 'bo_table=free&wr_id=1&']) {
        const query = names.filter((name) => !base.includes(`${name}=`)).map((name) => `${name}=${encodeURIComponent(value)}`)
        const answer = await site.visitor().request(`/bbs/${script}.php?${base}${query.join('&')}`)
        expect(answer.status).toBeLessThan(500)
        expect(new URL(answer.headers.get('location') ?? '/', site.url).origin).toBe(site.url)
        expect(answer.headers.getSetCookie().join()).not.toContain('x=1')
      }
    }
  }
}, 60_000)
