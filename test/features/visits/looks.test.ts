import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { guest } from '../../../src/context.ts'
import { addBlock } from '../../../src/features/home/front-blocks.service.ts'
import { changeSettings } from '../../../src/features/settings/settings.service.ts'
import type { SiteSettings } from '../../../src/features/settings/settings.types.ts'
import { visitLooks } from '../../../src/features/settings/visit-settings.types.ts'
import { aMember, firstBoards } from '../../support/factories.ts'
import { aBlock } from '../../support/filled-front.ts'
import type { Page } from '../../support/page.ts'
import { useSite } from '../../support/site.ts'
import { settledDays } from './counting.ts'

const site = useSite()

const set = (settings: Partial<SiteSettings>) => changeSettings(site.ctx, guest, settings)

async function someDays(): Promise<void> {
  await firstBoards(site)
  // Whoever read in the test before was counted by now.
  await settledDays(site, 300)
  await site.ctx.db('visit_days').delete()
  site.clock.set('2032-06-09T03:00:00Z')
  await site.ctx.db('visit_days').insert([
    { day: '2032-06-01', visitors: 3_806, pageViews: 9_000 },
    { day: '2032-06-08', visitors: 2_154, pageViews: 5_000 },
    { day: '2032-06-09', visitors: 1_684, pageViews: 4_000 },
  ])
  await sleep(1_100)
}

/** Whom nobody counts. */
const reader = () => site.visitor({ headers: { 'user-agent': 'curl/8' } })

const figuresOn = (page: Page) => ['today', 'yesterday', 'best', 'total'].map((name) => page.text(`[data-visits=${name}]`))

test('every look that the owner may choose tells the same figures and the best day', async () => {
  await someDays()
  for (const visitLook of visitLooks.filter((look) => look !== 'none')) {
    await set({ visitLook })
    const page = await reader().get('/')
    expect(page.has(`.side .counter--${visitLook}[aria-label=접속자집계]`), visitLook).toBe(true)
    expect(figuresOn(page), visitLook).toEqual(['1,684', '2,154', '3,806 2032-06-01', '7,644'])
    expect(page.text('.counter__online'), visitLook).toMatch(/^현재 접속자 \d+명$/)
  }
})

test('an odometer is heard as one plain number', async () => {
  await someDays()
  await set({ visitLook: 'digits' })
  const page = await reader().get('/')
  const total = page.root.querySelector('[data-visits=total] [role=img]')
  expect(total?.getAttribute('aria-label')).toBe('7,644')
  expect(total?.querySelectorAll('.counter__digit').map(({ textContent }) => textContent)).toEqual(['7', '6', '4', '4'])
})

test('no look, no counter, on the front page that shows one too', async () => {
  await someDays()
  const owner = await aMember(site, '주인', { level: 10 })
  await addBlock(site.ctx, owner.viewer, aBlock({ kind: 'counter', place: 'narrow' }))
  expect((await reader().get('/')).has('.front [data-visits]')).toBe(true)
  await set({ visitLook: 'none' })
  for (const path of ['/', '/free', '/login']) expect((await reader().get(path)).has('[data-visits]'), path).toBe(false)
  expect((await reader().get('/')).has('.front__block')).toBe(false)
})

test('a page without a column beside it tells the figures in a line, the console leaves them to its statistics', async () => {
  await someDays()
  const page = await reader().get('/login')
  expect(page.has('.counter--line')).toBe(true)
  expect(figuresOn(page)).toEqual(['1,684', '2,154', '3,806 2032-06-01', '7,644'])
  const owner = await aMember(site, '주인', { level: 10 })
  expect((await owner.agent.get('/console')).has('.counter')).toBe(false)
})

test('the owner decides who sees the counter, and who sees how many are here now', async () => {
  await someDays()
  const member = await aMember(site, '미나')
  const owner = await aMember(site, '주인', { level: 10 })
  const readers = { guest: site.visitor(), member: member.agent, owner: owner.agent }
  const who = async (selector: string) => {
    const seen: string[] = []
    for (const [name, agent] of Object.entries(readers)) if ((await agent.get('/')).has(selector)) seen.push(name)
    return seen
  }
  expect(await who('[data-visits=today]')).toEqual(['guest', 'member', 'owner'])
  await set({ visitCounterFor: 'members' })
  expect(await who('[data-visits=today]')).toEqual(['member', 'owner'])
  await set({ visitOnlineFor: 'staff' })
  expect(await who('.counter__online')).toEqual(['owner'])
  await set({ visitCounterFor: 'staff', visitOnlineFor: 'everyone' })
  expect(await who('[data-visits=today]')).toEqual(['owner'])
})

test('other sites are told no more than everyone here is', async () => {
  await someDays()
  const figures = async () => (await site.visitor().request('/visitors.json', { headers: { accept: '*/*' } })).json()
  expect(await figures()).toHaveProperty('online')
  await set({ visitOnlineFor: 'members' })
  expect(await figures()).not.toHaveProperty('online')
  await set({ visitCounterFor: 'members' })
  for (const path of ['/visitors.json', '/visitors.svg']) expect((await site.visitor().request(path)).status, path).toBe(404)
})
