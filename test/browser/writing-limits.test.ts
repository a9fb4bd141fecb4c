import { beforeEach, expect, test } from 'vitest'
import { mayPostNow } from '../../src/features/posts/writing/posting-limit.service.ts'
import { ready, soon, useChromium } from '../support/browser.ts'
import { aBoard, aMember, type Person } from '../support/factories.ts'
import { openAs } from '../support/readers.ts'
import { useSite } from '../support/site.ts'

const site = useSite()
const chromium = useChromium()
let mina: Person

beforeEach(async () => {
  await aBoard(site, { slug: 'free', bodyMin: 10, bodyMax: 100 })
  mina = await aMember(site, '미나')
})

test('too long and too short are said while one writes, and nothing is sent off before it is mended', async () => {
  const { page } = await openAs(chromium, site, mina.agent)
  await page.goto('/free/write')
  await ready(page)
  const sent: string[] = []
  page.on('request', (request) => request.method() === 'POST' && request.url().endsWith('/free/write') && sent.push(request.url()))
  const counter = page.locator('[data-count-for=field-body]')
  await page.getByLabel('제목').fill('가'.repeat(195))
  await soon(() => page.locator('[data-count-for=field-title]').innerText()).toBe('195 / 200')
  await page.getByLabel('내용').fill('😀'.repeat(103))
  await soon(() => counter.innerText()).toBe('3자 넘었습니다. 103 / 100')
  await page.getByRole('button', { name: '등록' }).click()
  await page.getByLabel('내용').fill('짧다')
  expect(await counter.innerText()).toBe('2 / 100')
  await page.getByRole('button', { name: '등록' }).click()
  await soon(() => counter.innerText()).toBe('8자 더 써야 등록됩니다. 2 / 100')
  expect(await page.locator(':focus').getAttribute('id')).toBe('field-body')
  expect(sent).toEqual([])
  await page.getByLabel('내용').fill('이제 열 글자보다 깁니다.')
  await page.getByRole('button', { name: '등록' }).click()
  await page.waitForURL('**/free/1')
})

test('how many posts are left is said on the page where the next one is begun, and when there is room again', async () => {
  const board = await site.ctx.db('boards').where({ slug: 'free' }).first()
  const write = async () => (await mina.agent.get('/free/write')).texts('.alert--note').join()
  expect(await write()).toBe('')
  for (let count = 0; count < 57; count += 1) await mayPostNow(site.ctx, mina.viewer, board, { title: '', body: '' })
  expect(await write()).toContain('3개 더 올릴 수 있습니다')
  for (let count = 0; count < 3; count += 1) await mayPostNow(site.ctx, mina.viewer, board, { title: '', body: '' })
  expect(await write()).toMatch(/\d\d:\d\d부터 다시/)
})
