import { expect, test } from 'vitest'
import { addBlock } from '../../../src/features/home/front-blocks.service.ts'
import { aBoard, aMember, aPost } from '../../support/factories.ts'
import { aBlock } from '../../support/filled-front.ts'
import { useSite } from '../../support/site.ts'

const site = useSite()
const owner = () => aMember(site, '주인', { level: 10 })
const images = '.front__cards img'

const aPicture = async (ownerId: number | null, postId: number, letter: string) => {
  const fileKey = letter.repeat(32)
  const thumbnail = { thumbnailBytes: 5, thumbnailWidth: 480, thumbnailHeight: 320 }
  const file = { fileKey, ownerId, postId, name: `${letter}.webp`, bytes: 9, width: 900, height: 600, createdAt: site.clock.now() }
  await site.ctx.db('files').insert({ ...file, ...thumbnail })
  return fileKey
}

test('a gallery block shows the newest posts with pictures, each by the cover that its list shows, not by its first file', async () => {
  const board = await aBoard(site, { slug: 'photo', look: 'gallery' })
  const mina = await aMember(site, '미나')
  for (const title of ['오래된 사진', '말뿐인 글', '바다', '산']) await aPost(site, board, mina, { title })
  const posts = site.ctx.db('posts')
  await posts.clone().whereNot({ title: '말뿐인 글' }).update({ hasImage: 1 })
  const sea = await posts.clone().where({ title: '바다' }).first('id')
  await aPicture(mina.viewer.memberId, sea.id, 'a')
  const coverKey = await aPicture(mina.viewer.memberId, sea.id, 'b')
  await aPicture(mina.viewer.memberId, sea.id, 'c')
  await posts.clone().where({ id: sea.id }).update({ coverKey })
  await addBlock(site.ctx, (await owner()).viewer, aBlock({ kind: 'gallery', boardId: board.id, rowCount: 2 }))
  const home = await site.visitor().get('/')
  expect(home.texts('.front__cards a')).toEqual(['산', '바다'])
  // The title beside a picture says what it is: a reader that speaks is not told twice.
  const shown = home.root.querySelectorAll(images).map((image) => [image.getAttribute('src'), image.getAttribute('alt')])
  expect(shown).toEqual([[`/files/${coverKey}/thumbnail/b.webp`, '']])
  const listed = (await site.visitor().get('/photo')).root.querySelectorAll('.cover img')
  expect(listed.map((image) => image.getAttribute('src'))).toEqual([shown[0]?.[0]])
})

test('a gallery block of a board without pictures says so, and leads to writing whoever may write', async () => {
  const board = await aBoard(site, { slug: 'photo' })
  const mina = await aMember(site, '미나')
  await aPost(site, board, mina)
  await addBlock(site.ctx, (await owner()).viewer, aBlock({ kind: 'gallery', boardId: board.id }))
  const home = await mina.agent.get('/')
  expect([home.has('.front .block__empty'), home.has('.front__cards')]).toEqual([true, false])
  expect(home.root.querySelector('.front .block__empty a')?.getAttribute('href')).toBe('/photo/write')
  expect((await site.visitor().get('/')).has('.front .block__empty a')).toBe(false)
})

test('a categories block names each category of its board in its order, with its number of posts and the way to them', async () => {
  const board = await aBoard(site, { slug: 'talk' })
  const bare = await aBoard(site, { slug: 'bare' })
  const named = (nameKo: string, position: number) => ({ boardId: board.id, nameKo, nameEn: nameKo, writeLevel: 1, position })
  await site.ctx.db('board_categories').insert([named('정보', 2), named('질문', 1)])
  await site.ctx.memory.forget('boards')
  const ids = await site.ctx.db('board_categories').orderBy('position').select<{ id: number }[]>('id')
  const mina = await aMember(site, '미나')
  const write = await mina.agent.get('/talk/write')
  await mina.agent.submit(write, '#post-form', { title: '제목', body: '내용입니다.', category: String(ids[0]?.id) })
  const { viewer } = await owner()
  for (const { id } of [board, bare]) await addBlock(site.ctx, viewer, aBlock({ kind: 'categories', boardId: id }))
  const home = await site.visitor().get('/')
  expect(home.texts('.front__links li')).toEqual(['질문1', '정보0'])
  const paths = home.root.querySelectorAll('.front__links a').map((link) => link.getAttribute('href'))
  expect(paths).toEqual(ids.map(({ id }) => `/talk?category=${id}`))
  // A board without categories has nothing to show, so it has no block either.
  expect(home.root.querySelectorAll('.front__block')).toHaveLength(1)
})
