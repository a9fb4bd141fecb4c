import { randomBytes } from 'node:crypto'
import { chmod, link, mkdir, open, readFile, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from './config.ts'

/** Signs the session cookies: the configured one, else the one that this site made for itself at its first start. */
export async function sessionSecret(config: Pick<Config, 'sessionSecret' | 'varDir'>): Promise<string> {
  if (config.sessionSecret !== null) return config.sessionSecret
  const path = join(config.varDir, 'session-secret')
  return (await readSecret(path)) ?? (await makeSecret(path))
}

async function readSecret(path: string): Promise<string | null> {
  try {
    const secret = (await readFile(path, 'utf8')).trim()
    if (secret.length < 32) throw new Error(`${path} is damaged. Remove it to have a new one made; everyone is then logged out.`)
    // A restored backup may have opened it up; who may read it but does not own it leaves it as it is.
    await chmod(path, 0o600).catch(() => undefined)
    return secret
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** Web and worker may both be first. A link appears whole or not at all, and one only: the later one reads the earlier's. */
async function makeSecret(path: string): Promise<string> {
  const secret = randomBytes(32).toString('base64url')
  const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`
  await mkdir(join(path, '..'), { recursive: true })
  const file = await open(draft, 'wx', 0o600)
  try {
    await file.writeFile(`${secret}\n`)
    await file.sync()
    await link(draft, path)
    return secret
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    return (await readSecret(path)) ?? secret
  } finally {
    await file.close()
    await unlink(draft)
  }
}
