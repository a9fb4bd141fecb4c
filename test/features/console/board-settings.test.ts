import { expect, test } from 'vitest'
import { listAllBoards } from '../../../src/features/boards/boards.read-models.ts'
import type { Board } from '../../../src/features/boards/boards.types.ts'
import { aMember, firstBoards } from '../../support/factories.ts'
import { formFields, type Page } from '../../support/page.ts'
import { useSite } from '../../support/site.ts'

const site = useSite()

async function setUp() {
  const { free } = await firstBoards(site)
  const { agent } = await aMember(site, '관리하는사람', { level: 9 })
  const open = () => agent.get('/console/boards/free')
  return { free, agent, open }
}
const stored = async () => (await listAllBoards(site.ctx)).find(({ slug }) => slug === 'free')!

/** What the browser would send after these boxes were cleared. */
function without(page: Page, ...boxes: string[]): Record<string, string> {
  const fields = formFields(page.root.querySelector('#board-form')!)
  for (const box of boxes) delete fields[box]
  return fields
}
const field = (page: Page, name: string) => page.root.querySelector(`[name="${name}"]`)
const shown = (page: Page, name: string): string | undefined => {
  const control = field(page, name)
  if (control?.getAttribute('type') === 'checkbox') return control.hasAttribute('checked') ? 'yes' : 'no'
  if (control?.rawTagName === 'textarea') return control.text.replace(/^\n/, '')
  return control?.getAttribute('value') ?? control?.querySelector('option[selected]')?.getAttribute('value')
}

const changes: [string, string, Partial<Board>][] = [
  ['slug', 'talk2', { slug: 'talk2' }],
  ['nameKo', '수다', { nameKo: '수다' }],
  ['nameEn', 'Chat', { nameEn: 'Chat' }],
  ['descriptionKo', '아무 이야기', { descriptionKo: '아무 이야기' }],
  ['descriptionEn', 'Anything', { descriptionEn: 'Anything' }],
  ['look', 'gallery', { look: 'gallery' }],
  ['pageSize', '35', { pageSize: 35 }],
  ['newHours', '0', { newHours: 0 }],
  ['hotViews', '5000', { hotViews: 5000 }],
  ['popularVotes', '3', { popularVotes: 3 }],
  ['noticeLimit', '2', { noticeLimit: 2 }],
  ['defaultSort', 'active', { defaultSort: 'active' }],
  ['aboveKo', '**규칙**을 지켜요', { aboveKo: '**규칙**을 지켜요', aboveHtmlKo: '<p><strong>규칙</strong>을 지켜요</p>\n' }],
  ['aboveEn', 'Be kind', { aboveEn: 'Be kind' }],
  ['belowKo', '끝', { belowKo: '끝' }],
  ['belowEn', 'The end', { belowEn: 'The end' }],
  ['defaultText', '이름:\n전화:', { defaultText: '이름:\n전화:' }],
  ['listLevel', '2', { listLevel: 2 }],
  ['readLevel', '3', { readLevel: 3 }],
  ['writeLevel', '4', { writeLevel: 4 }],
  ['replyLevel', '5', { replyLevel: 5 }],
  ['commentLevel', '6', { commentLevel: 6 }],
  ['uploadLevel', '7', { uploadLevel: 7 }],
  ['downloadLevel', '8', { downloadLevel: 8 }],
  ['secret', 'choice', { secret: 'choice' }],
  ['adultsOnly', 'yes', { adultsOnly: true }],
  ['anonymous', 'yes', { anonymous: true }],
  ['consultation', 'yes', { consultation: true }],
  ['approval', 'yes', { approval: true }],
  ['bodyMin', '10', { bodyMin: 10 }],
  ['bodyMax', '900', { bodyMax: 900 }],
  ['commentMin', '2', { commentMin: 2 }],
  ['commentMax', '300', { commentMax: 300 }],
  ['secretComments', 'yes', { secretComments: true }],
  ['linkCount', '2', { linkCount: 2 }],
  ['uploadCount', '3', { uploadCount: 3 }],
  ['uploadMegabytes', '100', { uploadMegabytes: 100 }],
  ['roomMegabytes', '5000', { roomMegabytes: 5_000 }],
  ['pictureSize', 'original', { pictureSize: 'original' }],
  ['categoryRequired', 'yes', { categoryRequired: true }],
  ['deleteAfterComments', 'yes', { deleteAfterComments: true }],
  ['removed', 'stub', { removed: 'stub' }],
  ['votes', 'updown', { votes: 'updown' }],
  ['polls', 'staff', { polls: 'staff' }],
  ['commentSort', 'best', { commentSort: 'best' }],
  ['bestComments', '5', { bestComments: 5 }],
  ['bestVotes', '7', { bestVotes: 7 }],
]

