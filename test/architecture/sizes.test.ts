import { expect, test } from 'vitest'
import { sourceFiles } from './source-files.ts'

const longerThan = (dir: string, ending: RegExp, lines: number) =>
  sourceFiles(dir, ending)
    .map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
    .filter((file) => file.lines > lines)

test.each([
  ['src', /\.ts$/, 200],
  ['views', /\.ejs$/, 80],
  ['public/js', /\.js$/, 100],
  ['public/css', /\.css$/, 250],
  ['test', /\.ts$/, 300],
])('no file of %s %s is longer than %i lines: one that is, is two', (dir, ending, lines) => {
  // Texts are data: a catalogue of sentences is read by searching, not from top to bottom.
  expect(longerThan(dir, ending, lines).filter(({ path }) => !/^src\/(messages|corpus\/texts)\//.test(path))).toEqual([])
})
