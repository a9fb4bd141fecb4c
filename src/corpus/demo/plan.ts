import { writePost, writeReply } from '../posts.ts'
import { createRandom, type Random, skewed } from '../random.ts'
import type { DemoPost } from '../texts/demo-post.types.ts'
import { demoPosts } from '../texts/demo-posts.ts'
import { growThread } from '../threads.ts'

const OLDER_POSTS = 52
const MOST_LIKES = 14
const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** Something that somebody did, in the order of time. */
export type DemoAct =
  | { kind: 'post'; at: Date; post: DemoPost }
  | { kind: 'comment'; at: Date; post: DemoPost; by: string; body: string; parent: number | undefined }
  | { kind: 'vote'; at: Date; post: DemoPost; by: string }
  | { kind: 'comment-vote'; at: Date; post: DemoPost; by: string; comment: number }
  | { kind: 'moderate'; at: Date; post: DemoPost }

/** The whole story from the first post to a minute ago. */
export function planDemo(now: Date, names: readonly string[]): DemoAct[] {
  const random = createRandom(20_261_124)
  const acts = [...demoPosts, ...olderPosts(random, names)].flatMap((post) => actsOf(random, post, now, names))
  return acts.sort((a, b) => a.at.getTime() - b.at.getTime())
}

/** Further down the pages: made-up talk, so that there are pages to turn. */
function olderPosts(random: Random, names: readonly string[]): DemoPost[] {
  return Array.from({ length: OLDER_POSTS }, (_, index) => {
    const { title, body } = writePost(random)
    const comments = growThread(random, Math.floor(skewed(random, 9))).map(({ parent }) => ({
      by: random.pick(names),
      body: writeReply(random),
      ...(parent ? { to: parent.number } : {}),
    }))
    const board = /공개|상용화|학회|특허|연구/.test(title) ? 'science' : title.includes('?') ? 'qna' : 'free'
    return { board, by: random.pick(names), daysAgo: 31 + index * 2.3 + random.next(), title, body, comments, votes: random.below(9) }
  })
}

function actsOf(random: Random, post: DemoPost, now: Date, names: readonly string[]): DemoAct[] {
  const posted = wakingHour(new Date(now.getTime() - post.daysAgo * DAY_MS), now)
  const left = now.getTime() - posted.getTime() - MINUTE_MS
  let passed = 0
  const comments = (post.comments ?? []).map(({ by, body, to }, _index, all): DemoAct => {
    // Talk happens within hours, and within what is left until now.
    passed += Math.min(skewed(random, 50 * MINUTE_MS) + 3 * MINUTE_MS, left / (all.length + 1))
    return { kind: 'comment', at: new Date(posted.getTime() + passed), post, by, body, parent: to }
  })
  const voters = names.filter((name) => name !== post.by).sort(() => random.next() - 0.5)
  const votes = voters
    .slice(0, post.votes ?? 0)
    .map((by): DemoAct => ({ kind: 'vote', at: new Date(posted.getTime() + Math.min(DAY_MS, left) * random.next()), post, by }))
  const liked = (post.comments ?? []).flatMap(({ by }, index, all) => {
    const likedAt = Math.min((comments[index]?.at ?? posted).getTime() + MINUTE_MS * (1 + random.below(20)), now.getTime() - 1)
    return likesOf(random, { lively: all.length > 5 && index === 1, by }, names).map(
      (voter): DemoAct => ({ kind: 'comment-vote', at: new Date(likedAt), post, by: voter, comment: index + 1 }),
    )
  })
  const end = new Date(posted.getTime() + Math.min(passed + 2 * HOUR_MS, left))
  // A moderator acts when the talk is over: nobody comments on what is closed or hidden.
  const act: DemoAct[] = post.act ? [{ kind: 'moderate', at: new Date(end.getTime() + 1), post }] : []
  const beforeEnd = [...votes, ...liked].filter(({ at }) => !post.act || at < end)
  return [{ kind: 'post', at: posted, post }, ...comments, ...beforeEnd, ...act]
}

/** Who liked a comment: of most nobody, of one in a lively thread many. */
function likesOf(random: Random, { lively, by }: { lively: boolean; by: string }, names: readonly string[]): string[] {
  const count = lively && random.chance(0.3) ? MOST_LIKES : random.chance(0.2) ? random.below(4) : 0
  const start = random.below(names.length)
  return names
    .map((_, index) => names[(start + index) % names.length] ?? '')
    .filter((name) => name !== by)
    .slice(0, count)
}

/** Between two and six in the morning only 새벽네시 writes. */
function wakingHour(at: Date, now: Date): Date {
  const hour = (at.getUTCHours() + 9) % 24
  const later = new Date(at.getTime() + 5 * HOUR_MS)
  return hour >= 2 && hour < 6 && later < now ? later : at
}
