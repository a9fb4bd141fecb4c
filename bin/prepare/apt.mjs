import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { withLock } from './lock.mjs'
import { hasProgram, withoutMark } from './programs.mjs'
import { announce, run, say } from './run.mjs'

const POLICY = '/usr/sbin/policy-rc.d'
const MARK = '# written by madang prepare'
const SERVICES = { 'mariadb-server': 'mariadb', 'redis-server': 'redis-server' }

/** The machine has one apt: clones that prepare at once take turns. In /run, where only root writes. */
export const bringByApt = (root, programs) => withLock('/run/madang-apt.lock', () => installQuietly(root, programs))

async function installQuietly(root, programs) {
  announce(programs, 'apt')
  const removePolicy = forbidServices()
  try {
    await install(programs.filter((program) => !program.optional))
    for (const program of programs.filter((one) => one.optional)) {
      await install([program]).catch(() => goOnWithout(root, program))
    }
  } finally {
    removePolicy()
  }
  await keepServicesOff(programs)
}

function goOnWithout(root, program) {
  say(`${program.name} is not to be had here; going on without it`)
  writeFileSync(withoutMark(root, program), '')
}

async function install(programs) {
  if (programs.length === 0) return
  const names = programs.map((program) => program.apt)
  const apt = (...args) =>
    run('apt-get', ['-q', '-y', '-o', 'DPkg::Lock::Timeout=300', ...args], {
      minutes: 20,
      env: { DEBIAN_FRONTEND: 'noninteractive', MADANG_PREPARE: '1' },
    })
  try {
    await apt('install', '--no-install-recommends', ...names)
  } catch {
    say('refreshing the list of packages (apt-get update) …')
    await apt('update')
    await apt('install', '--no-install-recommends', ...names)
  }
}

/**
 * The site runs servers of its own, so the packages' services must not start. Only what our apt installs is meant, known by
 * an environment variable: were this process killed, its apt would go on, and the file would remove itself later.
 */
function forbidServices() {
  const ours = existsSync(POLICY) && readFileSync(POLICY, 'utf8').includes(MARK)
  if (existsSync(POLICY) && !ours) return () => {}
  const policy = [
    '#!/bin/sh',
    MARK,
    '[ -n "$MADANG_PREPARE" ] && exit 101',
    `kill -0 ${process.pid} 2>/dev/null || rm -f ${POLICY}`,
    'exit 0',
    '',
  ]
  writeFileSync(POLICY, policy.join('\n'), { mode: 0o755 })
  const remove = () => rmSync(POLICY, { force: true })
  process.on('exit', remove)
  return remove
}

/** Left by a prepare that was killed while its apt went on to a good end. */
export function removeLeftPolicy() {
  if (!existsSync(POLICY)) return
  const [, pid] = readFileSync(POLICY, 'utf8').match(new RegExp(`${MARK}\\n[^]*kill -0 (\\d+)`)) ?? []
  if (pid && process.getuid?.() === 0 && !existsSync(`/proc/${pid}`)) rmSync(POLICY, { force: true })
}

/** Nor at the next boot. Only what was installed just now: a service that was there before is somebody's. */
async function keepServicesOff(programs) {
  if (!existsSync('/run/systemd/system') || !hasProgram('systemctl')) return
  for (const { apt } of programs) {
    const service = SERVICES[apt]
    if (service) await run('systemctl', ['disable', service], { minutes: 1 }).catch(() => say(`could not disable the service ${service}`))
  }
}
