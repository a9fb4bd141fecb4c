import { expect, test } from 'vitest'
import { listAllBoards } from '../../../src/features/boards/boards.read-models.ts'
import { aMember, firstBoards } from '../../support/factories.ts'
import { useSite } from '../../support/site.ts'

const site = useSite()
const fields = async () => (await listAllBoards(site.ctx)).find(({ slug }) => slug === 'free')!.extraFields

test('extra fields are added, put in order, and left out by a plain form; each keeps its key', async () => {
  await firstBoards(site)
  const { agent } = await aMember(site, '관리하는사람', { level: 9 })
  const open = () => agent.get('/console/boards/free')
  expect((await open()).root.querySelectorAll('.settings__row')).toHaveLength(3)
  await agent.submit(await open(), '#board-form', {
    ...{ f1_kind: 'choice', f1_nameKo: ' 지역 ', f1_choices: '서울\n\n 부산 \n서울', f1_required: 'yes', f1_inList: 'yes' },
    ...{ f2_kind: 'number', f2_nameKo: '가격', f2_nameEn: 'Price' },
  })
  const [region, price] = await fields()
  expect(region).toEqual({
    ...{ key: 'f1', kind: 'choice', nameKo: '지역', nameEn: '', choices: ['서울', '부산'] },
    ...{ required: true, onPage: true, inList: true },
  })
  expect(price).toMatchObject({ key: 'f2', kind: 'number', nameEn: 'Price', required: false })

  await agent.submit(await open(), '#board-form', { f1_place: '2', f2_place: '1', f2_nameKo: '값' })
  expect(await fields()).toEqual([{ ...price, nameKo: '값' }, region])
  const page = await open()
  expect(page.texts('.settings__row summary').slice(0, 2)).toEqual(['추가 항목 1: 값', '추가 항목 2: 지역'])
  expect(page.root.querySelectorAll('.settings__row')).toHaveLength(5)

  await agent.submit(page, '#board-form', { f1_kind: '' })
  expect((await fields()).map(({ key }) => key)).toEqual(['f2'])
  // A row that was never used is offered before one under whose key posts may still hold something.
  const [, next] = (await open()).root.querySelectorAll('.settings__row')
  expect(next?.querySelector('[name$="_kind"]')?.getAttribute('name')).toBe('f3_kind')
})
