import { expect, test } from 'vitest'
import { useChromium } from '../support/browser.ts'
import { aBoard, aMember, aPost } from '../support/factories.ts'
import { useSite } from '../support/site.ts'

const site = useSite()
const chromium = useChromium()

const column = (number: number) => ({
  ...{ key: `f${number}`, kind: 'text' as const, nameKo: `항목 ${number}`, nameEn: `Field ${number}` },
  ...{ choices: [], required: false, onPage: true, inList: true },
})

test.each([768, 1280])(
  'a title can be read beside five columns of a board (%i pixels wide); the table scrolls, not the page',
  async (width) => {
    const board = await aBoard(site, { slug: 'market', extraFields: [1, 2, 3, 4, 5].map(column) })
    const mina = await aMember(site, '미나')
    const fields = Object.fromEntries([1, 2, 3, 4, 5].map((number) => [`f${number}`, '넓은 칸을 다 채우는 값입니다']))
    await aPost(site, board, mina, { title: '원목 책상을 내놓습니다', fields })
    const { page } = await chromium.open({ baseURL: site.url, viewport: { width, height: 900 } })
    await page.goto('/market')
    const title = await page.getByRole('link', { name: '원목 책상을 내놓습니다' }).boundingBox()
    expect(title?.width).toBeGreaterThan(120)
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(width)
  },
)
