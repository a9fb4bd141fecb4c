import { beforeEach, describe, expect, test } from 'vitest'
import { flushViews } from '../../src/features/posts/posts.jobs.ts'
import { changeSettings } from '../../src/features/settings/settings.service.ts'
import { settled } from '../features/visits/counting.ts'
import type { Agent } from '../support/agent.ts'
import { aMember, aPost, firstBoards, type Person } from '../support/factories.ts'
import { useSite } from '../support/site.ts'

const site = useSite()
let mina: Person
let boards: Awaited<ReturnType<typeof firstBoards>>

beforeEach(async () => {
  boards = await firstBoards(site)
  mina = await aMember(site, '미나')
  await aPost(site, boards.free, mina, { title: '첫 글' })
})

const withoutCounter = (html: string) => html.replace(/<section[^>]* data-visits>[\s\S]*?<\/section>/, '')

/** Statements that a request took, those of the visitor counter aside. */
async function statementsOf<T>(work: () => Promise<T>): Promise<{ answer: T; count: number }> {
  let count = 0
  const listen = ({ sql }: { sql: string }) => {
    if (!/visit|job_marks|^(BEGIN|COMMIT)|`settings`/.test(sql)) count += 1
  }
  site.ctx.db.on('query', listen)
  const answer = await work()
  site.ctx.db.removeListener('query', listen)
  return { answer, count }
}

describe('what guests read', () => {
  test.each(['/', '/free', '/free/1', '/terms', '/search?q=nowhere', '/login'])(
    '%s is made once and then the same, to the byte',
    async (path) => {
      const first = await site.visitor().get(path)
      const { answer, count } = await statementsOf(() => site.visitor().get(path))
      expect([answer.status, count]).toEqual([200, 0])
      expect(answer.body).toBe(first.body)
      site.ctx.content.move()
      const fresh = await site.visitor().get(path)
      expect(withoutCounter(fresh.body)).toBe(withoutCounter(answer.body))
      for (const name of ['content-type', 'cache-control', 'vary', 'content-security-policy'])
        expect([name, answer.headers.get(name)]).toEqual([name, fresh.headers.get(name)])
    },
  )

  test('fifty who ask at once for a page that nobody has asked for yet make it once', async () => {
    await site.visitor().get('/free')
    site.ctx.content.move()
    const { answer, count } = await statementsOf(() => Promise.all(Array.from({ length: 50 }, () => site.visitor().get('/free'))))
    expect(new Set(answer.map(({ body }) => body)).size).toBe(1)
    expect(count).toBeLessThanOrEqual(3)
  })

  test('a browser that still has the page is told so', async () => {
    const first = await site.visitor().request('/free')
    const etag = first.headers.get('etag') ?? ''
    expect(etag).toMatch(/^W\/"[\w-]{22}"$/)
    // As a browser asks; fetch by itself would want a new copy.
    const asking = { headers: { 'if-none-match': etag, 'cache-control': 'max-age=0' } }
    const again = await site.visitor().request('/free', asking)
    expect([again.status, await again.text(), again.headers.get('content-encoding')]).toEqual([304, '', null])
    await aPost(site, boards.free, mina)
    expect((await site.visitor().request('/free', asking)).status).toBe(200)
  })

  test.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, gzip', 'gzip'],
    ['identity', null],
    ['', null],
  ])('who accepts "%s" gets %s, the first time and the second', async (accepted, encoding) => {
    const plain = await (await site.visitor().request('/free')).text()
    site.ctx.content.move()
    for (let times = 0; times < 2; times += 1) {
      const answer = await site.visitor().request('/free', { headers: { 'accept-encoding': accepted } })
      expect([answer.headers.get('content-encoding'), answer.headers.get('vary')]).toEqual([
        encoding,
        'Accept-Language, Cookie, Accept-Encoding',
      ])
      expect(withoutCounter(await answer.text())).toBe(withoutCounter(plain))
    }
  })
})

describe('what was changed is seen with the next page', () => {
  const look = async () => (await site.visitor().get('/free/1')).body

  test('by members, through the door', async () => {
    await look()
    const page = await mina.agent.get('/free/1')
    await mina.agent.submit(page, '#comment-form', { body: '방금 쓴 댓글' })
    expect(await look()).toContain('방금 쓴 댓글')
    await mina.agent.submit(await mina.agent.get('/free/1/edit'), '#post-form', { title: '고친 제목' })
    expect(await look()).toContain('고친 제목')
  })

  test('by the owner: settings and boards', async () => {
    await look()
    await changeSettings(site.ctx, mina.viewer, { siteNameKo: '새 이름의 마당' })
    expect(await look()).toContain('새 이름의 마당')
    await site.ctx.db('boards').where({ slug: 'free' }).update({ nameKo: '열린방' })
    await site.ctx.memory.forget('boards')
    expect(await look()).toContain('열린방')
  })

  test('by a job, by a command, by whoever writes to the database', async () => {
    await look()
    await site.ctx.db('posts').update({ viewCount: 4_321 })
    expect(await look()).toContain('4,321')
    await site.ctx.db.transaction((trx) => trx('posts').update({ viewCount: 5_432 }))
    expect(await look()).toContain('5,432')
  })

  test('a page that was begun before a change is not kept after it', async () => {
    site.ctx.content.move()
    const move = ({ sql }: { sql: string }) => {
      if (/from `posts`/.test(sql)) site.ctx.content.move()
    }
    site.ctx.db.on('query', move)
    await look()
    site.ctx.db.removeListener('query', move)
    expect((await statementsOf(look)).count).toBeGreaterThan(0)
    expect((await statementsOf(look)).count).toBe(0)
  })
})

describe('kept pages count', () => {
  test('as views of their post and as page views, each reader for themselves', async () => {
    await settled(site)
    // A day of their own, on which nobody was here before, and no midnight comes between two of them.
    site.clock.set('2031-05-05T03:00:00Z')
    const readers: Agent[] = [site.visitor(), site.visitor(), site.visitor()]
    for (const [index, reader] of readers.entries()) {
      reader.headers['user-agent'] = `Mozilla/5.0 (X11; Linux x86_64; rv:${130 + index}.0) Gecko/20100101 Firefox/${130 + index}.0`
      const { count } = await statementsOf(() => reader.get('/free/1'))
      if (index > 0) expect(count).toBe(0)
      await reader.get('/free/1')
    }
    expect(await settled(site)).toEqual({ visitors: 3, pageViews: 6 })
    await flushViews(site.ctx)
    expect((await site.ctx.db('posts').first('viewCount'))?.viewCount).toBe(3)
    expect((await site.visitor().get('/free/1')).text('.facts')).toContain('조회 3')
  })

  test('each visitor gets a cookie of their own', async () => {
    const cookies = new Set<string | undefined>()
    for (let times = 0; times < 3; times += 1) {
      const reader = site.visitor()
      await reader.get('/free')
      cookies.add(reader.cookies.get('visitor'))
    }
    expect(cookies.has(undefined)).toBe(false)
    expect(cookies.size).toBe(3)
  })
})
