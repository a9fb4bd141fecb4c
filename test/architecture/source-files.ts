import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface SourceFile {
  path: string
  text: string
}

export const sourceFiles = (dir: string, ending: RegExp): SourceFile[] =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }))

/** `path:line: text` of each line that matches, comments left out. */
export const linesWith = (files: SourceFile[], pattern: RegExp): string[] =>
  files.flatMap(({ path, text }) =>
    text
      .split('\n')
      .map((line, index) => ({ line: line.replace(/(^|\s)(\/\/|\*|\/\*).*$/, ''), at: index + 1 }))
      .filter(({ line }) => pattern.test(line))
      .map(({ line, at }) => `${path}:${at}: ${line.trim()}`),
  )
