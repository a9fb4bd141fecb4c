import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeEach, test } from 'vitest'
import { useChromium } from '../support/browser.ts'
import { aMember, firstBoards } from '../support/factories.ts'
import { openAs } from '../support/readers.ts'
import { useSite } from '../support/site.ts'
import { becomes, moveTo, openEditor, paste } from './editing.ts'

const site = useSite()
const chromium = useChromium()
let page: Page

beforeEach(async () => {
  await firstBoards(site)
  page = (await openAs(chromium, site, (await aMember(site, '미나')).agent, { cookies: { editor: 'rich' } })).page
  await openEditor(page)
  await page.locator('.ProseMirror').click()
})

const copied = (name: string) => readFileSync(join(import.meta.dirname, `pasted/${name}.html`), 'utf8')

test.each([
  [
    'naver',
    `# 동네 한 바퀴

<div class="align-center">

오늘은 <span class="ink-red">**빨간 등대**</span>까지 걸었어요.

</div>

<br>

<mark class="mark-yellow">바람이 세요</mark>

[등대 앞에서](https://postfiles.example.net/MjAy/lighthouse.jpg?type=w966)

등대 앞에서

> 천천히 가도 됩니다

---`,
  ],
  [
    'word',
    `# 1. 모임 계획

장소는 **주민 센터**, 시간은 <u>저녁 일곱 시</u>입니다.

- 준비물
  1. 필기구
  2. 물병
- 편한 신발

<table>
<tbody>
<tr>
<td class="align-center">**이름**</td>
<td>**맡은 일**</td>
</tr>
<tr>
<td>민수</td>
<td>사진</td>
</tr>
</tbody>
</table>`,
  ],
  [
    'google-docs',
    `## 회의록

다음 모임은 **금요일**입니다. [약도](https://example.org/map)

- 안건 하나
  - *덧붙임*
- ~~안건 둘~~

* [x] 장소 예약
* [ ] 다과 준비`,
  ],
  [
    'hwp',
    `# 알림

<div class="align-center">

**마을 회관 사용 안내**

</div>

<br>

## 사용 시간

<u>오전 9시</u>부터 <span class="ink-blue">오후 6시</span>까지

<table>
<tbody>
<tr>
<td colspan="2" class="align-center">사용료</td>
</tr>
<tr>
<td>큰방</td>
<td>만 원</td>
</tr>
</tbody>
</table>`,
  ],
  [
    'excel',
    `<table>
<tbody>
<tr>
<td class="align-center">품목</td>
<td class="align-center">수량</td>
<td>값</td>
</tr>
<tr>
<td>사과</td>
<td>3</td>
<td>4,500</td>
</tr>
<tr>
<td>배 &#124; 감</td>
<td>1</td>
<td></td>
</tr>
</tbody>
</table>`,
  ],
  [
    'google-sheets',
    `<table>
<tbody>
<tr>
<td>**요일**</td>
<td>**담당**</td>
</tr>
<tr>
<td rowspan="2">월<br>화</td>
<td>수아</td>
</tr>
<tr>
<td>지호</td>
</tr>
</tbody>
</table>`,
  ],
  [
    'web',
    `# 빵 굽는 법

밀가루를 *체에* 내립니다.
소금을 넣습니다.

[반죽](https://www.example.com/img/dough.png)

잘 부푼 반죽

3. 굽는다
4. 식힌다
   - 식힘망에

\`\`\`
oven(230)
wait()
\`\`\`

:::spoiler 비밀
꿀을 조금
:::

더 보기: 여기 [빵집](https://example.com/bread)

https://www.youtube.com/watch?v=abcdefghijk`,
  ],
])('what is copied from %s keeps its structure and leaves its dress behind', async (name, markdown) => {
  await paste(page, { 'text/html': copied(name) })
  await becomes(page, markdown)
})

test('plain text keeps its lines, an address becomes a link, over chosen words theirs', async () => {
  await paste(page, { 'text/plain': '첫 줄\n둘째 줄\n\n다음 문단  끝' })
  await becomes(page, '첫 줄\n둘째 줄\n\n다음 문단\u00a0 끝')
  await moveTo(page, 'Control+a')
  await page.keyboard.type('지도')
  await moveTo(page, 'Control+a')
  await paste(page, { 'text/plain': 'https://example.org/map' })
  await becomes(page, '[지도](https://example.org/map)')
  await moveTo(page, 'End')
  await page.keyboard.press('Enter')
  await paste(page, { 'text/plain': 'https://youtu.be/abcdefghijk' })
  await becomes(page, '[지도](https://example.org/map)\n\nhttps://youtu.be/abcdefghijk')
})

test('what was copied within the editor comes back whole', async () => {
  await page.keyboard.type('# ')
  await page.keyboard.type('제목')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '접은 글 (스포일러)' }).click()
  await page.keyboard.type('결말')
  await page.keyboard.press('Enter')
  await page.keyboard.type('집사가 범인')
  await becomes(page, '# 제목\n\n:::spoiler 결말\n집사가 범인\n:::')
  await moveTo(page, 'Control+a')
  await page.keyboard.press('Control+c')
  await moveTo(page, 'Control+End')
  await moveTo(page, 'Control+a')
  await page.keyboard.press('Control+v')
  await becomes(page, '# 제목\n\n:::spoiler 결말\n집사가 범인\n:::')
})
