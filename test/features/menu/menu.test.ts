import { expect, test } from 'vitest'
import { addItem } from '../../../src/features/menu/menu.service.ts'
import { addPage } from '../../../src/features/pages/pages.service.ts'
import { aBoard, aMember } from '../../support/factories.ts'
import { aMenuItem, aPage } from '../../support/filled-front.ts'
import { useSite } from '../../support/site.ts'

const site = useSite()
const row = '.menu > a, .menu__item > a'

test('without a menu of its own the site shows all boards that one may enter', async () => {
  await aBoard(site, { slug: 'free', nameKo: '자유' })
  await aBoard(site, { slug: 'staff', nameKo: '운영', listLevel: 9, readLevel: 9 })
  expect((await site.visitor().get('/')).texts(row)).toEqual(['자유'])
  const page = await site.visitor().get('/free')
  expect(page.text('.menu [aria-current]')).toBe('자유')
})

test('an administrator adds, names, moves, puts under and removes; everybody sees it at once', async () => {
  const free = await aBoard(site, { slug: 'free', nameKo: '자유' })
  const admin = await aMember(site, '마루', { level: 9 })
  const add = async (fields: Record<string, string>) => admin.agent.submit(await admin.agent.get('/console/menu/new'), '#menu-form', fields)
  await add({ target: `board:${free.id}` })
  await add({ target: 'new', nameKo: '최신' })
  await add({ target: 'link', url: 'https://example.org/town', nameKo: '동네' })
  const guest = site.visitor()
  expect((await guest.get('/')).texts(row)).toEqual(['자유', '최신', '동네'])
  const ids = await site.ctx.db('menu_items').orderBy('id').select<{ id: number }[]>('id')
  await admin.agent.post(`/console/menu/${ids[2]?.id}/up`, {})
  expect((await guest.get('/')).texts(row)).toEqual(['자유', '동네', '최신'])
  await admin.agent.submit(await admin.agent.get(`/console/menu/${ids[2]?.id}`), '#menu-form', {
    parent: String(ids[0]?.id),
    nameEn: 'Town',
  })
  const nested = await guest.get('/free')
  expect([nested.texts(row), nested.texts('.menu__item li')]).toEqual([['자유', '최신'], ['동네']])
  expect((await guest.get('/free', { 'accept-language': 'en' })).texts('.menu__item li')).toEqual(['Town'])
  // Whoever has something below stays in the row, and nobody hangs below itself or a third level.
  const deep = await admin.agent.submit(await admin.agent.get(`/console/menu/${ids[1]?.id}`), '#menu-form', { parent: String(ids[2]?.id) })
  const own = await admin.agent.submit(await admin.agent.get(`/console/menu/${ids[0]?.id}`), '#menu-form', { parent: String(ids[0]?.id) })
  expect([deep.status, own.status]).toEqual([422, 422])
  await admin.agent.post(`/console/menu/${ids[0]?.id}/remove`, {})
  expect((await guest.get('/')).texts(row)).toEqual(['동네', '최신'])
})

test.each(['javascript:alert(1)', '//evil.example', '/\\evil.example', 'mailto:a@b.c', '#x', 'ftp://x', ''])(
  'the link %s is refused beside its field',
  async (url) => {
    const admin = await aMember(site, '마루', { level: 9 })
    const page = await admin.agent.submit(await admin.agent.get('/console/menu/new'), '#menu-form', { target: 'link', url, nameKo: '이름' })
    expect([page.status, page.text('#about-url')]).toEqual([
      422,
      'https:// 로 시작하는 주소나 / 로 시작하는 이 사이트의 주소를 적어 주세요.',
    ])
    expect(await site.ctx.db('menu_items').select('id')).toEqual([])
  },
)

test('a group opens the boards that one may enter; what one may not enter shows nowhere, what hangs below it moves up', async () => {
  const free = await aBoard(site, { slug: 'free', nameKo: '자유' })
  const staff = await aBoard(site, { slug: 'staff', nameKo: '운영진', listLevel: 9, readLevel: 9 })
  const owner = (await aMember(site, '주인', { level: 10 })).viewer
  await addPage(site.ctx, owner, { ...aPage, titleKo: '회의록', level: 9 })
  await addItem(site.ctx, owner, aMenuItem({ kind: 'group', targetId: free.groupId, nameKo: '마당' }))
  await addItem(site.ctx, owner, aMenuItem({ kind: 'board', targetId: staff.id }))
  const parent = await site.ctx.db('menu_items').orderBy('id', 'desc').first('id')
  const pages = await site.ctx.db('own_pages').first('id')
  await addItem(site.ctx, owner, aMenuItem({ kind: 'page', targetId: pages.id }))
  await addItem(site.ctx, owner, aMenuItem({ kind: 'popular', parentId: parent.id }))
  const page = await site.visitor().get('/free')
  expect([page.texts(row), page.texts('.menu__item li')]).toEqual([['마당', '인기글'], ['자유']])
  expect(page.has('.menu__item--here li [aria-current=page]')).toBe(true)
  expect(page.body).not.toMatch(/운영진|회의록/)
  expect((await site.visitor().get('/popular')).text('.menu [aria-current]')).toBe('인기글')
})
