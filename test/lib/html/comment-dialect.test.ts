import { expect, test } from 'vitest'
import { commentExcerpt, renderComment } from '../../../src/lib/html/markdown.ts'
import { createTranslator } from '../../../src/lib/i18n/translate.ts'
import { messages } from '../../../src/messages/messages.ts'

const key = 'a'.repeat(32)
const path = `/files/${key}/%EC%A1%B0%EA%B0%9C.webp`
const files = new Map([[path, { kind: 'image' as const, width: 600, height: 400, smaller: [] }]])

test('lines end where they ended, addresses can be followed, and what means something to HTML is text', () => {
  expect(renderComment('# 별 <b>\nhttps://a.example\n\n둘')).toBe(
    '<p># 별 &lt;b&gt;<br>\n<a href="https://a.example" rel="nofollow ugc noopener">https://a.example</a></p>\n<p>둘</p>\n',
  )
})

test.each([
  ['**굵게**', '<p><strong>굵게</strong></p>'],
  ['*기울임*은', '<p><em>기울임</em>은</p>'],
  ['~~지운 말~~입니다', '<p><s>지운 말</s>입니다</p>'],
  ['(**괄호**)', '<p>(<strong>괄호</strong>)</p>'],
  ['`코드`', '<p><code>코드</code></p>'],
  ['> 남의 말\n\n내 말', '<blockquote>\n<p>남의 말</p>\n</blockquote>\n<p>내 말</p>'],
  ['[여기](https://a.example)', '<p><a href="https://a.example" rel="nofollow ugc noopener">여기</a></p>'],
  ['\\*별\\*', '<p>*별*</p>'],
])('%s is written as Markdown has it', (source, html) => {
  expect(renderComment(source).trim()).toBe(html)
})

test.each([
  '-_- 그게 -_-',
  'ㅠ_ㅠ ㅠ_ㅠ',
  'snake_case와 __init__',
  '네~~ 네~~네~~',
  '안녕~~ 반가워요~~~',
  '김**씨가 이**씨에게',
  'ㅅ** 그건 ㅁ**',
  '2*3*4는 24',
  '~~~~',
  '#1 #2',
  '1. 하나',
  '- 둘',
])('%s is what it was typed as', (source) => {
  expect(renderComment(source)).toBe(`<p>${source}</p>\n`)
})

test('a face at the beginning of a line is no quote', () => {
  expect(renderComment('>_< 어떡해\n>ㅅ<')).toBe('<p>&gt;_&lt; 어떡해<br>\n&gt;ㅅ&lt;</p>\n')
  expect(renderComment('그래\n>_<')).not.toContain('blockquote')
})

test('code keeps its lines and its signs', () => {
  expect(renderComment('```\n**a** <b>\n  c\n```')).toBe('<pre tabindex="0"><code>**a** &lt;b&gt;\n  c\n</code></pre>\n')
})

test('only known pictures are shown: all others are links', () => {
  const html = renderComment(`![조개](${path})`, { files })
  expect(html).toContain(`<a class="picture" href="${path}"><img src="${path}" alt="조개" width="600" height="400"`)
  expect(renderComment(`![조개](${path})`)).toBe(`<p><a href="${path}">조개</a></p>\n`)
  expect(renderComment('![x](https://evil.example/x.gif)', { files })).not.toContain('<img')
})

const said = (body: string, stickers = new Map(), locale: 'ko' | 'en' = 'ko') =>
  commentExcerpt(createTranslator(messages, locale), { body, stickers }, 50)

test('in a list of comments stand its words, without marks', () => {
  expect(said('> 남의 말\n\n**굵은** [여기](https://a.example) ![조개](/files/x)')).toBe('남의 말 굵은 여기 조개')
  expect(said('-_- 네')).toBe('-_- 네')
  expect(said('![](/files/x)')).not.toBe('')
})

test('in a list a sticker is said in words, what is unknown stays what was typed', () => {
  const stickers = new Map([['cat/s1', { alt: '*졸려요* [을/를]', picture: null }]])
  expect(said('**안녕** :cat/s1: :cat/none: 12:30', stickers)).toBe('안녕 [스티커: *졸려요* [을/를]] :cat/none: 12:30')
  expect(said(':cat/s1:', stickers, 'en')).toBe('[sticker: *졸려요* [을/를]]')
  expect(said(':cat/s1:')).toBe(':cat/s1:')
})
