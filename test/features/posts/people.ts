import { createHmac, randomBytes } from 'node:crypto'
import { guest, type Viewer } from '../../../src/context.ts'
import { BoardForm } from '../../../src/features/boards/board-form.types.ts'
import { createBoard } from '../../../src/features/boards/boards.service.ts'
import type { Board } from '../../../src/features/boards/boards.types.ts'
import { createPost } from '../../../src/features/posts/posts.service.ts'
import type { Post } from '../../../src/features/posts/posts.types.ts'
import type { Agent } from '../../support/agent.ts'
import type { Site } from '../../support/site.ts'

export interface Person {
  viewer: Viewer
  agent: Agent
}

const owner: Viewer = { ...guest, memberId: 1, level: 10 }

/** A board as the console would make it. */
export async function aBoard(site: Site, form: Partial<BoardForm> & { slug: string }): Promise<Board> {
  const id = await createBoard(site.ctx, owner, BoardForm.parse({ nameKo: `게시판 ${form.slug}`, nameEn: `Board ${form.slug}`, ...form }))
  return (await site.ctx
    .db<Board>('boards')
    .where({ id: id ?? 0 })
    .first())!
}

/** A member whose browser is logged in already: the session lies where log-in would have put it. */
export async function aPerson(site: Site, nickname: string, { level = 2, moderates = [] as Board[] } = {}): Promise<Person> {
  const { db, redis, config } = site.ctx
  const createdAt = new Date()
  const names = { login: nickname, loginCanonical: nickname, nickname, nicknameCanonical: nickname }
  const rest = {
    email: `${nickname}@example.com`,
    emailCanonical: nickname,
    passwordHash: 'x',
    agreedTermsAt: createdAt,
    agreedPrivacyAt: createdAt,
  }
  const [id] = await db('members').insert({ ...names, ...rest, level, createdAt })
  const memberId = Number(id)
  for (const board of moderates) await db('board_moderators').insert({ boardId: board.id, memberId, createdAt })
  const agent = site.visitor()
  const sid = randomBytes(18).toString('base64url')
  const session = {
    cookie: { originalMaxAge: null, httpOnly: true, path: '/' },
    memberId,
    epoch: 0,
    csrfSecret: randomBytes(24).toString('base64url'),
  }
  await redis.set(`session:${sid}`, JSON.stringify(session))
  const signature = createHmac('sha256', config.sessionSecret ?? '')
    .update(sid)
    .digest('base64')
    .replace(/=+$/, '')
  agent.cookies.set('madang.sid', encodeURIComponent(`s:${sid}.${signature}`))
  return { viewer: { memberId, nickname, level, moderates: new Set(moderates.map((board) => board.id)) }, agent }
}

export async function aPost(site: Site, board: Board, author: Person, draft: { title?: string; body?: string } = {}): Promise<Post> {
  // The level of a test's author says nothing about boards that only staff write on.
  const viewer = { ...author.viewer, level: Math.max(author.viewer.level, board.writeLevel, board.readLevel, board.listLevel) }
  const path = await createPost(site.ctx, viewer, board, { title: draft.title ?? '오늘의 이야기', body: draft.body ?? '첫 줄입니다.' })
  const number = Number(path.split('/').at(-1))
  return (await site.ctx.db<Post>('posts').where({ boardId: board.id, number }).first())!
}
