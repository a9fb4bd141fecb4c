import { expect, test } from 'vitest'
import { aMember } from '../../support/factories.ts'
import { useSite } from '../../support/site.ts'

const site = useSite()

async function write(fields: Record<string, string>) {
  const { agent } = await aMember(site, '마루', { level: 9 })
  const typed = {
    slug: 'about',
    titleKo: '회사소개',
    titleEn: '',
    level: '1',
    inFooter: 'yes',
    sourceKo: '## 우리\n\n<script>alert(1)</script>',
    ...fields,
  }
  return { agent, answer: await agent.submit(await agent.get('/console/pages/new'), '#page-form', typed) }
}

test('a page is read at its address, stands at the foot of every page, and holds no script', async () => {
  await write({ sourceEn: 'We are **here**.' })
  const page = await site.visitor().get('/pages/about')
  expect([page.status, page.text('h1'), page.text('.text h3')]).toEqual([200, '회사소개', '우리'])
  expect(page.body).not.toContain('<script>alert')
  expect(page.root.querySelector('link[rel=canonical]')?.getAttribute('href')).toMatch(/\/pages\/about$/)
  expect(page.root.querySelector('meta[name=description]')?.getAttribute('content')).toContain('우리')
  expect((await site.visitor().get('/login')).links()).toContain('/pages/about')
  const english = await site.visitor().get('/pages/about', { 'accept-language': 'en' })
  expect([english.text('h1'), english.text('.text')]).toEqual(['회사소개', 'We are here.'])
})

test('for who may not read it a page is not there: not its address, not a link to it', async () => {
  await write({ level: '9', titleKo: '운영 안내' })
  const { agent } = await aMember(site, '준호')
  for (const reader of [site.visitor(), agent]) {
    expect((await reader.get('/pages/about')).status).toBe(404)
    expect((await reader.get('/login')).body).not.toContain('운영 안내')
  }
  expect((await site.visitor().get('/pages/nowhere')).status).toBe(404)
})

test('a preview saves nothing, errors keep what was typed, two pages never share an address', async () => {
  const { agent, answer } = await write({ action: 'preview' })
  expect([answer.status, answer.text('.preview h3')]).toEqual([200, '우리'])
  expect(await site.ctx.db('own_pages').select('id')).toEqual([])
  const wrong = await agent.submit(await agent.get('/console/pages/new'), '#page-form', { slug: 'Über', titleKo: ' ', sourceKo: '쓰던 글' })
  expect([wrong.status, wrong.has('.error#about-slug'), wrong.body.includes('쓰던 글')]).toEqual([422, true, true])
  const fields = { slug: 'about', titleKo: '소개' }
  await agent.submit(await agent.get('/console/pages/new'), '#page-form', fields)
  const taken = await agent.submit(await agent.get('/console/pages/new'), '#page-form', fields)
  expect([taken.status, taken.text('#about-slug')]).toEqual([422, '다른 페이지의 주소입니다.'])
})

test('deleting asks first, and then the page is gone everywhere', async () => {
  const { agent } = await write({})
  const { id } = await site.ctx.db('own_pages').first('id')
  const asked = await agent.get(`/console/pages/${id}/remove`)
  expect((await site.visitor().get('/pages/about')).status).toBe(200)
  await agent.submit(asked, '#remove-form')
  expect((await site.visitor().get('/pages/about')).status).toBe(404)
  expect((await site.visitor().get('/')).links()).not.toContain('/pages/about')
})
