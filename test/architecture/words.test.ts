import { expect, test } from 'vitest'
import { linesWith, sourceFiles } from './source-files.ts'

const code = sourceFiles('src', /\.ts$/)
const except = (allowed: RegExp) => code.filter(({ path }) => !allowed.test(path))

test.each([
  ['the environment is read in one file', /process\.env/, /^src\/(config\/env|private-servers\/|supervisor\/)/],
  ['secrets come from node:crypto', /Math\.random/, /^$/],
  [
    'the time comes from the clock',
    /Date\.now\(\)|new Date\(\)/,
    /^src\/(lib\/time\/clock|cli\/|corpus\/|private-servers\/|supervisor|lib\/mail\/)/,
  ],
  ['LIKE goes through escaped bindings', /whereI?[lL]ike\(/, /^$/],
  ['nothing is fetched from elsewhere', /\bfetch\(/, /^src\/private-servers\//],
  [
    'other sites are asked through the guarded fetch alone',
    /\bhttps?\.(request|get)\(|import (?!type)([\w*]|.*\b(request|get)\b).* from 'node:https?'|import\('node:https?'\)|'(undici|node:http2)'/,
    /^src\/lib\/fetch\//,
  ],
  ['nothing is evaluated but templates', /\beval\(|new Function\(|compileFunction\(|runIn\w*Context\(/, /^src\/lib\/views\/render\.ts$/],
  ['weak hashes are not used', /createHash\('(md5|sha1)'\)/, /^$/],
  ['values never become part of a statement', /raw\(\s*`[^`]*\$\{/, /^src\/corpus\//],
])('%s', (_rule, pattern, allowed) => {
  expect(code.length).toBeGreaterThan(100)
  expect(linesWith(except(allowed), pattern)).toEqual([])
})

test('SQL is written in repositories and read models', () => {
  const others = except(/\.(repository|read-models)\.ts$|^src\/(lib\/db|lib\/events|corpus)\//)
  expect(linesWith(others, /\b(db|trx)(<[^>]*>)?\(['"`]|\b(db|trx)\.(raw|from|table)\(/)).toEqual([])
})

test('read models only read', () => {
  const readers = code.filter(({ path }) => path.endsWith('.read-models.ts'))
  expect(
    linesWith(
      readers,
      /\.(insert|update|delete|del|increment|decrement|truncate)\(|\b(INSERT|UPDATE|DELETE|REPLACE)\s+(INTO|FROM|IGNORE|\w+ SET)\b/,
    ),
  ).toEqual([])
})

test('a text of the catalogue has one place: of two with one key the later would be shown in both', () => {
  const keys = sourceFiles('src/messages', /\.ts$/).flatMap(({ text }) => [...text.matchAll(/^ {2}'([^']+)':/gm)].map(([, key]) => key))
  expect(keys.length).toBeGreaterThan(1_000)
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([])
})
