import { expect, test } from 'vitest'
import { excerpt } from '../../../src/lib/html/excerpt.ts'
import { renderComment, renderMarkdown } from '../../../src/lib/html/markdown.ts'
import { sanitize } from '../../../src/lib/html/sanitize.ts'

const LONGEST = 64 * 1024
/** A quiet machine needs about 100 ms for the worst of these; the rest is for a busy one. What grows with the square takes minutes. */
const PATIENCE_MS = 600

const filled = (piece: string) => piece.repeat(Math.floor(LONGEST / piece.length))
const pieces = [
  '<',
  '>',
  '> ',
  '*',
  '**a ',
  '*a_',
  '_',
  '~',
  '[',
  '![',
  '](',
  '[](',
  '[a](',
  '[[]',
  '`',
  '``a`',
  '&',
  '&#',
  '<!--',
  '<a ',
  '- ',
  '- - ',
  '1. ',
  '# ',
  '|',
  '\\',
  '((',
  'a@',
  'https://',
  'http://a.',
  'mailto:',
  '"',
  '가*',
  'a\n',
  '|a\n',
  '\n|-',
  '\t',
  '[x]:',
  '👍',
  '<b>',
  '<b ',
  '[^',
  '^[',
  '[^1]',
  '[^a]:',
  '[^a]: b\n',
  '||',
  '||a',
  '||a ',
  '||a||',
  ':::spoiler\n',
  '::::',
  'https://youtu.be/dQw4w9WgXcQ\n',
  'https://a.example/b\n',
  '# a\n\n',
  '<u>',
  '</u>',
  '<u>a</u>',
  '<u>a</sub>',
  '<u><sub>',
  '**<u>',
  '<mark class="mark-yellow">',
  '<span class="ink-red">a</span>',
  '<br>',
  '<div class="align-center">\n',
  '<div class="align-center">\na\n</div>\n',
  '</div>\n',
  '<table>\n',
  '<table>\n<tr>\n<td>\n',
  '<table>\n<tr><td>a</td></tr>\n</table>\n',
  '- <div class="align-right">\n',
  '> <table>\n',
  '- [ ] a\n',
  '- [x]\n',
  '![a](/files/x "b")',
]

const shapes: [string, string][] = [
  ...pieces.map((piece): [string, string] => [`64 KiB of ${JSON.stringify(piece)}`, filled(piece)]),
  ['20,000 quotes within one another', `${'>'.repeat(20_000)}a`],
  ['20,000 brackets within one another', `${'['.repeat(20_000)}a${']'.repeat(20_000)}`],
  ['20,000 stars on both sides', `${'*'.repeat(20_000)}a${'*'.repeat(20_000)}`],
  ['backticks of every length', Array.from({ length: 360 }, (_, length) => `${'`'.repeat(length)}a`).join('')],
  ['a list of 300 levels', Array.from({ length: 300 }, (_, depth) => `${' '.repeat(depth)}- a`).join('\n')],
  ['a table whose rows ask for a hundred cells each', `${'a|'.repeat(100)}\n${'-|'.repeat(100)}\n${'x\n'.repeat(30_000)}`],
  ['many tables', filled(`${'a|'.repeat(30)}\n${'-|'.repeat(30)}\n${'x\n'.repeat(2_000)}\n`)],
  ['1,000 tags within one another', `${'<u>a'.repeat(1_000)}${'</u>'.repeat(1_000)}`],
  ['8,000 tags that open and as many of another that close', `${'<u>a'.repeat(8_000)}${'</sub>'.repeat(5_000)}`],
  ['all tags, none of which is closed', filled('<u><sub><sup><mark class="mark-pink"><span class="ink-grey">a')],
  ['a table of 7,000 cells in one row', `<table>\n<tr>\n${'<td></td>'.repeat(7_000)}\n</tr>\n</table>`],
  ['a table of 4,000 cells with blocks', `<table>\n<tr>\n${'<td>\na\n</td>\n'.repeat(4_000)}</tr>\n</table>`],
  [
    'a table in which each cell asks for 999 times 999',
    `<table>\n${'<tr><td colspan="999" rowspan="999">a</td></tr>\n'.repeat(1_500)}</table>`,
  ],
  ['tables that begin and never end, then one end', `${'<table>\n<tr>\n<td>\n'.repeat(3_000)}</table>`],
  ['tables that end and never begin', `<table>\n<tr>\n<td>\n${'</table>\n'.repeat(7_000)}`],
  ['2,000 spoilers within one another', `${Array.from({ length: 2_000 }, (_, n) => `${':'.repeat(3)}spoiler ${n}`).join('\n')}\n:::`],
  ['notes and where they are named', `${filled('[^1]').slice(0, 30_000)}\n\n${'[^1]: a\n'.repeat(3_000)}`],
  ['4,000 references and uses', `${Array.from({ length: 4_000 }, (_, n) => `[a${n}]: b`).join('\n')}\n\n${'[a1]'.repeat(4_000)}`],
]

/** Time at work, not on the clock: a busy machine is no slow renderer. The first run may also have to warm up. */
function timed(work: () => unknown): number {
  const once = () => {
    const before = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  }
  const first = once()
  return first < PATIENCE_MS ? first : Math.min(first, once())
}

test.each(shapes)('%s is rendered at once', (_name, source) => {
  expect(
    Math.min(
      timed(() => renderMarkdown(source)),
      timed(() => renderMarkdown(source)),
    ),
  ).toBeLessThan(PATIENCE_MS)
  expect(timed(() => renderComment(source))).toBeLessThan(PATIENCE_MS)
})

/** Below this, what the machine does besides weighs more than the text. */
const TELLING_MS = 60
const ATTEMPTS = 3

/** Four times a square is sixteen. */
const growth = (source: string): number => {
  const whole = timed(() => renderMarkdown(source))
  return whole < TELLING_MS ? 1 : whole / timed(() => renderMarkdown(source.slice(0, source.length / 4)))
}

test.each(pieces)('64 KiB of %j take about four times as long as a quarter of it', (piece) => {
  let least = Number.POSITIVE_INFINITY
  for (let attempt = 0; attempt < ATTEMPTS && least >= 10; attempt += 1) least = Math.min(least, growth(filled(piece)))
  expect(least).toBeLessThan(10)
})

test('HTML of 600 levels, or of 64 KiB of opening signs, is sanitised at once', () => {
  for (const html of ['<div>'.repeat(600), '<blockquote>'.repeat(5_000), filled('<'), filled('<b>'), filled('<p ')]) {
    expect(
      Math.min(
        timed(() => sanitize(html)),
        timed(() => sanitize(html)),
      ),
    ).toBeLessThan(PATIENCE_MS)
  }
})

test('an excerpt of a letter with 50,000 marks is found at once', () => {
  expect(timed(() => excerpt(`e${'\u0301'.repeat(50_000)}`, 100))).toBeLessThan(PATIENCE_MS)
})
