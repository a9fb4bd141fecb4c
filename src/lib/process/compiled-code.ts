import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { projectRoot } from '../../config/env.ts'

/**
 * Where Node keeps what it made of each file: types stripped, and compiled. It is held against the file's text and Node's version, so an
 * update finds nothing old. Beside the packages and not under VAR_DIR: every site of this clone shares it, no backup takes it along, and
 * `npm ci` clears it. Where nothing may be written there, nothing is kept.
 */
const folder = join(projectRoot, 'node_modules/.cache/madang')

/** For what this process imports from now on. */
export const keepCompiledCode = () => void enableCompileCache(folder)

/** For another Node from its first line on. */
export const keepingCompiledCode = { NODE_COMPILE_CACHE: folder }
