import { beforeEach, expect, test } from 'vitest'
import { simulateVisits } from '../../../src/corpus/visits/simulate-visits.ts'
import { changeSettings } from '../../../src/features/settings/settings.service.ts'
import { sendWeeklyReports } from '../../../src/features/statistics/weekly-report.jobs.ts'
import { closeVisitDays } from '../../../src/features/visits/visits.jobs.ts'
import type { Mail } from '../../../src/lib/mail/mailer.ts'
import { dayOf, shiftDay, startOfDay, weekdayOf } from '../../../src/lib/time/zone.ts'
import { createReaders } from '../../../src/reader.ts'
import { aMember, aPost, firstBoards, type Person } from '../../support/factories.ts'
import { useSite } from '../../support/site.ts'
import { forgetVisits, pastDays } from '../visits/counting.ts'

const site = useSite()
const ZONE = 'Asia/Seoul'
let owner: Person

/** The Monday after next, so many hours and days into its week. */
const at = (hours: number, days = 0) => {
  const now = site.clock.now()
  const today = dayOf(now, ZONE)
  const monday = shiftDay(today, 7 - ((weekdayOf(today) + 6) % 7) + days)
  return { ...site.ctx, clock: { now: () => new Date(startOfDay(monday, ZONE).getTime() + hours * 3_600_000) } }
}
/** By a worker that closes days first. */
const send = async (ctx: ReturnType<typeof at>) => {
  await closeVisitDays(ctx)
  return sendWeeklyReports(ctx, createReaders(ctx))
}

beforeEach(async () => {
  owner = await aMember(site, '주인', { level: 10 })
  await aMember(site, '관리자', { level: 9 })
  await changeSettings(site.ctx, owner.viewer, { visitReport: true })
})

test('on Monday morning each owner gets last week’s figures, once, however often and by however many workers it is tried', async () => {
  await pastDays(site, shiftDay(dayOf(at(9).clock.now(), ZONE), 0), 30, () => 111)
  // Whoever only logged in would be taken back when the day closes.
  await site.ctx.db('visits').delete()
  expect(await send(at(7))).toBe(0)
  const sent = await Promise.all([send(at(8)), send(at(8))])
  expect(sent.sort()).toEqual([0, 1])
  expect(await send(at(9, 3))).toBe(0)
  expect(site.mails.map(({ to }) => to)).toEqual([`${owner.login}@example.org`])
  expect(site.mails[0]?.subject).toContain('777명')
  for (const words of ['방문자: 777 (같음)', 'Visitors: 777', '/console/visitors?from=', '/console/visitors/settings'])
    expect(site.mails[0]?.text).toContain(words)
  expect(await send(at(8, 7))).toBe(1)
})

test('it names what was read and from where', async () => {
  const { free } = await firstBoards(site)
  await aPost(site, free, owner, { title: '옥상 텃밭 일기' })
  await forgetVisits(site)
  await simulateVisits(at(9), { days: 20, visitors: 90, zone: ZONE, seed: 3, rawDays: 0, rawVisitors: 0 })
  await send(at(9))
  for (const words of ['■ 들어온 사이트', 'naver.com: 방문자', '■ 사람과 봇', '■ Sites that lead here'])
    expect(site.mails[0]?.text).toContain(words)
  expect(site.mails[0]?.text).not.toMatch(/undefined|NaN|statistics\./)
})

test('a mail server that is away loses nothing: it is tried again, and comes late rather than never', async () => {
  await pastDays(site, dayOf(at(9).clock.now(), ZONE), 30, () => 40)
  await aMember(site, '둘째 주인', { level: 10 })
  const refuse = (mail: Mail) => (mail.to.startsWith(owner.login) ? Promise.reject(new Error('mailbox on fire')) : site.ctx.mail.send(mail))
  await expect(send({ ...at(9), mail: { send: refuse } })).rejects.toThrow('mailbox on fire')
  expect(site.mails).toHaveLength(1)
  expect(await send(at(9, 2))).toBe(1)
})

test('nothing is sent where the owner did not ask for it, or of a site that nobody has visited', async () => {
  await site.ctx.db('visit_days').delete()
  expect(await send(at(9))).toBe(0)
  await pastDays(site, dayOf(at(9).clock.now(), ZONE), 30, () => 40)
  await changeSettings(site.ctx, owner.viewer, { visitReport: false })
  expect(await send(at(9))).toBe(0)
})
