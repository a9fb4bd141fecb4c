import { beforeEach, expect, test } from 'vitest'
import type { Viewer } from '../../../src/context.ts'
import { addBlock } from '../../../src/features/home/front-blocks.service.ts'
import { addPage } from '../../../src/features/pages/pages.service.ts'
import { RENDERER_VERSION } from '../../../src/lib/html/markdown.ts'
import { refreshAllTexts, refreshSomeTexts } from '../../../src/refresh-texts.ts'
import { aBoard, aMember } from '../../support/factories.ts'
import { useSite } from '../../support/site.ts'

const site = useSite()
let owner: Viewer

beforeEach(async () => {
  owner = (await aMember(site, '주인', { level: 10 })).viewer
  await aBoard(site, { slug: 'free', aboveKo: '**규칙**', belowEn: '*end*' })
  const texts = { sourceKo: '**회사**를 소개합니다', sourceEn: '' }
  await addPage(site.ctx, owner, { slug: 'company', titleKo: '회사소개', titleEn: '', level: 1, inFooter: 0, ...texts })
  const block = { boardId: null, titleKo: '인사', titleEn: '', rowCount: 5, place: 'full' } as const
  await addBlock(site.ctx, owner, { ...block, kind: 'text', sourceKo: '# 안녕\n\n**반갑습니다**', sourceEn: '' })
  await addBlock(site.ctx, owner, { ...block, kind: 'links', sourceKo: '집 /', sourceEn: '' })
})

const old = { htmlKo: '<p>옛 모습</p>', rendererVersion: 0 }
const tables = ['own_pages', 'front_blocks', 'boards'] as const
const rows = () => Promise.all(tables.map((table) => site.ctx.db(table).orderBy('id')))
const makeOld = async () => {
  await site.ctx.db('own_pages').update(old)
  await site.ctx.db('front_blocks').update(old)
  await site.ctx.db('boards').update({ aboveHtmlKo: '<p>옛 모습</p>', belowHtmlEn: '', rendererVersion: 0 })
  await Promise.all(['pages', 'front', 'boards'].map((key) => site.ctx.memory.forget(key)))
}
const shown = async (path: string) => {
  const { body } = await site.visitor().get(path)
  return [body.includes('옛 모습'), body.includes('<strong>')]
}

test('pages, blocks of the front page and texts of boards that an older renderer made are made anew, and guests see it', async () => {
  const before = await rows()
  expect(before.flat().map(({ rendererVersion }) => rendererVersion)).toEqual(Array(4).fill(RENDERER_VERSION))
  await makeOld()
  for (const path of ['/pages/company', '/', '/free']) expect([path, ...(await shown(path))]).toEqual([path, true, false])
  expect(await refreshSomeTexts(site.ctx)).toEqual({ posts: 0, comments: 0, siteTexts: 4 })
  expect(await rows()).toEqual(before)
  for (const path of ['/pages/company', '/', '/free']) expect([path, ...(await shown(path))]).toEqual([path, false, true])
})

test('a command that does all ends when the last is done', async () => {
  await makeOld()
  let done = { posts: 0, comments: 0, siteTexts: 0 }
  for await (done of refreshAllTexts(site.ctx));
  expect(done).toEqual({ posts: 0, comments: 0, siteTexts: 4 })
})
