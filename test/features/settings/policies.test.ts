import { describe, expect, test } from 'vitest'
import { guest } from '../../../src/context.ts'
import { changeSettings } from '../../../src/features/settings/settings.service.ts'
import { SiteSettingsSchema } from '../../../src/features/settings/settings.types.ts'
import { siteInformation } from '../../../src/features/settings/settings.view-models.ts'
import { createTranslator } from '../../../src/lib/i18n/translate.ts'
import { messages } from '../../../src/messages/messages.ts'
import { useSite } from '../../support/site.ts'

const site = useSite()

describe.each([
  ['/terms', 'termsKo', '이용약관'],
  ['/privacy', 'privacyKo', '개인정보처리방침'],
] as const)('%s', (path, name, heading) => {
  test('says something sensible before the owner has written anything, in both languages', async () => {
    const korean = await site.visitor().get(path)
    expect([korean.status, korean.text('main h1')]).toEqual([200, heading])
    expect(korean.text('main .text').length).toBeGreaterThan(300)
    const english = await site.visitor({ headers: { 'accept-language': 'en' } }).get(path)
    expect(english.text('main .text')).toMatch(/[a-z]{3}/)
    expect(english.text('main .text')).not.toMatch(/[가-힣]{4}/)
  })

  test("shows the owner's words, as safe as a member's", async () => {
    await changeSettings(site.ctx, guest, { [name]: '# 우리 약속\n\n**서로** 존중 <script>__xss(1)</script>' })
    const page = await site.visitor().get(path)
    expect(page.text('main .text h2')).toBe('우리 약속')
    expect(page.text('main .text strong')).toBe('서로')
    expect(page.has('main .text script')).toBe(false)
    const english = await site.visitor({ headers: { 'accept-language': 'en' } }).get(path)
    expect(english.text('main .text h2')).toBe('우리 약속')
  })
})

test('the privacy policy names whom to ask', async () => {
  await changeSettings(site.ctx, guest, { privacyOfficer: '김마당', contactEmail: 'privacy@madang.example' })
  expect((await site.visitor().get('/privacy')).text('main')).toContain('개인정보 보호책임자: 김마당, privacy@madang.example')
})

test('robots are led to boards, not to doors', async () => {
  const { status, headers, body } = await site.visitor().get('/robots.txt')
  expect([status, headers.get('content-type')]).toEqual([200, 'text/plain; charset=utf-8'])
  for (const path of ['/console', '/login', '/signup', '/search', '/me']) expect(body).toContain(`Disallow: ${path}\n`)
  expect(body).toContain('Allow: /\n')
})

test('who runs the site: only what was filled in, with ways to call and write', () => {
  const t = createTranslator(messages, 'ko')
  const of = (given: object) => siteInformation({ t }, SiteSettingsSchema.parse(given))
  expect(of({})).toEqual([])
  expect(of({ companyName: '(주)마당', phone: '02-123-4567', contactEmail: 'help@madang.example', fax: ' ' })).toEqual([
    { label: '회사명', value: '(주)마당', href: null },
    { label: '전화', value: '02-123-4567', href: 'tel:021234567' },
    { label: '이메일', value: 'help@madang.example', href: 'mailto:help@madang.example' },
  ])
  expect(of({ phone: '내선 없음', contactEmail: 'a@b?bcc=c' }).map(({ href }) => href)).toEqual([null, null])
})
