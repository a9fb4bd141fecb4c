import { beforeEach, expect, test } from 'vitest'
import { aBoard, aMember, aPost, firstBoards, type Person } from '../../support/factories.ts'
import { useSite } from '../../support/site.ts'

const site = useSite()
let mina: Person
let juno: Person

beforeEach(async () => {
  const { free } = await firstBoards(site)
  mina = await aMember(site, '미나리')
  juno = await aMember(site, '준호')
  await aPost(site, free, mina, { title: '등대 이야기', body: '바닷가에서' })
  await aPost(site, free, juno, { title: '바닷가 산책', body: '등대까지 걸었다' })
  await aPost(site, free, juno, { title: '미나리 전 부치기', body: '봄날' })
})

const found = async (query: string, agent = site.visitor()) => {
  const page = await agent.get(`/search?${query}`)
  expect(page.status).toBe(200)
  return page.texts('.results h2 a').sort()
}

test.each([
  ['all', '등대', ['등대 이야기', '바닷가 산책']],
  ['title', '등대', ['등대 이야기']],
  ['body', '등대', ['바닷가 산책']],
  ['author', '미나', ['등대 이야기']],
  ['author', '나리', []],
  ['nonsense', '등대', ['등대 이야기', '바닷가 산책']],
])('looked for in %s, “%s” finds %j', async (field, words, titles) => {
  expect(await found(`field=${field}&q=${encodeURIComponent(words)}`)).toEqual(titles)
})

test('the box below a list offers the field, and the results and their pages keep it', async () => {
  const list = await site.visitor().get('/free')
  expect(list.texts('#board-search-field option')).toEqual(['제목+내용', '제목', '내용', '글쓴이'])
  for (let more = 0; more < 25; more += 1) await aPost(site, (await firstBoards(site)).free, juno, { title: `등대 ${more}` })
  const page = await site.visitor().get('/search?q=등대&field=title&board=free')
  expect(page.root.querySelector('#search-field option[selected]')?.getAttribute('value')).toBe('title')
  expect(page.links().filter((link) => link.includes('page=2'))[0]).toContain('field=title')
})

test('by their name nobody finds what is anonymous, secret, waiting or not theirs to read', async () => {
  const masked = await aBoard(site, { slug: 'masked', anonymous: true })
  const open = await aBoard(site, { slug: 'open', secret: 'choice' })
  const queue = await aBoard(site, { slug: 'queue', approval: true })
  const staff = await aBoard(site, { slug: 'staff', readLevel: 9, listLevel: 9 })
  await aPost(site, masked, mina, { title: '이름 없이' })
  await aPost(site, open, mina, { title: '둘만의 글', secret: true })
  await aPost(site, queue, mina, { title: '기다리는 글' })
  await aPost(site, staff, mina, { title: '안의 글' })
  for (const agent of [site.visitor(), juno.agent]) {
    const page = await agent.get('/search?field=author&q=미나리')
    expect(page.texts('.results h2 a')).toEqual(['등대 이야기'])
    expect(page.text('.search-summary')).toContain('결과 1개')
  }
})
