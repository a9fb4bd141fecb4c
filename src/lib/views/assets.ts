import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { editorBundles } from './editor-bundle.ts'

export interface Asset {
  bytes: Buffer
  /** Changes with any file of its folder. */
  hash: string
}

export interface Assets {
  /**
   * The address of a file of `public/`: `/assets/<hash of its first folder>/js/main.js`. So it may be kept for ever, relative imports
   * included, and fonts that are in a browser already stay there when a style sheet changes.
   * @throws when a page names a file that isn't there
   */
  path(file: string): string
  /** Everything that is served, by its address. */
  byAddress: ReadonlyMap<string, Asset>
}

/** Modules for browsers that packages bring, by the name under which pages find them: nobody keeps a copy of them. */
const altcha = ['pow.js', 'helpers.js', 'types.js', 'algorithms/web/pbkdf2.js']
const packageModules: readonly (readonly [string, string])[] = [
  ['js/web-vitals.js', 'web-vitals/dist/web-vitals.js'],
  ...altcha.map((file) => [`js/altcha/${file}`, `altcha-lib/dist/esm/v2/${file}`] as const),
]

export function readAssets(publicDir: string): Assets {
  const files = new Map<string, Buffer>(listFiles(publicDir).map((file) => [file, readFileSync(join(publicDir, file))]))
  for (const [name, file] of packageModules) files.set(name, readFileSync(join(publicDir, '../node_modules', file)))
  for (const [name, bundle] of editorBundles(join(publicDir, '..'))) files.set(`js/${name}.js`, bundle)
  for (const sheet of ['main.css', 'editor.css', 'comment-form.css', 'console-pages.css'])
    if (files.has(`css/${sheet}`)) files.set(`css/${sheet}`, Buffer.from(inlineImports(join(publicDir, 'css'), sheet)))
  const hashes = hashFolders(files)
  const hashOf = (file: string) => hashes.get(folderOf(file)) ?? ''
  const addressOf = (file: string) => `/assets/${hashOf(file)}/${file}`
  return {
    path(file) {
      if (!files.has(file)) throw new Error(`no asset ${file}`)
      return addressOf(file)
    },
    byAddress: new Map([...files].map(([file, bytes]) => [addressOf(file), { bytes, hash: hashOf(file) }])),
  }
}

const folderOf = (file: string): string => file.split('/')[0] ?? ''

function hashFolders(files: ReadonlyMap<string, Buffer>): ReadonlyMap<string, string> {
  const hashes = new Map([...files.keys()].map((file) => [folderOf(file), createHash('sha256')]))
  for (const [file, bytes] of files) hashes.get(folderOf(file))?.update(file).update(bytes)
  return new Map([...hashes].map(([folder, hash]) => [folder, hash.digest('base64url').slice(0, 12)]))
}

function listFiles(dir: string): string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)))
    .sort()
}

const importLine = /^@import url\(['"]?([\w./-]+\.css)['"]?\)(?: layer\((\w+)\))?;$/gm

/** A sheet with its `@import`s put in place: one request instead of a waterfall. What is only for us to read stays here. */
function inlineImports(dir: string, file: string): string {
  return bare(readFileSync(join(dir, file), 'utf8')).replace(importLine, (line, target: string, layer: string | undefined) => {
    if (!existsSync(join(dir, target))) return line
    const css = inlineImports(dir, target)
    return layer ? `@layer ${layer} {\n${css}\n}` : css
  })
}

/** Without comments and indentation: a fifth of what a first visit waits for. */
const bare = (css: string): string => css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\n\s*/g, '\n')
