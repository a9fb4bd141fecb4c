import { accessSync, constants, existsSync, readdirSync, readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

const FOLDERS = ['/usr/sbin', '/usr/bin', '/usr/local/sbin', '/usr/local/bin', '/opt/homebrew/bin', '/sbin', '/bin']
const MARIADB_PLUGINS = ['/usr/lib/mysql/plugin', '/usr/lib64/mysql/plugin', '/usr/lib/mariadb/plugin', '/opt/homebrew/lib/plugin']
const KOREAN_FONTS = ['/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc', '/usr/share/fonts/truetype/nanum', '/System/Library/Fonts']

export function hasProgram(...names) {
  const folders = [...new Set([...(process.env.PATH ?? '').split(':'), ...FOLDERS])].filter(Boolean)
  return names.some((name) => folders.some((folder) => isExecutable(join(folder, name))))
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function hasPlaywrightBrowser() {
  const cache = process.platform === 'darwin' ? 'Library/Caches/ms-playwright' : '.cache/ms-playwright'
  const folder = process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(homedir(), cache)
  return existsSync(folder) && readdirSync(folder).some((name) => name.startsWith('chromium'))
}

/** As the site reads it: the environment first, then `.env`; an empty value is none. */
function isConfigured(root, name, forTests) {
  if (name in process.env) return process.env[name].trim() !== ''
  // `.env` is the site's: tests never touch the servers that it names.
  if (forTests) return false
  const file = join(root, '.env')
  const line = new RegExp(`^\\s*(?:export\\s+)?${name}\\s*=\\s*["']?[^"'\\s#]`, 'm')
  return existsSync(file) && line.test(readFileSync(file, 'utf8'))
}

/** In the order in which they are brought. `optional`: the site runs without it, less well. */
export function missingPrograms(root, forTests) {
  const missing = []
  if (!isConfigured(root, 'DATABASE_URL', forTests)) {
    if (!hasProgram('mariadbd', 'mysqld') || !hasProgram('mariadb-install-db')) missing.push(MARIADB)
    if (!MARIADB_PLUGINS.some((folder) => existsSync(join(folder, 'ha_mroonga.so')))) missing.push(MROONGA)
  }
  if (!isConfigured(root, 'REDIS_URL', forTests) && !hasProgram('redis-server')) missing.push(REDIS)
  if (forTests && !hasProgram('chromium', 'chromium-browser', 'google-chrome') && !hasPlaywrightBrowser()) missing.push(CHROMIUM)
  if (forTests && !KOREAN_FONTS.some((path) => existsSync(path))) missing.push(KOREAN_FONT)
  return missing.filter((program) => !program.optional || !existsSync(withoutMark(root, program)))
}

/** Asked for once in vain: not again at every start, but again when the npm packages change. */
export const withoutMark = (root, program) => join(root, `node_modules/.without-${program.apt}`)

const MARIADB = { name: 'MariaDB', why: 'the data of the site', apt: 'mariadb-server', brew: 'mariadb' }
const MROONGA = { name: 'Mroonga', why: 'search in Korean text', apt: 'mariadb-plugin-mroonga', brew: null, optional: true }
const REDIS = { name: 'Redis', why: 'sessions and jobs', apt: 'redis-server', brew: 'redis' }
const CHROMIUM = { name: 'Chromium', why: 'the browser tests', apt: 'chromium', brew: null, playwright: 'chromium' }
const KOREAN_FONT = { name: 'a Korean font', why: 'screenshots of the tests', apt: 'fonts-noto-cjk', brew: null, optional: true }
