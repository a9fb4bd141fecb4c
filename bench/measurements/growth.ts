import type { Request } from 'autocannon'
import type { Bench } from '../bench.types.ts'
import { corpusOf } from '../corpora.ts'
import type { Finding } from '../findings.ts'
import { get, inTurn, membersOf } from '../readers.ts'
import { sideBySide } from '../side-by-side.ts'
import { startSite } from '../site.ts'
import { spread } from '../spread.ts'
import { lastPage } from './guests.ts'

const BOARDS = 100

/** How the cost of a page grows with what lies behind it: members' pages, which are made each time. The ratio is of times: of the larger to the smaller. */
export async function measureGrowth(bench: Bench): Promise<Finding[]> {
  const { site, members, posts } = bench
  const member = inTurn(members)
  const pages = spread(1, lastPage(bench))
  const few = spread(1, 49)
  const at = (path: () => string) => ({ url: site.url, request: () => get(path(), member()) })
  const last = lastPage(bench)
  const found = [
    await timesAs(
      bench,
      `list, page ${last.toLocaleString('en')}`,
      1.3,
      at(() => `/free?page=${last}`),
      ['page 1', at(() => '/free')],
    ),
    await timesAs(
      bench,
      `list of ${posts.toLocaleString('en')} posts, any page`,
      1.15,
      at(() => `/free?page=${pages()}`),
      ['of 1,000', at(() => `/small?page=${few()}`)],
    ),
    await timesAs(
      bench,
      'post with 10,000 comments',
      2,
      at(() => '/threads/1'),
      ['with 100', at(() => '/threads/2')],
    ),
  ]
  return bench.quick
    ? found
    : [
        ...found,
        await overManyBoards(
          bench,
          at(() => `/free?page=${pages()}`),
        ),
      ]
}

type Driven = { url: string; request: () => Request }

async function timesAs(bench: Bench, name: string, atMost: number, large: Driven, [smallName, small]: [string, Driven]): Promise<Finding> {
  const { figure, floor, ratio, failures } = await sideBySide(large, small, bench.paced)
  return { name, figure, unit: '/s', floor: { name: smallName, figure: floor }, ratio: 1 / ratio, goal: { atMost }, failures }
}

/** A second site, with as many posts over a hundred boards. */
async function overManyBoards(bench: Bench, large: Driven): Promise<Finding> {
  const corpus = await corpusOf(bench.corpora, bench.posts, BOARDS, console.error)
  const spreadOut = await startSite({ varDir: corpus.varDir })
  try {
    const member = inTurn(await membersOf(spreadOut.url, bench.members.length))
    const boards = spread(1, BOARDS)
    const pages = spread(1, Math.floor(bench.posts / BOARDS / 20))
    const small = { url: spreadOut.url, request: () => get(`/b${boards()}?page=${pages()}`, member()) }
    return await timesAs(bench, 'list, all posts in one board', 1.15, large, [`in ${BOARDS} boards`, small])
  } finally {
    await spreadOut.stop()
  }
}
