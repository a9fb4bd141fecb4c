import { beforeEach } from 'vitest'
import type { Board } from '../../../src/features/boards/boards.types.ts'
import { postPath } from '../../../src/features/posts/posts.paths.ts'
import type { Agent } from '../../support/agent.ts'
import { aMember, aPost, firstBoards, type Person } from '../../support/factories.ts'
import { type Site, useSite } from '../../support/site.ts'

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
export interface Talk extends Pick<Site, 'ctx' | 'mayMiscount'> {
  visitor: Agent
  board: Board
  post: TalkPost
  author: Talker
  mina: Talker
  moderator: Talker
  admin: Talker
  member(nickname: string, options?: { level?: number; moderates?: Board[] }): Promise<Talker>
  aPost(title?: string): Promise<TalkPost>
}

export function useTalk(): Talk {
  const site = useSite()
  const talk = { mayMiscount: site.mayMiscount } as Talk
  let author: Person

  talk.member = async (nickname, options) => talker(await aMember(site, nickname, options))

  talk.aPost = async (title = 'R&D 예산') => {
    const { id, number } = await aPost(site, talk.board, author, { title })
    return { id, number, path: postPath(talk.board, number) }
  }

  beforeEach(async () => {
    talk.ctx = site.ctx
    talk.visitor = site.visitor()
    talk.board = (await firstBoards(site)).free
    author = await aMember(site, '수집기')
    talk.author = talker(author)
    talk.mina = await talk.member('mina')
    talk.moderator = await talk.member('지기', { moderates: [talk.board] })
    talk.admin = await talk.member('총지기', { level: 9 })
    talk.post = await talk.aPost()
    await site.ctx.db('outbox').delete()
  })

  return talk
}

const talker = ({ viewer, agent }: Person): Talker => ({ id: viewer.memberId, agent })
