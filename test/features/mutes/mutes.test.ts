import { beforeEach, expect, test } from 'vitest'
import { addBlock } from '../../../src/features/home/front-blocks.service.ts'
import { aBoard, aMember, aPost, type Person } from '../../support/factories.ts'
import { aBlock } from '../../support/filled-front.ts'
import { useSite } from '../../support/site.ts'

const site = useSite()
let mina: Person
let loud: Person
let reader: Person

beforeEach(async () => {
  const board = await aBoard(site, { slug: 'free', nameKo: '자유게시판' })
  mina = await aMember(site, '미나')
  loud = await aMember(site, '떠들이')
  reader = await aMember(site, '준호')
  await aPost(site, board, mina, { title: '조용한 글' })
  await aPost(site, board, loud, { title: '시끄러운 글' })
  await loud.agent.post('/free/1/comments', { body: '시끄러운 말' })
  await mina.agent.post('/free/1/comments', { body: '조용한 말' })
})

const profile = `/members/${encodeURIComponent('떠들이')}`
const folded = async ({ agent }: Pick<Person, 'agent'>) => (await agent.get('/free/1')).texts('.comment__folded > summary')
const dimmed = async ({ agent }: Person) => (await agent.get('/free')).texts('.row.is-muted a.t')
const press = (person: Person, wish: string, nickname = '떠들이') =>
  person.agent.post(`/members/${encodeURIComponent(nickname)}/mute`, { mute: wish })

test('whom a member muted from their page is folded in threads and dimmed in lists, for that member alone, until it is undone', async () => {
  const done = await reader.agent.submit(await reader.agent.get(profile), 'form#mute', { mute: 'yes' })
  expect([done.path, done.text('.flash'), done.text('form#mute button')]).toEqual([
    profile,
    expect.stringContaining('차단했습니다'),
    '차단 해제',
  ])
  expect([await folded(reader), await dimmed(reader)]).toEqual([['차단한 회원 떠들이님의 댓글'], ['시끄러운 글']])
  const page = await reader.agent.get('/free/1')
  expect(page.texts('.comment__folded .said')).toEqual(['시끄러운 말'])
  expect(page.text('#comment-2 > article .said')).toBe('조용한 말')
  for (const other of [mina, loud]) expect([await folded(other), await dimmed(other)]).toEqual([[], []])
  expect(await folded({ agent: site.visitor() })).toEqual([])
  await press(reader, 'no')
  expect([await folded(reader), await dimmed(reader)]).toEqual([[], []])
})

test('at a comment the way leads through a page that says what will be, and back to the comment', async () => {
  const thread = await reader.agent.get('/free/1')
  const way = thread.root.querySelectorAll('#comment-1 .do a').find((link) => link.textContent === '차단')
  const ask = await reader.agent.get(way?.getAttribute('href') ?? '')
  expect([ask.text('h1'), ask.body.includes('상대에게는 알리지 않습니다')]).toEqual(['떠들이님을 차단할까요?', true])
  const back = await reader.agent.submit(ask, 'form#mute')
  expect(back.redirects).toEqual(['/free/1/comments/1', '/free/1#comment-1'])
  expect(await folded(reader)).toHaveLength(1)
  const list = await reader.agent.get('/me/mutes')
  expect(list.texts('.muted li > a')).toEqual(['떠들이'])
  expect((await reader.agent.submit(list, '.muted form', { mute: 'no' })).text('.empty')).toContain('차단한 회원이 없습니다')
})

test('fifty presses at once mute once; nobody mutes themselves, a stranger, or more than five hundred', async () => {
  await Promise.all(Array.from({ length: 50 }, () => press(reader, 'yes')))
  expect(await site.ctx.db('member_mutes')).toHaveLength(1)
  expect((await press(reader, 'maybe')).status).toBe(400)
  expect((await press(reader, 'yes', '준호')).status).toBe(403)
  expect((await press(reader, 'yes', '없는사람')).status).toBe(404)
  expect((await reader.agent.get(`/members/${encodeURIComponent('준호')}`)).has('form#mute')).toBe(false)
  expect((await reader.agent.get(`/members/${encodeURIComponent('준호')}/mute`)).status).toBe(403)
  const more = Array.from({ length: 499 }, (_, at) => ({
    memberId: reader.viewer.memberId,
    mutedId: 1_000 + at,
    createdAt: site.clock.now(),
  }))
  await site.ctx.db('member_mutes').insert(more)
  expect((await press(reader, 'yes', '미나')).status).toBe(409)
  expect((await site.visitor().get('/me/mutes')).path).toMatch(/^\/login/)
})

