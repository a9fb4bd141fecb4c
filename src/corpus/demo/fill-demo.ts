import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { AppContext, Viewer } from '../../context.ts'
import type { Board } from '../../features/boards/boards.types.ts'
import { acceptAnswer } from '../../features/comments/answers/answers.service.ts'
import { loadComment } from '../../features/comments/comments.read-models.ts'
import { createComment } from '../../features/comments/comments.service.ts'
import { voteOnComment } from '../../features/comments/votes/comment-votes.service.ts'
import { moderatePost } from '../../features/moderation/moderation.service.ts'
import { addViews, findPost } from '../../features/posts/posts.repository.ts'
import type { Post } from '../../features/posts/posts.types.ts'
import { vote } from '../../features/posts/votes/votes.service.ts'
import { createPost } from '../../features/posts/writing/create-post.service.ts'
import { loadSettings } from '../../features/settings/settings.service.ts'
import { storeFiles } from '../../features/uploads/uploads.service.ts'
import { pictureLimits } from '../../features/uploads/uploads.types.ts'
import type { DemoPost } from '../texts/demo-post.types.ts'
import { simulateVisits } from '../visits/simulate-visits.ts'
import { categorised } from './categories.ts'
import { draw } from './drawings.ts'
import { type DemoAct, planDemo } from './plan.ts'
import { type Settled, settle } from './settle.ts'

type Place = { board: Board; post: Post }

/** Tells the demo's story through the site's own services, each act at its time. @returns how many of each kind happened */
export async function fillDemo(ctx: AppContext, passwordHash: string): Promise<Record<DemoAct['kind'], number>> {
  const settled = await settle(ctx, passwordHash)
  const done = { post: 0, comment: 0, vote: 0, 'comment-vote': 0, moderate: 0 }
  const places = new Map<DemoPost, Place>()
  const folder = await mkdtemp(join(tmpdir(), 'madang-demo-'))
  try {
    for (const act of planDemo(ctx.clock.now(), [...settled.people.keys()])) {
      // The services know no other time than that of their context.
      const then = { ...ctx, clock: { now: () => act.at } }
      if (act.kind === 'post') places.set(act.post, await post(then, settled, act.post, folder))
      else await follow(then, settled, act, places.get(act.post))
      done[act.kind] += 1
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  await addViews(ctx.db, new Map([...places].map(([plan, place]) => [place.post.id, viewsOf(plan)])))
  await addVisits(ctx)
  return done
}

async function post(ctx: AppContext, { boards, people }: Settled, plan: DemoPost, folder: string): Promise<Place> {
  const [board, author] = [boards.get(plan.board), people.get(plan.by)]
  if (!board || !author) throw new Error(`nobody called ${plan.by} on ${plan.board}`)
  const address = await createPost(ctx, author, board, {
    ...categorised(board, plan),
    body: await withPictures(ctx, author, plan, folder),
  })
  const stored = await findPost(ctx.db, board.id, Number(address.split('/').at(-1)))
  if (!stored) throw new Error(`no post at ${address}`)
  return { board, post: stored }
}

/** Through the same door as everybody's pictures: measured, made small, stored. */
async function withPictures(ctx: AppContext, author: Viewer, plan: DemoPost, folder: string): Promise<string> {
  let body = plan.body
  for (const [index, { drawing, name }] of (plan.images ?? []).entries()) {
    const path = join(folder, 'picture.png')
    await writeFile(path, await draw(drawing, index + plan.title.length))
    const { stored } = await storeFiles(ctx, author, pictureLimits, [{ path, name }])
    const markdown = stored[0]?.markdown
    if (!markdown) throw new Error(`${name} was refused`)
    body = body.includes('{image}') ? body.replace('{image}', markdown) : `${body}\n\n${markdown}`
  }
  return body
}

async function follow(
  ctx: AppContext,
  { people }: Settled,
  act: Exclude<DemoAct, { kind: 'post' }>,
  place: Place | undefined,
): Promise<void> {
  const viewer = people.get(act.kind === 'moderate' ? (act.post.act?.by ?? '') : act.by)
  if (!viewer || !place) throw new Error(`nobody to ${act.kind} “${act.post.title}”`)
  if (act.kind === 'comment') await answer(ctx, viewer, place, act)
  else if (act.kind === 'vote') await vote(ctx, viewer, place, 'up')
  else if (act.kind === 'comment-vote') await like(ctx, viewer, place, act.comment)
  else if (act.post.act) await moderatePost(ctx, viewer, place, act.post.act)
}

/** On a board without votes nobody can. */
async function like(ctx: AppContext, viewer: Viewer, place: Place, number: number): Promise<void> {
  if (place.board.votes === 'none') return
  await voteOnComment(ctx, viewer, { ...place, comment: await loadComment(ctx, place, number) }, 'up')
}

/** Who asked and then thanks somebody has found their answer. */
async function answer(
  ctx: AppContext,
  viewer: Viewer,
  place: Place,
  { body, parent }: Extract<DemoAct, { kind: 'comment' }>,
): Promise<void> {
  await createComment(ctx, viewer, place, { body, parent })
  if (place.board.look !== 'qna' || parent === undefined || viewer.memberId !== place.post.authorId) return
  const thanked = await loadComment(ctx, place, parent)
  if (thanked.authorId !== viewer.memberId) await acceptAnswer(ctx, viewer, { ...place, comment: thanked }, 'yes')
}

const viewsOf = ({ views, votes = 0, comments = [] }: DemoPost): number => views ?? 24 + votes * 11 + comments.length * 7

/** Days that have visitors keep theirs: the counter is never made to say more than was. Two days are open, and added up again and again. */
async function addVisits(ctx: AppContext): Promise<void> {
  const { zone } = await loadSettings(ctx)
  await simulateVisits(ctx, { days: 401, visitors: 210, zone, seed: 400, rawDays: 2, rawVisitors: 210 })
}
