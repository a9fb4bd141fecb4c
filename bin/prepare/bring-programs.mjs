import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { bringByApt } from './apt.mjs'
import { hasProgram } from './programs.mjs'
import { announce, run, say, Unprepared } from './run.mjs'

const isRoot = () => process.getuid?.() === 0

export async function bringPrograms(root, programs) {
  const rest = await bringBrowser(root, programs)
  if (rest.length === 0) return
  if (hasProgram('apt-get') && isRoot()) return bringByApt(root, rest)
  const byBrew = rest.filter((program) => program.brew)
  if (process.platform === 'darwin' && hasProgram('brew') && byBrew.length > 0) {
    announce(byBrew, 'brew')
    await run('brew', ['install', ...byBrew.map((program) => program.brew)], { minutes: 30 })
  }
  const left = process.platform === 'darwin' && hasProgram('brew') ? rest.filter((program) => !program.brew) : rest
  nameTheCommand(left)
}

/** Ubuntu's chromium package is a snap, which a test run as root cannot drive: there Playwright's own build is brought. */
async function bringBrowser(root, programs) {
  const browser = programs.find((program) => program.playwright)
  const debian = existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'))
  if (!browser || debian) return programs
  announce([browser], 'Playwright')
  const withLibraries = process.platform === 'linux' && isRoot() ? ['--with-deps'] : []
  const cli = join(root, 'node_modules/playwright-core/cli.js')
  await run(process.execPath, [cli, 'install', ...withLibraries, browser.playwright], { minutes: 15 })
  return programs.filter((program) => program !== browser)
}

function nameTheCommand(programs) {
  if (programs.length === 0) return
  const names = programs.map((program) => program.apt).join(' ')
  const needed = programs.filter((program) => !program.optional)
  const command =
    process.platform === 'darwin'
      ? `brew install ${programs.map((program) => program.brew ?? program.name).join(' ')}`
      : `sudo apt-get install -y ${names}`
  const why = programs.map((program) => `${program.name} (${program.why})`).join(', ')
  if (needed.length === 0) return say(`without ${why}. To have it: ${command}`)
  throw new Unprepared(
    `needs ${why} and may not install it. Run this, or its like on your system, then start again:\n  ${command}\n` +
      'Servers that you run elsewhere do as well: set DATABASE_URL and REDIS_URL.',
  )
}
