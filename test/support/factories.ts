import { guest, type Viewer } from '../../src/context.ts'
import { BoardForm } from '../../src/features/boards/board-form.types.ts'
import { listAllBoards } from '../../src/features/boards/boards.read-models.ts'
import { createBoard, ensureFirstBoards } from '../../src/features/boards/boards.service.ts'
import type { Board } from '../../src/features/boards/boards.types.ts'
import { addMember } from '../../src/features/members/members.service.ts'
import type { Post, PostDraft } from '../../src/features/posts/posts.types.ts'
import { createPost } from '../../src/features/posts/writing/create-post.service.ts'
import type { Agent } from './agent.ts'
import type { Site } from './site.ts'

/** Whoever walks through the tests: made by the services, logged in through the door. */
export interface Person {
  viewer: Viewer & { memberId: number }
  login: string
  agent: Agent
}

export const PASSWORD = 'quiet-lanterns-7'

const owner: Viewer = { ...guest, memberId: 1, level: 10 }
let people = 0

export async function aMember(site: Site, nickname: string, { level = 2, moderates = [] as Board[] } = {}): Promise<Person> {
  people += 1
  const login = `member${people}`
  const passwordHash = await site.ctx.passwords.hash(PASSWORD)
  const memberId = await addMember(site.ctx, site.ctx.db, { login, nickname, email: `${login}@example.org`, passwordHash, level })
  for (const { id } of moderates) await site.ctx.db('board_moderators').insert({ boardId: id, memberId, createdAt: site.clock.now() })
  return {
    viewer: { memberId, nickname, level, moderates: new Set(moderates.map(({ id }) => id)), groups: new Set(), adult: false },
    login,
    agent: await logIn(site, login),
  }
}

/** With the session's token on every request, as a page's script would send it. */
export async function logIn(site: Site, login: string, password = PASSWORD): Promise<Agent> {
  const agent = site.visitor()
  await agent.submit(await agent.get('/login'), 'form#login', { login, password })
  const token = (await agent.get('/me')).root.querySelector('[name=_csrf]')?.getAttribute('value')
  if (!token) throw new Error(`${login} could not log in`)
  agent.headers['x-csrf-token'] = token
  return agent
}

/** The three boards that every new site has. */
export async function firstBoards(site: Site): Promise<{ notice: Board; free: Board; science: Board }> {
  await ensureFirstBoards(site.ctx)
  const [notice, free, science] = await listAllBoards(site.ctx)
  if (!notice || !free || !science) throw new Error('a new site has three boards')
  return { notice, free, science }
}

export async function aBoard(site: Site, form: Partial<BoardForm> & { slug: string }): Promise<Board> {
  const standard = BoardForm.parse({ slug: form.slug, nameKo: `게시판 ${form.slug}`, nameEn: `Board ${form.slug}` })
  await createBoard(site.ctx, owner, { ...standard, ...form })
  const board = (await listAllBoards(site.ctx)).find(({ slug }) => slug === form.slug)
  if (!board) throw new Error(`no board ${form.slug}`)
  return board
}

export async function aPost(site: Site, board: Board, author: Person, draft: Partial<PostDraft> = {}): Promise<Post> {
  // The level and age of a test's author say nothing about boards that only staff or adults write on.
  const viewer = { ...author.viewer, adult: true, level: Math.max(author.viewer.level, board.writeLevel, board.readLevel, board.listLevel) }
  const path = await createPost(site.ctx, viewer, board, { title: '오늘의 이야기', body: '첫 줄입니다.', ...draft })
  const post = await site.ctx
    .db<Post>('posts')
    .where({ boardId: board.id, number: Number(path.split('/').at(-1)) })
    .first()
  if (!post) throw new Error(`no post at ${path}`)
  return post
}