test('every setting is saved, is shown again, and changes no other', async () => {
  const { free, agent } = await setUp()
  for (const [name, value, expected] of changes) {
    const address = `/console/boards/${(await listAllBoards(site.ctx)).find(({ id }) => id === free.id)!.slug}`
    const before = (await listAllBoards(site.ctx)).find(({ id }) => id === free.id)!
    const after = await agent.submit(await agent.get(address), '#board-form', { [name]: value })
    expect([name, after.status, after.text('.flash')]).toEqual([name, 200, '알림 저장했습니다.'])
    expect([name, shown(after, name)]).toEqual([name, value])
    const html = { aboveHtmlEn: '', belowHtmlKo: '', belowHtmlEn: '' }
    const now = (await listAllBoards(site.ctx)).find(({ id }) => id === free.id)!
    expect({ ...now, ...html }).toEqual({ ...before, ...html, ...expected })
  }
})

test('boxes that are cleared are off, and lists keep what is ticked', async () => {
  const { agent, open } = await setUp()
  const cleared = ['commentsEnabled', 'feedEnabled', 'searchEnabled', 'editAfterComments', 'sort_views', 'sort_votes', 'kind_video']
  await agent.post('/console/boards/free', without(await open(), ...cleared))
  expect(await stored()).toMatchObject({
    commentsEnabled: false,
    feedEnabled: false,
    searchEnabled: false,
    editAfterComments: false,
    sorts: ['newest', 'active', 'comments'],
    uploadKinds: ['image', 'file'],
  })
  const again = await open()
  expect(cleared.map((name) => shown(again, name))).toEqual(cleared.map(() => 'no'))
})

test('columns stand in the order in which they were chosen, once each', async () => {
  const { agent, open } = await setUp()
  const columns = { column1: 'date', column2: '', column3: 'title', column4: 'date', column5: '', column6: '' }
  const after = await agent.submit(await open(), '#board-form', columns)
  expect((await stored()).listColumns).toEqual(['date', 'title'])
  expect([1, 2, 3].map((place) => shown(after, `column${place}`))).toEqual(['date', 'title', ''])
})

test('a setting that a form does not send keeps its value', async () => {
  const { agent, open } = await setUp()
  const field1 = { f1_kind: 'choice', f1_nameKo: '지역', f1_choices: '서울\n부산', f1_inList: 'yes' }
  const unusual = Object.fromEntries(changes.filter(([name]) => name !== 'slug').map(([name, value]) => [name, value]))
  await agent.post('/console/boards/free', { ...without(await open(), 'sort_views', 'searchEnabled'), ...unusual, ...field1, column1: '' })
  const before = await stored()
  expect(before).toMatchObject({ searchEnabled: false, look: 'gallery', anonymous: true, extraFields: [{ key: 'f1', inList: true }] })
  for (const fields of [{ nameKo: '새 이름' }, { pageSize: '12' }, { f1_nameEn: 'Region' }, { ticks: '' }]) {
    expect((await agent.post('/console/boards/free', fields)).text('.flash')).toContain('저장했습니다.')
  }
  const [region] = before.extraFields
  expect(await stored()).toEqual({ ...before, nameKo: '새 이름', pageSize: 12, extraFields: [{ ...region, nameEn: 'Region' }] })
  await agent.post('/console/boards/free', { ticks: 'anonymous slug nameKo' })
  expect(await stored()).toMatchObject({ slug: 'free', nameKo: '새 이름', anonymous: false })
})

