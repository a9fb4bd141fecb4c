import { RENDERER_VERSION } from '../lib/html/markdown.ts'
import type { BulkComment, BulkPost } from './corpus.types.ts'
import { renderPost, renderReply } from './plain-html.ts'
import { writePost, writeReply } from './posts.ts'
import { createRandom, type Random, seedOf, skewed } from './random.ts'
import { growThread, share, type Twig } from './threads.ts'

/** A post with everything that hangs on it, before the database has given it an id. */
export interface DraftPost extends BulkPost {
  voterIds: number[]
  comments: DraftComment[]
}

export interface DraftComment extends Omit<BulkComment, 'postId' | 'parentId'> {
  depth: number
  parent: DraftComment | null
  voterIds: number[]
}

export interface BatchPlan {
  firstNumber: number
  /** One for each post, oldest first. */
  dates: Date[]
  comments: number
  memberIds: readonly number[]
  until: Date
}

const MOST_VOTES = 300
/** Of ten comments nine get no vote. */
const VOTED_COMMENTS = 0.1
const MOST_VOTES_OF_COMMENT = 40
const MEAN_VIEWS = 90

export function makeBatch(random: Random, plan: BatchPlan): DraftPost[] {
  // The liveliest of a thousand threads has hundreds of comments, half of them none or one.
  const counts = share(
    plan.comments,
    plan.dates.map(() => skewed(random, 1) ** 1.5),
  )
  return plan.dates.map((createdAt, index) => {
    const { title, body } = writePost(random)
    const comments = writeThread(random, counts[index] ?? 0, createdAt, plan)
    const voterIds = chooseVoters(random, plan.memberIds)
    const views = skewed(random, MEAN_VIEWS) + comments.length * 4 + voterIds.length * 12
    return {
      number: plan.firstNumber + index,
      authorId: someone(random, plan.memberIds),
      title,
      body: renderPost(body),
      createdAt,
      commentCount: comments.length,
      voteCount: voterIds.length,
      viewCount: Math.floor(views),
      voterIds,
      comments,
    }
  })
}

/** The tenth of the members who talk most write nearly half of everything. */
const someone = (random: Random, memberIds: readonly number[]): number => memberIds[Math.floor(random.next() ** 3 * memberIds.length)] ?? 0

/** Two posts in three get no vote; who votes does so once. */
function chooseVoters(random: Random, memberIds: readonly number[]): number[] {
  return votersOf(random, memberIds, random.chance(0.67) ? 0 : Math.min(skewed(random, 2), MOST_VOTES))
}

function votersOf(random: Random, memberIds: readonly number[], wanted: number): number[] {
  const count = Math.min(Math.floor(wanted), memberIds.length)
  const start = random.below(memberIds.length)
  return Array.from({ length: count }, (_, index) => memberIds[(start + index) % memberIds.length] ?? 0)
}

const MINUTE_MS = 60_000

function writeThread(random: Random, count: number, postedAt: Date, { memberIds, until }: BatchPlan): DraftComment[] {
  const written = new Map<Twig, DraftComment>()
  // A stream of its own: who votes changes nothing of what is written.
  const votes = createRandom(seedOf(count, postedAt.getTime()))
  let at = postedAt.getTime()
  return growThread(random, count).map((twig) => {
    at = Math.min(at + skewed(random, 40 * MINUTE_MS) + MINUTE_MS, Math.max(until.getTime(), postedAt.getTime()))
    const body = writeReply(random)
    const voterIds = votes.chance(VOTED_COMMENTS) ? votersOf(votes, memberIds, Math.min(skewed(votes, 4), MOST_VOTES_OF_COMMENT)) : []
    const comment: DraftComment = {
      number: twig.number,
      parent: twig.parent && (written.get(twig.parent) ?? null),
      depth: twig.depth,
      path: twig.path,
      authorId: someone(random, memberIds),
      body,
      html: renderReply(body),
      rendererVersion: RENDERER_VERSION,
      voteCount: voterIds.length,
      voterIds,
      createdAt: new Date(at),
    }
    written.set(twig, comment)
    return comment
  })
}
