import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from './site.ts'

export const PASSWORD = 'quiet-lanterns-7'
export const BENCH_MEMBERS = 250
/** Number 0 is who the log-in is measured with. */
export const benchLogin = (number: number) => `bench${number}`

export const filledFile = 'bench-corpus.json'

export interface Filled {
  posts: number
  boards: number
  /** null: it stood already. */
  postsPerSecond: number | null
}

export interface Corpus extends Filled {
  varDir: string
}

const BUILD_WITHIN_MS = 20 * 60_000

/** A site's folder with so many posts, twice as many comments; built when it isn't there. */
export async function corpusOf(folder: string, posts: number, boards: number, say: (line: string) => void): Promise<Corpus> {
  const varDir = join(folder, `${posts}-posts-${boards === 1 ? 'one-board' : `${boards}-boards`}`)
  if (!existsSync(join(varDir, filledFile))) {
    say(`building ${varDir}: ${posts.toLocaleString('en')} posts, ${(posts * 2).toLocaleString('en')} comments`)
    mkdirSync(varDir, { recursive: true, mode: 0o711 })
    await run(join(import.meta.dirname, 'fill-site.ts'), ['--posts', String(posts), '--boards', String(boards)], varDir)
  }
  return { ...(JSON.parse(readFileSync(join(varDir, filledFile), 'utf8')) as Filled), varDir }
}

async function run(script: string, args: readonly string[], varDir: string): Promise<void> {
  const env = { ...process.env, VAR_DIR: varDir, DATABASE_URL: '', REDIS_URL: '' }
  const child = spawn(process.execPath, [script, ...args], { cwd: projectRoot, env, stdio: 'inherit', timeout: BUILD_WITHIN_MS })
  const status = await new Promise((resolve) => child.once('exit', (code, signal) => resolve(code ?? signal)))
  if (status !== 0) throw new Error(`${script} ended with ${status}`)
}
