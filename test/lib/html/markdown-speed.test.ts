import { expect, test } from 'vitest'
import { worstTexts } from '../../../bench/worst-texts.ts'
import { excerpt } from '../../../src/lib/html/excerpt.ts'
import { renderComment, renderMarkdown } from '../../../src/lib/html/markdown.ts'
import { sanitize } from '../../../src/lib/html/sanitize.ts'

const LONGEST = 64 * 1024
/** A quiet machine needs about 100 ms for the worst of these; the rest is for a busy one. What grows with the square takes minutes. */
const PATIENCE_MS = 600
const somebody = new Map([['민아', '/members/mina']])

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

test.each(worstTexts)('64 KiB of $name are rendered at once', ({ of }) => {
  const source = of(LONGEST)
  expect(timed(() => renderMarkdown(source, { mentions: somebody }))).toBeLessThan(PATIENCE_MS)
  expect(timed(() => renderComment(source, { mentions: somebody }))).toBeLessThan(PATIENCE_MS)
})

/** Below this, what the machine does besides weighs more than the text. */
const TELLING_MS = 40
const ATTEMPTS = 4

/** Eight times a square is sixty-four. */
const growth = (of: (length: number) => string): number => {
  const whole = timed(() => renderMarkdown(of(LONGEST), { mentions: somebody }))
  return whole < TELLING_MS ? 1 : whole / timed(() => renderMarkdown(of(LONGEST / 8), { mentions: somebody }))
}
test.each(worstTexts)('64 KiB of $name take about eight times as long as an eighth of it', ({ of }) => {
  let least = Number.POSITIVE_INFINITY
  for (let attempt = 0; attempt < ATTEMPTS && least >= 24; attempt += 1) least = Math.min(least, growth(of))
  expect(least).toBeLessThan(24)
})

test('HTML of 600 levels, or of 64 KiB of opening signs, is sanitised at once', () => {
  for (const html of [
    '<div>'.repeat(600),
    '<blockquote>'.repeat(5_000),
    '<'.repeat(LONGEST),
    '<b>'.repeat(LONGEST / 3),
    '<p '.repeat(LONGEST / 3),
  ]) {
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
