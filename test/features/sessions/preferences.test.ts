import { expect, test } from 'vitest'
import { aMember } from '../../support/factories.ts'
import { useSite } from '../../support/site.ts'

const site = useSite()

test('a guest chooses language and theme without a session, for a year, and stays on the page', async () => {
  const visitor = site.visitor()
  const page = await visitor.submit(await visitor.get('/login?returnTo=%2Ffree'), 'form.foot__choice', { language: 'en' })
  expect([page.path, page.text('h1')]).toEqual(['/login?returnTo=%2Ffree', 'Log in'])
  await visitor.post('/preferences', { theme: 'dark', returnTo: '/' })
  expect([visitor.cookies.get('lang'), visitor.cookies.get('theme'), visitor.cookies.has('madang.sid')]).toEqual(['en', 'dark', false])
  expect((await visitor.get('/')).root.querySelector('html')?.getAttribute('lang')).toBe('en')
  const response = await visitor.request('/preferences', { method: 'POST', body: new URLSearchParams({ theme: 'light' }) })
  expect(response.headers.getSetCookie().join()).toMatch(/theme=light; Max-Age=31536000; Path=\/.*HttpOnly.*SameSite=Lax/)
})

test('what is no language or theme changes nothing', async () => {
  const visitor = site.visitor()
  for (const fields of [{ language: 'xx' }, { theme: '<b>' }, { language: '' }, {}]) {
    expect((await visitor.post('/preferences', { ...fields, returnTo: '//evil.example' })).path).toBe('/')
  }
  expect([visitor.cookies.has('lang'), visitor.cookies.has('theme')]).toEqual([false, false])
})

test('members choose by the same buttons', async () => {
  const { agent } = await aMember(site, '새봄')
  delete agent.headers['x-csrf-token']
  const page = await agent.submit(await agent.get('/me'), 'form.foot__choice', { language: 'en' })
  expect(page.text('h1')).toBe('My page')
})

test('size of letters, density of lists and the keys are kept for a year, and stand on every page without script', async () => {
  const visitor = site.visitor()
  const html = async () => {
    const { attributes } = (await visitor.get('/terms')).root.querySelector('html')!
    return [attributes['data-text-size'], attributes['data-density'], attributes['data-keys']]
  }
  expect(await html()).toEqual(['m', 'comfortable', 'on'])
  await visitor.submit(await visitor.get('/terms'), 'form.foot__choice', { textSize: 'xl' })
  await visitor.post('/preferences', { density: 'dense', returnTo: '/' })
  await visitor.post('/preferences', { keys: 'off', returnTo: '/' })
  expect(await html()).toEqual(['xl', 'dense', 'off'])
  for (const fields of [{ textSize: 'xxxl' }, { density: '<b>' }, { keys: '' }])
    await visitor.post('/preferences', { ...fields, returnTo: '/' })
  expect(await html()).toEqual(['xl', 'dense', 'off'])
  visitor.cookies.set('density', 'nonsense')
  expect((await html())[1]).toBe('comfortable')
})
