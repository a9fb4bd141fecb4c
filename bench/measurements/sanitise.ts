import { renderComment, renderMarkdown } from '../../src/lib/html/markdown.ts'
import type { Bench } from '../bench.types.ts'
import type { Finding } from '../findings.ts'
import { worstTexts } from '../worst-texts.ts'

const LONGEST = 64 * 1024
const GOAL_MS = 100
/** Twice the text in twice the time, and what the machine does besides. Below this a time tells nothing of how it grows. */
const GOAL_GROWTH = 3
const TELLING_MS = 25

const mentions = new Map([['민아', '/members/mina']])
const ways = {
  post: (source: string) => renderMarkdown(source, { mentions }).html,
  comment: (source: string) => renderComment(source, { mentions }),
} as const

/** What anybody might write: the same length of it is the floor. */
const prose = `어제는 **비**가 왔습니다. 그래서 [우산](https://a.example/umbrella)을 들고 나갔어요.

- 첫째, 길이 미끄러웠습니다
- 둘째, it was _cold_ & 바람이 불었습니다 @민아

> 그래도 좋았다

`

/**
 * From a text to markup that is safe, in this process: no site is asked. The worst texts that we know (worst-texts.ts), each as long as a text may be; told
 * is the slowest, beside ordinary words of that length in the same minute.
 */
export async function measureSanitise({ quick }: Pick<Bench, 'quick'>): Promise<Finding[]> {
  const runs = quick ? 1 : 5
  const floor = {
    name: 'prose of that length',
    figure: fastest(5, () => ways.post(prose.repeat(LONGEST / prose.length))),
  }
  const texts = quick ? worstTexts.filter((_, index) => index % 10 === 0) : worstTexts
  const asPosts = texts.map((text) => ({ text, ms: fastest(runs, () => ways.post(text.of(LONGEST))) }))
  const asComments = texts.map((text) => ({ text, ms: fastest(runs, () => ways.comment(text.of(LONGEST))) }))
  const slowest = (of: string, timed: typeof asPosts): Finding => {
    const { text, ms } = timed.reduce((most, each) => (each.ms > most.ms ? each : most))
    return { name: `64 KiB of the worst, as a ${of}`, figure: ms, unit: 'ms', floor, goal: { atMost: GOAL_MS }, note: text.name }
  }
  const grown = asPosts
    .filter(({ ms }) => ms > TELLING_MS)
    .map(({ text }) => {
      const [whole, half] = [LONGEST, LONGEST / 2].map((length) => fastest(runs + 1, () => ways.post(text.of(length))))
      return { text, times: (whole ?? 0) / (half ?? 1) }
    })
  const most = grown.reduce((fastestGrown, each) => (each.times > fastestGrown.times ? each : fastestGrown), {
    text: { name: 'none' },
    times: 1,
  })
  return [
    slowest('post', asPosts),
    slowest('comment', asComments),
    {
      name: '64 KiB against 32 KiB of what grows fastest',
      figure: most.times,
      unit: '',
      goal: { atMost: GOAL_GROWTH },
      note: most.text.name,
    },
  ]
}

/** Time at work: who else uses the machine is no part of it. */
function fastest(runs: number, work: () => unknown): number {
  let least = Number.POSITIVE_INFINITY
  for (let run = 0; run < runs; run += 1) {
    const before = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(before)
    least = Math.min(least, (user + system) / 1_000)
  }
  return least
}
