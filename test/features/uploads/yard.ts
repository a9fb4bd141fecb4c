import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import express from 'express'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { type AppContext, guest, type Viewer } from '../../../src/context.ts'
import { errorPages } from '../../../src/error-pages.ts'
import { insertPost } from '../../../src/features/posts/lists/page-index.repository.ts'
import { partialUploadRoutes } from '../../../src/features/uploads/partial-uploads.routes.ts'
import { uploadRoutes } from '../../../src/features/uploads/uploads.routes.ts'
import { proveIntent } from '../../../src/lib/http/csrf.ts'
import { securityHeaders } from '../../../src/lib/http/headers.ts'
import { localsOf } from '../../../src/lib/http/route.ts'
import { createLog } from '../../../src/lib/log.ts'
import { readAssets } from '../../../src/lib/views/assets.ts'
import { type OpenContext, openContext } from '../../../src/open-context.ts'
import { createReaders } from '../../../src/reader.ts'
import { type Agent, createAgent } from '../../support/agent.ts'
import { type TestClock, testClock } from '../../support/clock.ts'
import { emptyTables } from '../../support/database.ts'
import { testConfig, untilReady } from '../../support/site.ts'

/** The doors of uploads on real servers and a real disk, with members who need no log-in to come through them. */
export interface Yard {
  ctx: AppContext
  clock: TestClock
  url: string
  boardId: number
  mina: Viewer
  other: Viewer
  moderator: Viewer
  agentOf(viewer: Viewer): Agent
  aPost(post: { author: Viewer; status?: 'visible' | 'hidden' | 'deleted'; boardId?: number }): Promise<number>
  aBoard(slug: string, readLevel: number): Promise<number>
  /** Names of the files in the storage, and of those that wait in VAR_DIR/tmp. */
  stored(): Promise<string[]>
  temporary(): Promise<string[]>
}

export function useYard(): Yard {
  const yard = {} as Yard & { ctx: OpenContext }
  const viewers = new Map<string, Viewer>()
  let server: Server
  let varDir: string

  beforeAll(async () => {
    varDir = await mkdtemp(join(tmpdir(), 'madang-yard-'))
    yard.clock = testClock()
    yard.ctx = await openContext(await testConfig(varDir), 'test', { clock: yard.clock, log: createLog('silent', 'test') })
    await untilReady(yard.ctx)
    server = createServer(yardApp(yard.ctx, viewers))
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    yard.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    yard.agentOf = (viewer) => createAgent(yard.url, { headers: { 'x-viewer': String(viewer.memberId ?? '') } })
    yard.stored = () => filesIn(join(varDir, 'files'))
    yard.temporary = () => filesIn(join(varDir, 'tmp'))
    let number = 0
    yard.aPost = async ({ author, status = 'visible', boardId = yard.boardId }) => {
      number += 1
      const createdAt = yard.clock.now()
      const id = await insertPost(yard.ctx.db, { boardId, number, authorId: author.memberId ?? 0, title: '바다', hasImage: 0, createdAt })
      await yard.ctx.db('posts').where({ id }).update({ status })
      return id
    }
    yard.aBoard = async (slug, readLevel) => {
      const names = { slug, nameKo: slug, nameEn: slug }
      const groupId = (await yard.ctx.db('board_groups').first<{ id: number } | undefined>('id'))?.id
      const group = groupId ?? Number((await yard.ctx.db('board_groups').insert(names))[0])
      const [id] = await yard.ctx.db('boards').insert({ ...names, groupId: group, readLevel, createdAt: yard.clock.now() })
      await yard.ctx.memory.forget('boards')
      return Number(id)
    }
  })

  beforeEach(async () => {
    yard.clock.set(new Date())
    await emptyTables(yard.ctx.db)
    await rm(join(varDir, 'files'), { recursive: true, force: true })
    yard.boardId = await yard.aBoard('free', 1)
    const member = (memberId: number, nickname: string, moderates: number[] = []): Viewer => {
      const viewer = { memberId, nickname, level: 2, moderates: new Set(moderates), groups: new Set<number>(), adult: false }
      viewers.set(String(memberId), viewer)
      return viewer
    }
    yard.mina = member(1, 'mina')
    yard.other = member(2, '수호')
    yard.moderator = member(3, '지기', [yard.boardId])
  })

  afterAll(async () => {
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
    await yard.ctx.close()
    await rm(varDir, { recursive: true, force: true })
  })

  return yard
}

function yardApp(ctx: AppContext, viewers: ReadonlyMap<string, Viewer>): express.Application {
  const app = express()
  const readerOf = createReaders(ctx)
  app.use(securityHeaders())
  app.use((req, res, next) => {
    const viewer = viewers.get(req.get('x-viewer') ?? '') ?? guest
    Object.assign(localsOf(res), { viewer, reader: readerOf(viewer, 'ko', 'Asia/Seoul'), proveIntent: () => proveIntent(req, null) })
    next()
  })
  app.use(express.urlencoded({ extended: false }))
  for (const { router } of [uploadRoutes(ctx), partialUploadRoutes(ctx)]) app.use(router)
  app.use(errorPages(ctx, readAssets(join(import.meta.dirname, '../../../public'))))
  return app
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name)
}
