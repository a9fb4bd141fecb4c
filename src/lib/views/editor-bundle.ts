import { createHash, randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { BuildOptions } from 'esbuild'

/** Each one file for browsers: the editor of the writing page, and of it the emoji alone, for comments. */
const entries = { editor: 'index.ts', emoji: 'emoji/index.ts' } as const

export const editorBundles = (root: string): [name: string, file: Buffer][] => {
  const sources = sourcesOf(root)
  return Object.entries(entries).map(([name, entry]) => [name, bundleOf(root, `${name}-${sources}.js`, entry)])
}

/**
 * It is made when it is first asked for and kept beside the packages under what it was made of, so that one process of a clone makes it, once after each
 * update; all others read it. Where nothing may be written, each makes its own.
 */
function bundleOf(root: string, name: string, entry: string): Buffer {
  const folder = join(root, 'node_modules/.cache/madang')
  const kept = join(folder, name)
  try {
    return readFileSync(kept)
  } catch {
    const made = make(root, entry)
    keep(folder, kept, made)
    return made
  }
}

/** What it is made of: our own sources and the packages in the versions that the lock file names. */
function sourcesOf(root: string): string {
  const hash = createHash('sha256')
    .update(JSON.stringify(options))
    .update(readFileSync(join(root, 'package-lock.json')))
  const own = readdirSync(join(root, entryFolder), { recursive: true, withFileTypes: true })
  const files = own.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  for (const file of [...files, join(root, 'src/lib/html/palette.ts')].sort())
    hash.update(file.slice(root.length)).update(readFileSync(file))
  return hash.digest('base64url').slice(0, 16)
}

const entryFolder = 'src/editor'

const options = {
  bundle: true,
  format: 'esm',
  minify: true,
  legalComments: 'none',
  target: ['es2022'],
  write: false,
} satisfies BuildOptions

function make(root: string, entry: string): Buffer {
  // It brings a program of 10 MB, which no other process needs.
  const { buildSync } = createRequire(import.meta.url)('esbuild') as typeof import('esbuild')
  const [file] = buildSync({ ...options, absWorkingDir: root, entryPoints: [join(entryFolder, entry)] }).outputFiles
  if (!file) throw new Error('esbuild made nothing')
  return Buffer.from(file.contents)
}

/** Whole or not at all: two processes may do it at once. */
function keep(folder: string, kept: string, made: Buffer): void {
  const unfinished = join(folder, `.editor-${randomUUID()}`)
  try {
    mkdirSync(folder, { recursive: true })
    writeFileSync(unfinished, made)
    renameSync(unfinished, kept)
  } catch {
    // Then it is made again at the next start.
  }
}
