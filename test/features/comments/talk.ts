import { beforeEach } from 'vitest'
import { guest, type Viewer } from '../../../src/context.ts'
import { listAllBoards } from '../../../src/features/boards/boards.read-models.ts'
import { ensureFirstBoards } from '../../../src/features/boards/boards.service.ts'
import type { Board } from '../../../src/features/boards/boards.types.ts'
import { addMember } from '../../../src/features/members/members.service.ts'
import { createPost } from '../../../src/features/posts/posts.service.ts'
import type { Agent } from '../../support/agent.ts'
import { type Site, useSite } from '../../support/site.ts'

const PASSWORD = 'quiet-lanterns-7'

export interface Talker {
  id: number
  agent: Agent
}

export interface TalkPost {
  id: number
  number: number
  path: string
}

/** A post on a board, its author, a member who answers, and those who moderate: fresh before each test. */
export interface Talk extends Pick<Site, 'ctx'> {
  visitor: Agent
  board: Board
  post: TalkPost
  author: Talker
  mina: Talker
  moderator: Talker
  admin: Talker
  member(nickname: string, options?: { level?: number; moderates?: boolean }): Promise<Talker>
  aPost(title?: string): Promise<TalkPost>
}

export function useTalk(): Talk {
  const site = useSite()
  const talk = {} as Talk
  let members = 0

  talk.member = async (nickname, { level = 2, moderates = false } = {}) => {
    members += 1
    const login = `member${members}`
    const passwordHash = await site.ctx.passwords.hash(PASSWORD)
    const now = site.clock.now()
    const id = await addMember(site.ctx, site.ctx.db, { login, nickname, email: `${login}@example.org`, passwordHash, level })
    if (moderates) await site.ctx.db('board_moderators').insert({ boardId: talk.board.id, memberId: id, createdAt: now })
    return { id, agent: await loggedIn(site, login) }
  }

  talk.aPost = async (title = 'R&D 예산') => {
    const writer: Viewer = { ...guest, memberId: talk.author.id, nickname: '수집기', level: 2 }
    const path = await createPost(site.ctx, writer, talk.board, { title, body: '작은 연구소가 모인 골목을 걸었다.' })
    const number = Number(path.split('/').at(-1))
    const post = await site.ctx.db('posts').where({ boardId: talk.board.id, number }).first('id')
    return { id: post?.id, number, path }
  }

  beforeEach(async () => {
    talk.ctx = site.ctx
    talk.visitor = site.visitor()
    await ensureFirstBoards(site.ctx)
    talk.board = (await listAllBoards(site.ctx)).find(({ slug }) => slug === 'free') as Board
    talk.author = await talk.member('수집기')
    talk.mina = await talk.member('mina')
    talk.moderator = await talk.member('지기', { moderates: true })
    talk.admin = await talk.member('총지기', { level: 9 })
    talk.post = await talk.aPost()
    await site.ctx.db('outbox').delete()
  })

  return talk
}

/** Through the door, with the token of the session on every request that changes something. */
async function loggedIn(site: Site, login: string): Promise<Agent> {
  const agent = site.visitor()
  await agent.submit(await agent.get('/login'), 'form[action^="/login"]', { login, password: PASSWORD })
  const token = (await agent.get('/')).root.querySelector('[name=_csrf]')?.getAttribute('value')
  if (!token) throw new Error(`${login} could not log in`)
  agent.headers['x-csrf-token'] = token
  return agent
}
