import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'

export interface Assets {
  /** `/assets/<hash of public>`: changes with any file, so that everything below may be kept for ever, relative imports included. */
  base: string
  path(file: string): string
  /** Modules for browsers that packages bring, by the name under which pages find them: nobody keeps a copy of them. */
  fromPackages: ReadonlyMap<string, Buffer>
  /** `css/main.css` with its `@import`s put in place: one request instead of a waterfall. */
  stylesheet: string
}

const packageModules = [['js/web-vitals.js', 'web-vitals/dist/web-vitals.js']] as const

/** @throws when a page names a file that isn't there */
export function readAssets(publicDir: string): Assets {
  const files = listFiles(publicDir)
  const hash = createHash('sha256')
  for (const file of files) hash.update(file).update(readFileSync(join(publicDir, file)))
  const fromPackages = new Map(packageModules.map(([name, file]) => [name, readFileSync(join(publicDir, '../node_modules', file))]))
  for (const module of fromPackages.values()) hash.update(module)
  const base = `/assets/${hash.digest('base64url').slice(0, 12)}`
  const known = new Set(files)
  return {
    base,
    fromPackages,
    path(file) {
      if (!known.has(file)) throw new Error(`no asset ${file}`)
      return `${base}/${file}`
    },
    stylesheet: known.has('css/main.css') ? inlineImports(join(publicDir, 'css'), 'main.css') : '',
  }
}

function listFiles(dir: string): string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)))
    .sort()
}

const importLine = /^@import url\(['"]?([\w./-]+\.css)['"]?\)(?: layer\((\w+)\))?;$/gm

function inlineImports(dir: string, file: string): string {
  return readFileSync(join(dir, file), 'utf8').replace(importLine, (line, target: string, layer: string | undefined) => {
    if (!statSync(join(dir, target), { throwIfNoEntry: false })) return line
    const css = inlineImports(dir, target)
    return layer ? `@layer ${layer} {\n${css}\n}` : css
  })
}
