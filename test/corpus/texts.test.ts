import { expect, test } from 'vitest'
import { compile } from '../../src/corpus/grammar.ts'
import { nicknames } from '../../src/corpus/nicknames.ts'
import { renderPost, renderReply } from '../../src/corpus/plain-html.ts'
import { writePost, writeReply } from '../../src/corpus/posts.ts'
import { createRandom } from '../../src/corpus/random.ts'
import { growThread, share } from '../../src/corpus/threads.ts'
import { renderComment, renderMarkdown } from '../../src/lib/html/markdown.ts'
import { canonicalName } from '../../src/lib/text/canonical-name.ts'

const posts = (seed: number, count: number) => {
  const random = createRandom(seed)
  return Array.from({ length: count }, () => writePost(random))
}

test('the same seed writes the same texts, another seed others', () => {
  expect(posts(1, 50)).toEqual(posts(1, 50))
  expect(posts(2, 50)).not.toEqual(posts(1, 50))
})

test('a paragraph that is wrapped here is what the renderer would have made', () => {
  for (const { body } of posts(3, 3_000)) {
    const { html, text } = renderMarkdown(body)
    expect(renderPost(body)).toMatchObject({ html, text })
  }
  const random = createRandom(4)
  for (let count = 0; count < 3_000; count += 1) {
    const reply = writeReply(random)
    expect(renderReply(reply)).toBe(renderComment(reply))
  }
})

test.each([
  '1. 첫째',
  '# 제목',
  ' 앞 빈칸',
  '뒤 빈칸 ',
  'a < b',
  'R&D',
  '**굵게**',
  'https://example.com',
  '줄\n바꿈',
  '- 목록',
  '',
  '\u3000전각',
  '12) 열둘',
  '~~취소~~',
])('what might mean something to Markdown goes the usual way: %j', (source) => {
  const { html, text } = renderMarkdown(source)
  expect(renderPost(source)).toMatchObject({ html, text })
  expect(renderReply(source)).toBe(renderComment(source))
})

test('titles fit their column, some are a hundred letters long, R&D and < stay what they are', () => {
  const titles = posts(5, 20_000).map(({ title }) => title)
  const lengths = titles.map((title) => [...title].length)
  expect(Math.max(...lengths)).toBe(100)
  expect(Math.min(...lengths)).toBeGreaterThan(1)
  expect(titles.some((title) => title.includes('R&D'))).toBe(true)
  expect(titles.some((title) => title.includes('<ⓒ'))).toBe(true)
  expect(new Set(titles).size).toBeGreaterThan(8_000)
  expect(titles.join(' ')).not.toMatch(/undefined|[{}]/)
})

test.each([
  ['{food:을/를}', ['냉면을', '칼국수를']],
  ['{tech:으로/로}', ['정규식으로', '엑셀로', 'SQL로', '도커로']],
  ['{topic:와/과}', ['반도체와', '백신과']],
])('words take the particle that fits them: %s', (template, some) => {
  const sentence = compile(template)
  const random = createRandom(6)
  const made = Array.from({ length: 400 }, () => sentence(random))
  expect(made).toEqual(expect.arrayContaining(some))
})

test('no two nicknames look alike', () => {
  const names = nicknames(createRandom(7))
  const seen = new Set(Array.from({ length: 20_000 }, () => canonicalName(names.next().value)))
  expect(seen.size).toBe(20_000)
})

test('a thread stands below what it answers, and a share of it all is given away to the last one', () => {
  const thread = growThread(createRandom(8), 200)
  for (const { number, parent, path, depth } of thread) {
    expect(path.length).toBe((depth + 1) * 4)
    expect(path.readUInt32BE(depth * 4)).toBe(number)
    if (parent) expect(path.subarray(0, -4)).toEqual(parent.path)
  }
  expect(share(1_000, [1, 5, 0, 2.5, 9]).reduce((a, b) => a + b)).toBe(1_000)
})
