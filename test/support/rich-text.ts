import { inks, marks } from '../../src/lib/html/palette.ts'

/** A post with everything that its text may hold besides what `longText` has. Long enough for a table of contents. */
export const richText = (...files: string[]): string => `처음 쓰는 분을 위해 적어 둡니다[^1]. 범인은 ||정원사||가 아닙니다[^둘].

## 코드 한 벌

\`\`\`ts
/** 문을 연다 */
export async function 열기(이름: string, 몇번 = 3): Promise<boolean> {
  if (!/^[가-힣]+$/.test(이름)) throw new Error(\`이름이 아닙니다: \${이름}\`) // 한글만 받는다. 이 줄은 어느 화면보다도 길어서 그 안에서 옆으로 밀립니다
  return 문.열기({ 이름, 몇번, 불: true, 값: null })
}
\`\`\`

\`\`\`html
<a href="https://example.org" class="link">여기</a> <!-- 주석 -->
\`\`\`

\`\`\`diff
- 어제의 줄
+ 오늘의 줄
\`\`\`

\`\`\`css
.card > a:hover { color: #b0431c; margin: 1.5rem auto }
\`\`\`

### 읽는 법

${'책을 한 장씩 넘기듯이 천천히 읽으면 됩니다. 서두를 일은 없습니다. '.repeat(30)}

## 넓은 표

|${' 요일 |'.repeat(12)}
|${' --- |'.repeat(12)}
|${' 아침부터 저녁까지 |'.repeat(12)}

## 접어 둔 이야기

:::spoiler 영화의 끝 <주의>
집사가 문을 **열었습니다**. ||그리고 [떠났습니다](https://example.org)||.

- 첫째
- 둘째
:::

:::spoiler
제목 없이 접은 글입니다.
:::

## 볼 것과 들을 것

https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=42

https://soundcloud.com/someone/a-very-long-name-of-a-track-that-does-not-fit-on-one-line-of-a-phone

https://x.com/someone/status/1234567890123456789

## 색과 자리

<u>밑줄</u>과 H<sub>2</sub>O, 3<sup>2</sup>. ${inks.map((ink) => `<span class="ink-${ink}">${ink} 글자</span>`).join(' ')}

${marks.map((mark) => `<mark class="mark-${mark}">칠한 말 ${inks.map((ink) => `<span class="ink-${ink}">${ink}</span>`).join(' ')} [길](/free)</mark>`).join('\n')}

> <mark class="mark-violet">인용문 속</mark> <span class="ink-grey">잿빛</span>

<div class="align-center">

가운데에 놓인 말.

- 가운데 목록

</div>

<div class="align-right">

오른쪽에 놓인 말.

</div>

<div class="align-justify">

${'양쪽 끝을 맞춘 문단은 책에서 읽는 것과 같습니다. '.repeat(4)}

</div>

- [x] 한 일
- [ ] 할 일
  - 그 아래

<table>
<thead>
<tr><th></th><th colspan="2" class="align-center">봄과 여름</th></tr>
</thead>
<tbody>
<tr><th rowspan="2">서울</th><td>비</td><td class="align-right">12<br>도</td></tr>
<tr><td>
- 맑음
- 바람
</td><td><mark class="mark-blue">눈</mark></td></tr>
</tbody>
</table>

${files.map((file) => file.replace(/\)$/, ' "사진 아래에 적는 말")')).join('\n\n')}

[^1]: 각주는 글 끝에 모입니다.
[^둘]: 여러 문단도 됩니다.

    둘째 문단에는 [길](/free)도 있습니다.
`
