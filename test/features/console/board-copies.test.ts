import { beforeEach, expect, test } from 'vitest'
import { listAllBoards } from '../../../src/features/boards/boards.read-models.ts'
import type { Board } from '../../../src/features/boards/boards.types.ts'
import { aBoard, aMember, firstBoards, type Person } from '../../support/factories.ts'
import { useSite } from '../../support/site.ts'

const site = useSite()
let admin: Person
let model: Board
beforeEach(async () => {
  await firstBoards(site)
  admin = await aMember(site, '관리하는사람', { level: 9 })
  model = await aBoard(site, {
    ...{ slug: 'model', look: 'gallery', pageSize: 44, anonymous: true, sorts: ['newest', 'votes'], aboveKo: '**규칙**', readLevel: 3 },
    extraFields: [{ key: 'f2', kind: 'text', nameKo: '지역', nameEn: '', choices: [], required: true, onPage: true, inList: false }],
  })
  await admin.agent.post('/console/boards/model/categories', { nameKo: '질문', nameEn: 'Q', color: 'blue', writeLevel: '1' })
})
const find = async (slug: string) => (await listAllBoards(site.ctx)).find((board) => board.slug === slug)!
const kept = ['id', 'slug', 'nameKo', 'nameEn', 'descriptionKo', 'descriptionEn', 'position', 'createdAt', 'categories'] as const
const settings = (board: Board) => Object.fromEntries(Object.entries(board).filter(([name]) => !(kept as readonly string[]).includes(name)))

test('a board takes over the settings of another and stays itself; texts and categories come when wanted', async () => {
  const before = await find('free')
  const form = await admin.agent.get('/console/boards/free/copy')
  expect((await admin.agent.submit(form, '#copy-form')).text('#about-from')).toBe('게시판을 골라 주세요.')
  const after = await admin.agent.submit(form, '#copy-form', { from: 'model' })
  expect(after.text('.flash')).toContain('설정을 가져왔습니다')
  const once = await find('free')
  const [act] = await site.ctx.db('moderation_actions').where({ boardId: before.id })
  expect(act).toMatchObject({ moderatorId: admin.viewer.memberId, action: 'copy-board', reason: 'model → free' })
  expect(settings(once)).toEqual({ ...settings(model), aboveKo: '', aboveHtmlKo: '' })
  for (const name of kept) expect([name, once[name]]).toEqual([name, before[name]])
  for (let twice = 0; twice < 2; twice += 1)
    await admin.agent.submit(form, '#copy-form', { from: 'model', texts: 'yes', categories: 'yes' })
  const now = await find('free')
  expect(settings(now)).toEqual(settings(model))
  expect(now.categories).toMatchObject([{ nameKo: '질문', color: 'blue', boardId: now.id }])
  expect(settings(await find('model'))).toEqual(settings(model))
})

test('a new board begins like another, with its categories, under a name of its own', async () => {
  const link = (await admin.agent.get('/console/boards/model')).root.querySelector('a[href="/console/boards/new?like=model"]')
  expect(link).not.toBeNull()
  const form = await admin.agent.get('/console/boards/new?like=model')
  expect(form.root.querySelector('#field-nameKo')?.getAttribute('value')).toBe('')
  const again = await admin.agent.submit(form, '#board-form', { slug: 'model', nameKo: '사본', nameEn: 'Copy' })
  expect([again.status, again.root.querySelector('#field-pageSize')?.getAttribute('value')]).toEqual([422, '44'])
  await admin.agent.submit(again, '#board-form', { slug: 'second' })
  const made = await find('second')
  expect(settings(made)).toEqual(settings(model))
  expect(made).toMatchObject({ nameKo: '사본', categories: [{ nameKo: '질문' }] })
  expect((await admin.agent.get('/console/boards/new?like=nowhere')).status).toBe(404)
})
