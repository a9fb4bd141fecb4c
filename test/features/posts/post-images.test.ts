import { beforeEach, expect, test } from 'vitest'
import { aBoard, aMember, type Person } from '../../support/factories.ts'
import type { Page } from '../../support/page.ts'
import { useSite } from '../../support/site.ts'
import { keepPicture } from '../uploads/keep-picture.ts'
import { aPicture } from '../uploads/pictures.ts'

const site = useSite()
let mina: Person

beforeEach(async () => {
  await aBoard(site, { slug: 'free' })
  mina = await aMember(site, 'mina')
})

const picture = async (name: string) =>
  new File([new Uint8Array(await aPicture('png', { width: 40, height: 30 }))], name, { type: 'image/png' })
const bodyOf = (page: Page) => page.root.querySelector('#field-body')?.textContent.trim() ?? ''

test('pictures chosen with a post stand at its end, measured, and the list marks it', async () => {
  const images = [await picture('바다.png'), await picture('산.png')]
  const page = await mina.agent.submit(await mina.agent.get('/free/write'), '#post-form', { title: '여행', body: '다녀왔습니다', images })
  expect(page.path).toBe('/free/1')
  const shown = page.root.querySelectorAll('.text img')
  expect(shown.map((image) => [image.getAttribute('width'), image.getAttribute('height'), image.getAttribute('alt')])).toEqual([
    ['40', '30', '바다'],
    ['40', '30', '산'],
  ])
  expect((await site.visitor().request(shown[0]?.getAttribute('src') ?? '')).status).toBe(200)
  expect((await site.visitor().get('/free')).text('.posts .mark')).toBe('사진 있음')
  expect(page.has('meta[property="og:image"][content*="/files/"]')).toBe(true)
})

test('a refused form keeps the pictures that were sent with it', async () => {
  const page = await mina.agent.submit(await mina.agent.get('/free/write'), '#post-form', {
    title: '',
    body: '글',
    images: [await picture('바다.png')],
  })
  expect(page.status).toBe(422)
  expect(bodyOf(page)).toMatch(/^글\n\n!\[바다\]\(\/files\//)
  const sent = await mina.agent.submit(page, '#post-form', { title: '제목' })
  expect(sent.has('.text img')).toBe(true)
})

test('pictures can be put in before the post is sent, and seen in the preview', async () => {
  const form = await mina.agent.get('/free/write')
  const added = await mina.agent.submit(form, '#post-form', { body: '글', action: 'upload', images: [await picture('바다.png')] })
  expect(added.status).toBe(200)
  expect(added.text('.flash')).toContain('파일 1개')
  const preview = await mina.agent.submit(added, '#post-form', { action: 'preview' })
  expect(preview.has('#preview img[src^="/files/"]')).toBe(true)
  expect(await site.ctx.db('posts')).toEqual([])
})

test('what is no picture is refused by name, the text kept', async () => {
  const images = [new File(['not a picture'], '문서.png', { type: 'image/png' })]
  const page = await mina.agent.submit(await mina.agent.get('/free/write'), '#post-form', { title: '제목', body: '글', images })
  expect(page.status).toBe(422)
  expect(page.text('#error-images')).toContain('문서')
  expect(bodyOf(page)).toBe('글')
  expect(await site.ctx.db('posts')).toEqual([])
})

test('where pictures need a higher level, the form offers none and takes none', async () => {
  await aBoard(site, { slug: 'text', uploadLevel: 5 })
  const form = await mina.agent.get('/text/write')
  expect(form.has('#field-images')).toBe(false)
  const page = await mina.agent.submit(form, '#post-form', { title: '제목', body: '글', images: [await picture('바다.png')] })
  expect(page.status).toBe(422)
  expect(await site.ctx.db('files')).toEqual([])
})

test('a post has no more files than its board lets it have, although they went up one by one', async () => {
  await site.ctx.db('boards').update({ uploadCount: 1 })
  await site.ctx.memory.forget('boards')
  const markdown: string[] = []
  for (const name of ['바다.png', '산.png'])
    markdown.push((await keepPicture(site.ctx, mina.viewer, { width: 9, height: 9 })).markdown.replace('바다', name))
  const write = async (body: string) => mina.agent.submit(await mina.agent.get('/free/write'), '#post-form', { title: '여행', body })
  const refused = await write(markdown.join('\n\n'))
  expect([refused.status, refused.text('#error-images')]).toEqual([422, '파일은 1개까지 올릴 수 있습니다.'])
  expect((await write(String(markdown[0]))).path).toBe('/free/1')
})

test('a picture that lies under a spoiler does not stand for its post', async () => {
  const hidden = await keepPicture(site.ctx, mina.viewer)
  const shown = await keepPicture(site.ctx, mina.viewer)
  const body = `:::spoiler 결말\n${hidden.markdown}\n:::\n\n${shown.markdown}`
  await mina.agent.submit(await mina.agent.get('/free/write'), '#post-form', { title: '영화', body })
  expect((await site.ctx.db('posts').first('coverKey'))?.coverKey).toBe(shown.key)
})
