import { expect, test } from 'vitest'
import type { Member } from '../../../src/features/members/members.types.ts'
import { aMember } from '../../support/factories.ts'
import { useSite } from '../../support/site.ts'

const site = useSite()
const memberNow = (id: number) => site.ctx.db<Member>('members').where({ id }).first('level', 'status', 'sessionEpoch')
const acts = () => site.ctx.db('moderation_actions').select('action', 'reason', 'memberId', 'moderatorId')

test('members are found by the beginning of nickname, login or e-mail, and nothing typed is a wildcard', async () => {
  const admin = await aMember(site, '관리하는사람', { level: 9 })
  const names = ['하늘소', '하늘_다람쥐', '바다%', '100%보리차']
  for (const name of names) await aMember(site, name)
  const find = async (q: string) =>
    (await admin.agent.get(`/console/members?q=${encodeURIComponent(q)}`)).texts('tbody td:first-child').sort()
  expect(await find('하늘')).toEqual(['하늘_다람쥐', '하늘소'])
  expect(await find('하늘_')).toEqual(['하늘_다람쥐'])
  expect(await find('%')).toEqual([])
  expect(await find('바다%')).toEqual(['바다%'])
  expect(await find('|')).toEqual([])
  expect(await find(admin.login.toUpperCase())).toContain('관리하는사람')
  expect(await find(`${admin.login}@exam`)).toEqual(['관리하는사람'])
  expect(await find("' OR 1=1 --")).toEqual([])
  expect((await admin.agent.get('/console/members?q=zzz')).text('.empty')).toContain('그렇게 시작하는 회원이 없습니다.')
})

test('a long list of members is read page by page, newest first, none twice', async () => {
  const admin = await aMember(site, '관리하는사람', { level: 9 })
  const now = site.clock.now()
  const row = (n: number) => ({
    ...{ login: `many${n}`, loginCanonical: `many${n}`, nickname: `many${n}`, nicknameCanonical: `many${n}` },
    ...{ email: `many${n}@example.org`, emailCanonical: `many${n}@example.org`, passwordHash: '!' },
    ...{ agreedTermsAt: now, agreedPrivacyAt: now, createdAt: now },
  })
  await site.ctx.db('members').insert(Array.from({ length: 70 }, (_, index) => row(index)))
  const seen: string[] = []
  let page = await admin.agent.get('/console/members?q=many')
  for (let pages = 1; ; pages += 1) {
    seen.push(...page.texts('tbody td:first-child'))
    const older = page.root.querySelector('.older [rel=next]')?.getAttribute('href')
    if (!older) {
      expect(pages).toBe(3)
      break
    }
    page = await admin.agent.get(older.replaceAll('&amp;', '&'))
  }
  expect(seen).toHaveLength(70)
  expect(new Set(seen).size).toBe(70)
  expect(seen[0]).toBe('many69')
})

test('a member who is suspended is out at once, learns why, and comes back when reinstated', async () => {
  const admin = await aMember(site, '관리하는사람', { level: 9 })
  const mina = await aMember(site, '미나리')
  const path = `/console/members/${mina.viewer.memberId}`
  const empty = await admin.agent.submit(await admin.agent.get(path), '#suspend-form', { reason: '  ' })
  expect([empty.status, empty.text('#suspend-form .error')]).toEqual([422, '사유를 적어 주세요. 회원이 왜 그런지 알 수 있어야 합니다.'])
  expect((await mina.agent.get('/me')).status).toBe(200)
  const after = await admin.agent.submit(empty, '#suspend-form', { reason: '같은 광고를 서른 번 올림' })
  expect(after.text('.console__facts')).toContain('정지')
  expect((await mina.agent.get('/me')).path).toMatch(/^\/login/)
  expect(await acts()).toEqual([
    { action: 'suspend', reason: '같은 광고를 서른 번 올림', memberId: mina.viewer.memberId, moderatorId: admin.viewer.memberId },
  ])
  const back = await admin.agent.submit(after, '#reinstate-form', { reason: '사과함' })
  expect(back.texts('.act-lines li')).toHaveLength(2)
  expect((await memberNow(mina.viewer.memberId))?.status).toBe('active')
})

test('who may give which level to whom', async () => {
  const people = {
    member: await aMember(site, '회원'),
    admin: await aMember(site, '관리', { level: 9 }),
    otherAdmin: await aMember(site, '다른관리', { level: 9 }),
    owner: await aMember(site, '집주인', { level: 10 }),
    otherOwner: await aMember(site, '다른집주인', { level: 10 }),
  }
  type Name = keyof typeof people
  const may: [Name, Name, number, boolean][] = [
    ['admin', 'member', 8, true],
    ['admin', 'member', 9, false],
    ['admin', 'member', 10, false],
    ['admin', 'admin', 10, false],
    ['admin', 'otherAdmin', 2, false],
    ['admin', 'owner', 2, false],
    ['owner', 'member', 10, true],
    ['owner', 'otherAdmin', 2, true],
    ['owner', 'owner', 2, false],
    ['owner', 'otherOwner', 9, true],
    ['member', 'otherAdmin', 2, false],
  ]
  for (const [actor, target, level, allowed] of may) {
    const id = people[target].viewer.memberId
    const before = await memberNow(id)
    await people[actor].agent.post(`/console/members/${id}/level`, { level: String(level), reason: '시험' })
    const after = await memberNow(id)
    expect([actor, target, level, after?.level === level && after.sessionEpoch > (before?.sessionEpoch ?? 0)]).toEqual([
      actor,
      target,
      level,
      allowed,
    ])
    if (!allowed) expect(after).toEqual(before)
    await site.ctx.db('members').where({ id }).update({ level: before?.level, sessionEpoch: before?.sessionEpoch })
  }
  expect((await acts()).map(({ reason }) => reason)).toContain('2 → 8: 시험')
})

test('of two owners who demote each other at once, one remains', async () => {
  const first = await aMember(site, '첫째주인', { level: 10 })
  const second = await aMember(site, '둘째주인', { level: 10 })
  const demote = (who: typeof first, whom: typeof first) =>
    who.agent.post(`/console/members/${whom.viewer.memberId}/level`, { level: '2', reason: '다툼' })
  await Promise.all([demote(first, second), demote(second, first)])
  const owners = await site.ctx.db('members').where({ level: 10 }).select('id')
  expect(owners).toHaveLength(1)
})

test('levels that do not exist, and fields that the form has not, change nothing', async () => {
  const owner = await aMember(site, '집주인', { level: 10 })
  const mina = await aMember(site, '미나리')
  const id = mina.viewer.memberId
  const before = await site.ctx.db<Member>('members').where({ id }).first()
  for (const level of ['1', '0', '11', '-1', '2.5', 'owner', '']) {
    const page = await owner.agent.post(`/console/members/${id}/level`, { level, reason: '시험' })
    expect(page.status).toBe(422)
  }
  await owner.agent.post(`/console/members/${id}/reinstate`, { reason: '시험', level: '9', status: 'left', email: 'x@example.org' })
  expect(await site.ctx.db<Member>('members').where({ id }).first()).toEqual(before)
})