test('among what is new on all boards their posts are dimmed, and of their comments it is told that there is one', async () => {
  await press(reader, 'yes')
  expect((await reader.agent.get('/new')).texts('.stream .is-muted .t')).toEqual(['시끄러운 글'])
  expect((await reader.agent.get('/new?tab=comments')).texts('.stream--comments .t')).toEqual(['조용한 말', '차단한 회원 떠들이님의 댓글'])
  expect((await mina.agent.get('/new?tab=comments')).texts('.stream--comments .t')).toEqual(['조용한 말', '시끄러운 말'])
})

test('under an anonymous post a mute does not tell who is who', async () => {
  const whisper = await aBoard(site, { slug: 'whisper', anonymous: true })
  await aPost(site, whisper, loud)
  await loud.agent.post('/whisper/1/comments', { body: '누가 한 말일까' })
  await press(reader, 'yes')
  const [thread, list] = [await reader.agent.get('/whisper/1'), await reader.agent.get('/whisper')]
  expect([thread.has('.comment__folded'), thread.body.includes('/mute'), list.has('.is-muted')]).toEqual([false, false, false])
})

test('what somebody said whose account is suspended is folded for everybody', async () => {
  await site.ctx.db('members').where({ id: loud.viewer.memberId }).update({ status: 'suspended' })
  for (const who of [reader, { agent: site.visitor() }]) expect(await folded(who)).toEqual(['이용이 정지된 회원 떠들이님의 댓글'])
})

test('elsewhere it is the same: in search, among popular posts and on the front page, as it is and as the owner arranges it', async () => {
  await press(reader, 'yes')
  // Talked about, both are popular.
  await reader.agent.post('/free/2/comments', { body: '그래도 한마디' })
  const { id: boardId } = await site.ctx.db('boards').first('id')
  const quiet = ['조용한 글']
  const loudOnes = ['시끄러운 글']
  const found = await reader.agent.get('/search?q=글')
  expect([found.texts('.results .is-muted h2 a'), found.texts('.results li:not(.is-muted) h2 a')]).toEqual([loudOnes, quiet])
  expect(found.root.querySelectorAll('.results p')).toHaveLength(1)
  await site.ctx.memory.forget('popular')
  expect((await reader.agent.get('/popular')).texts('.is-muted a.t')).toEqual(loudOnes)
  expect((await reader.agent.get('/')).texts('.block .is-muted > a')).toEqual(loudOnes)
  const owner = (await aMember(site, '마당주인', { level: 10 })).viewer
  for (const block of [{ kind: 'latest' as const, boardId }, { kind: 'popular-week' as const }, { kind: 'comments' as const }])
    await addBlock(site.ctx, owner, aBlock(block))
  const front = await reader.agent.get('/')
  expect(front.texts('.block .is-muted > a')).toEqual([...loudOnes, ...loudOnes])
  expect(front.texts('.block li > a')).toContain('차단한 회원 떠들이님의 댓글')
  expect(front.body).not.toContain('시끄러운 말')
  for (const other of [loud.agent, site.visitor()]) {
    for (const at of ['/search?q=글', '/popular', '/'])
      expect([at, (await other.get(at)).root.querySelectorAll('.is-muted').length]).toEqual([at, 0])
  }
})

test('an anonymous post gives nobody away, wherever it is met', async () => {
  const masked = await aBoard(site, { slug: 'masked', anonymous: true })
  await aPost(site, masked, loud, { title: '가린 글' })
  await reader.agent.post('/masked/1/comments', { body: '누구신지' })
  await press(reader, 'yes')
  await site.ctx.memory.forget('popular')
  for (const at of ['/search?q=가린', '/popular', '/', '/new']) {
    const page = await reader.agent.get(at)
    const muted = page.root.querySelectorAll('.is-muted').map((item) => item.text)
    expect([at, page.body.includes('가린 글'), muted.some((text) => text.includes('가린 글'))]).toEqual([at, true, false])
  }
})
