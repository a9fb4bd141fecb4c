import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, symlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pinOurselves } from './cores.ts'
import { type Finding, tableOf } from './findings.ts'
import { get, guestsOf, inTurn } from './readers.ts'
import { sideBySide } from './side-by-side.ts'
import { type BenchSite, projectRoot, startSite } from './site.ts'
import { spread } from './spread.ts'

const POSTS = 10_000
const PACED = { rounds: 9, seconds: 1, connections: 20 }

/** Guests' pages of two revisions in turns: each from a tree of its own, with a corpus that its own command made, on the packages installed here. */
export async function compareRevisions(revisions: readonly string[], corpora: string, say: (line: string) => void): Promise<void> {
  const [before, after] = revisions
  if (before === undefined || after === undefined) throw new Error('--compare takes two revisions')
  pinOurselves()
  const [one, other] = [await siteOf(before, corpora, say), await siteOf(after, corpora, say)]
  try {
    const found: Finding[] = []
    for (const [name, path] of pagesOf()) found.push(await besideEachOther(name, path, other, [before, one]))
    console.log(tableOf(found))
  } finally {
    await one.stop()
    await other.stop()
  }
}

async function siteOf(revision: string, corpora: string, say: (line: string) => void): Promise<BenchSite> {
  const hash = execFileSync('git', ['rev-parse', '--verify', `${revision}^{commit}`], { cwd: projectRoot, encoding: 'utf8' })
    .trim()
    .slice(0, 12)
  const folder = resolve(corpora, 'revisions', hash)
  const root = join(folder, 'tree')
  if (!existsSync(root)) {
    mkdirSync(folder, { recursive: true, mode: 0o711 })
    execFileSync('git', ['worktree', 'add', '--detach', root, hash], { cwd: projectRoot, stdio: 'ignore' })
    symlinkSync(join(projectRoot, 'node_modules'), join(root, 'node_modules'))
  }
  const varDir = join(folder, 'var')
  if (!existsSync(varDir)) {
    say(`building ${varDir}`)
    const env = { ...process.env, VAR_DIR: varDir, DATABASE_URL: '', REDIS_URL: '' }
    const args = ['src/cli/madang.ts', 'corpus', '--posts', String(POSTS), '--comments', String(POSTS * 2)]
    execFileSync(process.execPath, args, { cwd: root, env, stdio: 'ignore', timeout: 10 * 60_000 })
  }
  return startSite({ varDir, root })
}

/** Each time it is called another address, where the page is to be made anew. */
function pagesOf(): [string, () => () => string][] {
  const always = (path: string) => () => () => path
  return [
    ['home', always('/')],
    ['list, page 1', always('/free')],
    ['post', always('/free/5000')],
    ['list, cold', () => spreadOver((number) => `/free?page=${number}`, POSTS / 20 - 1)],
    ['post, cold', () => spreadOver((number) => `/free/${number}`, POSTS)],
  ]
}

function spreadOver(path: (number: number) => string, most: number): () => string {
  const next = spread(1, most)
  let asked = 0
  // Once round, the same pages are others by a part of the query that nobody reads.
  return () => `${path(next())}${path(1).includes('?') ? '&' : '?'}round=${Math.floor(asked++ / most)}`
}

async function besideEachOther(
  name: string,
  path: () => () => string,
  site: BenchSite,
  [before, earlier]: [string, BenchSite],
): Promise<Finding> {
  const driven = async ({ url }: BenchSite) => {
    const [reader, next] = [inTurn(await guestsOf(url, 20)), path()]
    return { url, request: () => get(next(), reader()) }
  }
  const { figure, floor, ratio, failures } = await sideBySide(await driven(site), await driven(earlier), PACED)
  return { name, figure, unit: '/s', floor: { name: before, figure: floor }, ratio, failures }
}
