import { describe, expect, test } from 'vitest'
import { namesCalledIn, renderComment, renderMarkdown } from '../../../src/lib/html/markdown.ts'
import { canonicalName } from '../../../src/lib/text/canonical-name.ts'

const members = (...names: string[]) => new Map(names.map((name) => [canonicalName(name), `/members/${encodeURIComponent(name)}`]))
const called = (source: string, ...names: string[]) => namesCalledIn(source, 'comments', members(...names))

describe('who is called by a comment', () => {
  test.each([
    ['@민아 안녕하세요', '민아'],
    ['안녕@민아', '민아'],
    ['@민아님께서는 어떻게 보세요?', '민아'],
    ['@민아씨네', '민아'],
    ['@민아에게도 물어봐요', '민아'],
    ['@민아가, @민아는', '민아'],
    ['(@민아)', '민아'],
    ['@mina.', 'mina'],
    ['@Mina?', 'mina'],
    ['@mina가 그랬어요', 'mina'],
    ['@mina.감사합니다', 'mina'],
    ['@a.b_c-d 님', 'a.b_c-d'],
    ['@별🌟의 말', '별🌟'],
    ['한 줄\n@민아\n또 한 줄', '민아'],
  ])('%s calls %s', (source, name) => {
    expect(called(source, name)).toEqual([canonicalName(name)])
    expect(namesCalledIn(source, 'comments')).toContain(canonicalName(name))
  })

  test.each([
    ['민아', '민아'],
    ['@ 민아', '민아'],
    ['@민아리', '민아'],
    ['@이사회에서', '이사'],
    ['@minari', 'mina'],
    ['@mina2', 'mina'],
    ['@mina.park', 'mina'],
    ['write@mina.example', 'mina'],
    ['a_b@mina', 'mina'],
    ['https://example.org/@mina/1', 'mina'],
    ['https://example.org/?a=@mina', 'mina'],
    ['@@mina', 'mina'],
  ])('%s does not call %s', (source, name) => {
    expect(called(source, name)).toEqual([])
    expect(renderComment(source, { mentions: members(name) })).not.toContain('/members/')
  })

  test('of two whose names begin alike it is the one with the longer name', () => {
    expect(called('@민아가 왔어요', '민아', '민아가')).toEqual(['민아가'])
    expect(called('@민아가 왔어요 @민아는요?', '민아', '민아가')).toEqual(['민아가', '민아'])
  })

  test('after twenty calls nobody more is looked up, and a thousand letters are no name', () => {
    const many = Array.from({ length: 30 }, (_, n) => `@n${n}`).join(' ')
    expect(namesCalledIn(many, 'comments')).toEqual([
      ...Array.from({ length: 10 }, (_, n) => `n${n}`),
      ...Array.from({ length: 10 }, (_, n) => `n${n + 10}`),
    ])
    expect(namesCalledIn(`@${'가'.repeat(1_000)}`, 'comments')).toEqual([])
    expect(namesCalledIn(`@e${'\u0301'.repeat(5_000)}`, 'comments')).toEqual([])
  })
})

test('a call becomes a link to the member, what was typed stays what it was', () => {
  expect(renderComment('<@민아>님 @Mina', { mentions: members('민아', 'mina') })).toBe(
    '<p>&lt;<a href="/members/%EB%AF%BC%EC%95%84">@민아</a>&gt;님 <a href="/members/mina">@Mina</a></p>\n',
  )
  expect(renderComment('@민아', { mentions: members() })).toBe('<p>@민아</p>\n')
  expect(renderComment('@민아')).toBe('<p>@민아</p>\n')
})

test('a name that looks like markup is text in its link', () => {
  const mentions = new Map([
    ['"><b', '/members/x'],
    ['b', '/members/b'],
  ])
  expect(renderComment('@"><b onclick=x>', { mentions })).toBe('<p>@"&gt;&lt;b onclick=x&gt;</p>\n')
})

describe('who is called by a post', () => {
  const html = (source: string) => renderMarkdown(source, { mentions: members('민아', 'mina_', '_a.b') }).html

  test.each([
    ['# @민아의 글', '민아'],
    ['> - @민아에게', '민아'],
    ['a|b\n-|-\n@민아|c', '민아'],
    ['**@민아**가', '민아'],
    ['글[^1]\n\n[^1]: @민아', '민아'],
    ['@mina\\_ 둘이서', 'mina_'],
    ['@mina_ 그리고 _강조_', 'mina_'],
    ['@\\_a.b', '_a.b'],
  ])('%s calls %s', (source, name) => {
    expect(namesCalledIn(source, 'posts')).toContain(name)
    expect(namesCalledIn(source, 'posts', members('민아', 'mina_', '_a.b'))).toEqual([name])
    expect(html(source)).toContain(`<a href="/members/${encodeURIComponent(name)}">@${name}</a>`)
  })

  test.each([
    '`@민아`',
    '```\n@민아\n```',
    '[@민아](https://a.example)',
    '![@민아](https://a.example/b.png)',
    'https://a.example/@민아',
    '\\@민아',
    '@mina\\_2',
  ])('%s calls nobody', (source) => {
    expect(namesCalledIn(source, 'posts', members('민아', 'mina_'))).toEqual([])
    expect(html(source)).not.toContain('/members/')
  })

  test('a call alone on its line is no card, and makes no post one with a link to elsewhere', () => {
    const { html, text, hasLink } = renderMarkdown('@민아', { mentions: members('민아') })
    expect([html, text, hasLink]).toEqual(['<p><a href="/members/%EB%AF%BC%EC%95%84">@민아</a></p>\n', '@민아', false])
  })
})
