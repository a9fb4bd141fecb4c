import { expect, test } from 'vitest'
import { aBoard, aMember, aPost } from '../../support/factories.ts'
import { useSite } from '../../support/site.ts'

const site = useSite()

test('what those say who keep order on this board is marked, and nobody else', async () => {
  const [free, other] = [await aBoard(site, { slug: 'free' }), await aBoard(site, { slug: 'other' })]
  const mina = await aMember(site, '미나')
  await aPost(site, free, mina)
  const elsewhere = await aMember(site, '옆집지기', { moderates: [other] })
  const moderator = await aMember(site, '지기', { moderates: [free] })
  const admin = await aMember(site, '총지기', { level: 9 })
  for (const { agent } of [elsewhere, moderator, admin]) await agent.post('/free/1/comments', { body: '말' })
  const page = await site.visitor().get('/free/1')
  const marks = page.root
    .querySelectorAll('.comment')
    .map((comment) => comment.querySelectorAll('.badge').map(({ textContent }) => textContent))
  expect(marks).toEqual([[], ['운영자'], ['관리자']])
})

test('on an anonymous board nothing tells that somebody keeps order', async () => {
  const whisper = await aBoard(site, { slug: 'whisper', anonymous: true })
  await aPost(site, whisper, await aMember(site, '미나'))
  const admin = await aMember(site, '총지기', { level: 9 })
  const moderator = await aMember(site, '지기', { moderates: [whisper] })
  for (const { agent } of [admin, moderator]) await agent.post('/whisper/1/comments', { body: '말' })
  expect((await site.visitor().get('/whisper/1')).has('.comment .badge')).toBe(false)
})
