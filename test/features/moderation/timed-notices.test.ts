import { beforeEach, expect, test } from 'vitest'
import type { Board } from '../../../src/features/boards/boards.types.ts'
import { unpinExpired } from '../../../src/features/posts/posts.jobs.ts'
import { shiftDay, startOfDay } from '../../../src/lib/time/zone.ts'
import { aBoard, aMember, aPost, firstBoards, type Person } from '../../support/factories.ts'
import { useSite } from '../../support/site.ts'

const site = useSite()
let free: Board
let science: Board
let owner: Person

beforeEach(async () => {
  ;({ free, science } = await firstBoards(site))
  owner = await aMember(site, '주인', { level: 10 })
  site.clock.set(new Date('2026-03-10T03:00:00Z'))
})

const pin = async (who: Person, path: string, fields: Record<string, string>) =>
  who.agent.submit(await who.agent.get(`${path}/pin`), '#reason-form', fields)
const notices = async (path: string) => (await owner.agent.get(path)).texts('.is-notice .t')

test('a notice with a last day stands through that day, and then goes back to its place', async () => {
  await aPost(site, free, owner, { title: '이번 주 청소' })
  await pin(owner, '/free/1', { pinnedUntil: '2026-03-12' })
  expect(await notices('/free')).toEqual(['이번 주 청소'])
  // The end of the 12th in Seoul is 15:00 of that day in UTC.
  site.clock.set(new Date('2026-03-12T14:59:59Z'))
  expect(await unpinExpired(site.ctx)).toBe(0)
  site.clock.set(new Date('2026-03-12T15:00:00Z'))
  expect(await unpinExpired(site.ctx)).toBe(1)
  const after = await owner.agent.get('/free')
  expect([after.texts('.is-notice .t'), after.texts('.is-plain .t')]).toEqual([[], ['이번 주 청소']])
})

test('a day that is none is refused beside its field, and what was typed stays', async () => {
  await aPost(site, free, owner)
  const refused = await pin(owner, '/free/1', { pinnedUntil: '2026-02-30', reason: '봄맞이' })
  expect([refused.status, refused.text('#pinned-until-help'), refused.text('textarea')]).toEqual([
    422,
    '2026-12-31처럼 날짜를 적어 주세요.',
    '봄맞이',
  ])
  expect(await notices('/free')).toEqual([])
})

test('a notice of every board stands on all that one may read, and leads to its own; only administrators make one', async () => {
  const keeper = await aMember(site, '지기', { moderates: [free] })
  await aPost(site, free, owner, { title: '모두에게' })
  expect((await keeper.agent.get('/free/1/pin')).has('[name=everywhere]')).toBe(false)
  await pin(keeper, '/free/1', {})
  await keeper.agent.post('/free/1/unpin', { reason: '' })
  await keeper.agent.post('/free/1/pin', { reason: '', everywhere: 'yes' })
  expect(await notices('/science')).toEqual([])
  await owner.agent.post('/free/1/unpin', { reason: '' })
  await pin(owner, '/free/1', { everywhere: 'yes' })
  const page = await site.visitor().get(`/${science.slug}`)
  expect(page.texts('.is-notice .t')).toEqual(['모두에게'])
  expect(page.root.querySelector('.is-notice .t')?.getAttribute('href')).toBe('/free/1')
  const inside = await aBoard(site, { slug: 'inside', listLevel: 5, readLevel: 5 })
  await aPost(site, inside, owner, { title: '안쪽 공지' })
  await pin(owner, '/inside/1', { everywhere: 'yes' })
  expect((await site.visitor().get('/science')).texts('.is-notice .t')).toEqual(['모두에게'])
  expect(await notices('/science')).toEqual(['안쪽 공지', '모두에게'])
})

test.each(['Asia/Seoul', 'UTC', 'America/Havana', 'Pacific/Kiritimati', 'Asia/Kathmandu'])(
  'in %s every day of a year begins once, at its first instant',
  (zone) => {
    for (let day = '2026-01-01'; day < '2027-01-01'; day = shiftDay(day, 1)) {
      const at = startOfDay(day, zone)
      const format = new Intl.DateTimeFormat('en-CA', { timeZone: zone })
      expect([format.format(at), format.format(at.getTime() - 1)]).toEqual([day, shiftDay(day, -1)])
    }
  },
)