test('what can not be is refused beside its field, and everything typed stays', async () => {
  const { free, agent, open } = await setUp()
  const refused: [Record<string, string>, string, string][] = [
    [{ slug: 'console' }, 'slug', '사이트가 쓰는 주소'],
    [{ nameKo: ' ' }, 'nameKo', '이름을 적어'],
    [{ descriptionEn: 'x'.repeat(201) }, 'descriptionEn', '200자'],
    [{ look: 'banner' }, 'look', '골라'],
    [{ pageSize: '4' }, 'pageSize', '5부터 100까지'],
    [{ pageSize: '' }, 'pageSize', '5부터 100까지'],
    [{ hotViews: '1e3' }, 'hotViews', '1,000,000'],
    [{ readLevel: '11' }, 'readLevel', '1부터 10까지'],
    [{ bodyMin: '500', bodyMax: '100' }, 'bodyMin', '길이'],
    [{ commentMin: '500', commentMax: '100' }, 'commentMin', '길이'],
    [{ uploadMegabytes: '501' }, 'uploadMegabytes', '1부터 500까지'],
    [{ column2: 'views' }, 'listColumns', '제목'],
    [{ column1: 'nonsense' }, 'listColumns', '골라'],
    [{ aboveKo: '가'.repeat(10_001) }, 'aboveKo', '10,000자'],
    [{ f1_kind: 'text' }, 'f1_nameKo', '이름을 적어'],
    [{ f2_kind: 'choice', f2_nameKo: '지역' }, 'f2_choices', '한 줄에 하나씩'],
    [{ f3_kind: 'text', f3_nameKo: '가'.repeat(31) }, 'f3_nameKo', '30자'],
  ]
  for (const [fields, at, says] of refused) {
    const again = await agent.submit(await open(), '#board-form', { ...fields, descriptionKo: '적던 글' })
    expect([at, again.status]).toEqual([at, 422])
    expect(again.text(`#about-${at}`)).toContain(says)
    expect(again.text('.alert')).toContain(says)
    expect(again.has(`#field-${at}`)).toBe(true)
    for (const [name, value] of Object.entries(fields)) if (!/column|look|Level/.test(name)) expect(shown(again, name)).toBe(value)
    expect(shown(again, 'descriptionKo')).toBe('적던 글')
  }
  const page = await open()
  for (const [boxes, at] of [
    [['sort_newest'], 'sorts'],
    [['kind_image', 'kind_video', 'kind_file'], 'uploadKinds'],
  ] as const) {
    const again = await agent.post('/console/boards/free', without(page, ...boxes))
    expect([again.status, again.text(`#about-${at}`)]).toEqual([422, expect.stringContaining(at === 'sorts' ? '최신순' : '한 가지')])
  }
  const unticked = await agent.post('/console/boards/free', { ...without(page, 'sort_votes'), defaultSort: 'votes' })
  expect(unticked.text('#about-defaultSort')).toContain('고른 정렬')
  expect(await stored()).toEqual(free)
})

test('each setting is explained and says its default, in both languages', async () => {
  const { agent } = await setUp()
  for (const [language, word] of [
    ['ko', '기본값: '],
    ['en', 'Default: '],
  ] as const) {
    const page = await agent.get('/console/boards/free', { 'accept-language': language })
    const settings = page.root.querySelectorAll('#board-form fieldset > .setting')
    expect(settings.length).toBeGreaterThan(45)
    const about = settings.map((setting) => setting.querySelector('.help')?.text ?? '')
    expect(about.filter((text) => text.replace(/기본값.*|Default.*/, '').trim().length < 5)).toEqual([])
    // Names and description have none.
    expect(about.filter((text) => text.includes(word)).length).toBe(settings.length - 5)
    expect(page.texts('.settings__menu a')).toHaveLength(11)
    expect(page.root.querySelectorAll('.settings__menu a').filter((link) => !page.has(link.getAttribute('href') ?? ''))).toEqual([])
  }
})

test('settings are for administrators: neither members nor moderators see or change them', async () => {
  const { free } = await setUp()
  const keeper = await aMember(site, '지기', { moderates: [free] })
  const member = await aMember(site, '회원')
  for (const { agent } of [keeper, member]) {
    expect((await agent.get('/console/boards/free')).status).toBe(403)
    expect((await agent.post('/console/boards/free', { nameKo: '뺏음' })).status).toBe(403)
  }
  expect((await site.visitor().get('/console/boards/free')).path).toContain('/login')
  expect(await stored()).toEqual(free)
})
