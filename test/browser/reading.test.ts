import { expect, test } from 'vitest'
import { photograph, ready, soon, useChromium } from '../support/browser.ts'
import { aMember, aPost, firstBoards, logIn } from '../support/factories.ts'
import { phone } from '../support/readers.ts'
import { useSite } from '../support/site.ts'

const site = useSite()
const chromium = useChromium()

test('a visitor on a phone reads from the front page to a post, the next one, and back', async () => {
  const { free } = await firstBoards(site)
  const author = await aMember(site, '미나')
  for (const title of ['첫째 글', '둘째 글', '셋째 글']) await aPost(site, free, author, { title, body: `${title}의 이야기` })
  const { page } = await chromium.open({ ...phone, baseURL: site.url })

  await page.goto('/')
  await page.getByRole('navigation', { name: '메뉴' }).getByRole('link', { name: '자유게시판' }).click()
  await photograph(page, 'reading-board')
  await page.getByRole('link', { name: '둘째 글' }).click()
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('둘째 글')
  await page.locator('.nearby li:last-child a').click()
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('셋째 글')
  expect(await page.locator('.nearby').textContent()).toContain('다음글이 없습니다.')
  await page.goBack()
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('둘째 글')
  await page.locator('.again').getByRole('link', { name: '첫째 글' }).click()
  expect(await page.locator('.nearby').textContent()).toContain('이전글이 없습니다.')
})

test('a new browser moves the counter by one, however much it reads and however often it comes back', async () => {
  await firstBoards(site)
  const first = await chromium.open({ baseURL: site.url })
  const figures = async () => {
    await first.page.goto('/')
    const today = await first.page.locator('dd[data-visits=today]').textContent()
    const total = await first.page.locator('dd[data-visits=total]').textContent()
    return { today: Number(today), total: Number(total) }
  }
  // The first visit is counted once it was answered.
  await soon(figures).toEqual({ today: 1, total: 1 })
  const second = await chromium.open({ baseURL: site.url })
  for (const path of ['/', '/free', '/', '/terms']) await second.page.goto(path)
  await second.page.reload()
  await soon(figures).toEqual({ today: 2, total: 2 })
})

test('the theme changes at once and stays after a reload, with script and without', async () => {
  const themes = { light: 'rgb(251, 250, 247)', dark: 'rgb(23, 22, 20)' }
  const { page } = await chromium.open({ baseURL: site.url, colorScheme: 'light' })
  const paper = () => page.locator('html').evaluate((html) => html.ownerDocument.defaultView.getComputedStyle(html).backgroundColor)
  await page.goto('/terms')
  await ready(page)
  expect(await paper()).toBe(themes.light)
  const remembered = page.waitForResponse('**/preferences')
  await page.getByRole('button', { name: '어둡게' }).click()
  await soon(paper).toBe(themes.dark)
  expect(page.url()).toBe(`${site.url}/terms`)
  await remembered
  await page.reload()
  expect(await paper()).toBe(themes.dark)
  expect(await page.getByRole('button', { name: '어둡게' }).getAttribute('aria-pressed')).toBe('true')

  const plain = await chromium.open({ baseURL: site.url, javaScriptEnabled: false })
  await plain.page.goto('/privacy')
  await plain.page.getByRole('button', { name: '어둡게' }).click()
  await plain.page.waitForURL('**/privacy')
  await soon(() => plain.page.locator('html').getAttribute('data-theme')).toBe('dark')
})

test('a reader chooses English on a page and stays on it', async () => {
  await firstBoards(site)
  const { page } = await chromium.open({ baseURL: site.url })
  await page.goto('/free?page=1')
  await page.getByRole('button', { name: 'English' }).click()
  await soon(() => page.locator('html').getAttribute('lang')).toBe('en')
  expect(new URL(page.url()).pathname).toBe('/free')
  await page.goto('/login')
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Log in')
  await page.getByRole('button', { name: '한국어' }).click()
  await soon(() => page.getByRole('heading', { level: 1 }).textContent()).toBe('로그인')
})

test('who logs in from a post comes back to it', async () => {
  const { free } = await firstBoards(site)
  const author = await aMember(site, '미나')
  await aPost(site, free, author, { title: '돌아올 글' })
  await logIn(site, author.login)
  const { page } = await chromium.open({ baseURL: site.url, javaScriptEnabled: false })
  await page.goto('/free/1')
  await page.getByRole('link', { name: '로그인하고 댓글 쓰기' }).click()
  await page.locator('#login').getByLabel('아이디 또는 이메일').fill(author.login)
  await page.locator('#login').getByLabel('비밀번호').fill('quiet-lanterns-7')
  await page.locator('#login').getByRole('button', { name: '로그인' }).click()
  await page.getByText('돌아올 글').first().waitFor()
  await page.locator('#comment-body').waitFor()
})
