import { expect, test } from 'vitest'
import { changeSettings } from '../../../src/features/settings/settings.service.ts'
import { aMember } from '../../support/factories.ts'
import { useSite } from '../../support/site.ts'
import { aNightBoard } from './yard.ts'

const site = useSite()

const consolePath = ({ viewer }: { viewer: { memberId: number } }) => `/console/members/${viewer.memberId}`
const acts = () => site.ctx.db('moderation_actions').orderBy('id').select('action', 'reason', 'memberId', 'moderatorId')

test('an administrator confirms a member and takes it back, with a reason that the log keeps; nobody is logged out', async () => {
  const { number } = await aNightBoard(site)
  const admin = await aMember(site, '관리', { level: 9 })
  const member = await aMember(site, '이웃')
  const page = await admin.agent.get(consolePath(member))
  expect(page.text('.console__facts')).toContain('확인되지 않음')
  expect(page.has('#withdraw-adult-form')).toBe(false)
  const empty = await admin.agent.submit(page, '#confirm-adult-form', { reason: ' ' })
  expect([empty.status, (await member.agent.get('/night')).status]).toEqual([422, 403])
  const confirmed = await admin.agent.submit(page, '#confirm-adult-form', { reason: '신분증을 직접 봄' })
  expect(confirmed.text('.console__facts')).toContain('운영자가 확인함')
  expect(confirmed.has('#confirm-adult-form')).toBe(false)
  expect((await member.agent.get(`/night/${number}`)).status).toBe(200)
  expect((await member.agent.get('/me')).text('main')).toContain('신분증을 직접 봄')
  await admin.agent.submit(confirmed, '#withdraw-adult-form', { reason: '남의 신분증이었음' })
  expect((await member.agent.get(`/night/${number}`)).status).toBe(403)
  const about = { memberId: member.viewer.memberId, moderatorId: admin.viewer.memberId }
  expect(await acts()).toEqual([
    { action: 'confirm-adult', reason: '신분증을 직접 봄', ...about },
    { action: 'withdraw-adult', reason: '남의 신분증이었음', ...about },
  ])
})

test('neither members nor moderators confirm anybody, and nobody themselves', async () => {
  const { board } = await aNightBoard(site)
  const member = await aMember(site, '이웃')
  const moderator = await aMember(site, '지기', { moderates: [board] })
  const admin = await aMember(site, '관리', { level: 9 })
  for (const actor of [member, moderator])
    expect((await actor.agent.post(`${consolePath(member)}/confirm-adult`, { reason: 'x' })).status).toBe(403)
  expect((await admin.agent.post(`${consolePath(admin)}/confirm-adult`, { reason: 'x' })).status).toBe(403)
  expect(await acts()).toEqual([])
})

test('where a declaration is enough the gate takes it once and leads back; what the staff said stands above it', async () => {
  const { number } = await aNightBoard(site)
  const owner = await aMember(site, '주인', { level: 10 })
  await owner.agent.submit(await owner.agent.get('/console/settings'), '#settings-form', { adultProof: 'declared' })
  const member = await aMember(site, '이웃')
  const post = `/night/${number}`
  const gate = await member.agent.get(post)
  expect(gate.text('#adult-form button')).toBe('저는 만 19세 이상입니다')
  const read = await member.agent.submit(gate, '#adult-form')
  expect([read.status, read.path, read.text('.flash')]).toEqual([200, post, '알림 만 19세 이상임을 밝혔습니다.'])
  expect((await owner.agent.get(consolePath(member))).text('.console__facts')).toContain('본인이 밝힘')
  // Under the other rule it counts no more, and under this one again.
  await changeSettings(site.ctx, owner.viewer, { adultProof: 'staff' })
  expect((await member.agent.get(post)).status).toBe(403)
  await changeSettings(site.ctx, owner.viewer, { adultProof: 'declared' })
  expect((await member.agent.get(post)).status).toBe(200)
  await owner.agent.submit(await owner.agent.get(consolePath(member)), '#withdraw-adult-form', { reason: '열다섯 살' })
  const refused = await member.agent.submit(await member.agent.get(post), '#adult-form')
  expect([refused.status, refused.path]).toEqual([403, post])
  expect(refused.text('.flash')).toContain('운영자에게 문의해 주세요.')
})

test('the declaration leads nowhere else, and a guest makes none', async () => {
  const owner = await aMember(site, '주인', { level: 10 })
  await changeSettings(site.ctx, owner.viewer, { adultProof: 'declared' })
  const member = await aMember(site, '이웃')
  expect((await member.agent.post('/me/adult', { returnTo: 'https://evil.example/' })).path).toBe('/')
  expect((await member.agent.post('/me/adult', {})).path).toBe('/')
  expect((await site.visitor().post('/me/adult', {})).path).toMatch(/^\/login/)
})
