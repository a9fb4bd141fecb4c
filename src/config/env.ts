import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseEnv } from 'node:util'

export type Environment = Record<string, string | undefined>

/** The clone's folder: `.env` stands there, and a relative VAR_DIR is counted from there, wherever one starts from. */
export const projectRoot = resolve(import.meta.dirname, '../..')

/** The only reader of the environment. What is set there goes before what `.env` says. */
export const readEnvironment = (): Environment => ({ ...readDotEnv(resolve(projectRoot, '.env')), ...process.env })

function readDotEnv(path: string): Environment {
  try {
    return parseEnv(readFileSync(path, 'utf8'))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {}
    throw error
  }
}
