import { expect, test } from 'vitest'
import { routeTable } from '../../src/routes.ts'
import type { Agent } from '../support/agent.ts'
import { aBoard, aMember, aPost } from '../support/factories.ts'
import { useSite } from '../support/site.ts'
import { addressOf } from './doors.ts'

const site = useSite()

/** Stand side by side in secret comments alone: where the one is found, it leaked; by the other it is looked for. */
const CANARY = 'canaryconfided'
const HARBOUR = 'harbourword'
const fixed = { slug: 'about', group: 'community', file: 'all.xml', id: 1, version: 1, position: 1, import: 1 }

/** Every door that is read, as of this post and each of its comments, and what only a query shows. */
function addressesOf(board: string, number: number, nicknames: readonly string[]): string[] {
  const doors = routeTable(site.ctx).flatMap(({ method, path }) => (method === 'GET' && !/log-?out|setup/.test(path) ? [path] : []))
  const places = [1, 2, 3].flatMap((comment) =>
    nicknames.map((nickname) => ({ ...fixed, board, number, post: 1, comment, nickname, tag: HARBOUR })),
  )
  const post = `/${board}/${number}`
  const more = [
    ...[`/search?q=${HARBOUR}`, `/search?board=${board}&q=${HARBOUR}`, `/${board}?filter=unanswered`, `/${board}?sort=comments`],
    ...[
      '/new?tab=comments',
      '/popular?period=month',
      '/feeds/all.xml',
      `/feeds/${board}.xml`,
      `/cards/${board}/${number}.png`,
      '/sitemap.xml',
    ],
    ...nicknames.map((nickname) => `/members/${nickname}?tab=comments`),
    ...[1, 2, 3].flatMap((comment) => [`${post}/comments/write?parent=${comment}`, `${post}/comments/${comment}`]),
    ...['oldest', 'newest', 'best'].map((order) => `${post}?sort=${order}`),
    ...[`${post}/comments/since?after=0`, `${post}/comments/since?since=0`, `${post}?comments=1`],
  ]
  return [...new Set([...doors.flatMap((path) => places.map((place) => addressOf(path, place))), ...more])]
}

async function leaksTo(name: string, agent: Agent, addresses: readonly string[]): Promise<string[]> {
  const leaks: string[] = []
  for (const path of addresses) {
    for (const accept of ['text/html', 'application/json']) {
      const answer = await agent.request(encodeURI(path), { headers: { accept } })
      if (answer.status >= 500) leaks.push(`${name} ${path}: ${answer.status}`)
      if (`${[...answer.headers].join(' ')} ${await answer.text()}`.includes(CANARY)) leaks.push(`${name} ${path} as ${accept}`)
    }
  }
  return leaks
}

test('what a secret comment says stands behind no door of those whom it does not concern', async () => {
  const board = await aBoard(site, { slug: 'stalls', secretComments: true })
  const [host, buyer, passer] = [await aMember(site, '판매자'), await aMember(site, '구매자'), await aMember(site, '행인')]
  const elsewhere = await aMember(site, '딴지기', { moderates: [await aBoard(site, { slug: 'other' })] })
  const moderator = await aMember(site, '지기', { moderates: [board] })
  const post = await aPost(site, board, host, { title: '자전거 팝니다', body: '거의 새것' })
  const path = `/stalls/${post.number}`
  await buyer.agent.post(`${path}/comments`, { body: `${HARBOUR} ${CANARY} 010-0000`, secret: 'yes' })
  await host.agent.post(`${path}/comments`, { body: `${HARBOUR} ${CANARY} 또`, parent: '1' })
  await buyer.agent.post(`${path}/comments`, { body: '저요' })
  await buyer.agent.post(`${path}/comments/3/edit`, { body: `${HARBOUR} ${CANARY} 바뀐 말`, version: '1', secret: 'yes' })
  // What was not taken waits as a draft; what was reported stands before those who keep order.
  await buyer.agent.post(`${path}/comments`, { body: `${HARBOUR} ${CANARY} `.repeat(200), secret: 'yes' })
  await host.agent.post(`${path}/comments/1/report`, { reason: 'abuse', note: '' })

  // Those concerned find it: without that the search below would prove nothing.
  const found = await Promise.all([
    ...[host, buyer, moderator].map(async ({ agent }) => (await agent.get(path)).body.split(CANARY).length - 1),
    moderator.agent.get('/console/reports').then(({ body }) => body.split(CANARY).length - 1),
    buyer.agent.get('/me/drafts').then(({ body }) => Number(body.includes(CANARY))),
    buyer.agent.get('/me').then(({ body }) => Number(body.includes(CANARY))),
  ])
  expect(found).toEqual([3, 3, 3, 1, 1, 1])

  const addresses = addressesOf('stalls', post.number, ['판매자', '구매자'])
  expect([
    ...(await leaksTo('guest', site.visitor(), addresses)),
    ...(await leaksTo('passer-by', passer.agent, addresses)),
    ...(await leaksTo('moderator of another board', elsewhere.agent, addresses)),
  ]).toEqual([])
  // Nor do lists that anybody reads show it to those who may read it where it stands.
  const open = addresses.filter((at) => /^\/($|new|popular|search|feeds|members|sitemap|tags|\w+\?|stalls$)/.test(at))
  expect([...(await leaksTo('post author', host.agent, open)), ...(await leaksTo('moderator', moderator.agent, open))]).toEqual([])
  expect((await site.visitor().get('/members/구매자')).texts('.tiles dd')).toEqual(['0', '0'])
}, 240_000)
