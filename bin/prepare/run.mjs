import { spawn } from 'node:child_process'

/** What a person can act on; its message is shown alone, without a stack. */
export class Unprepared extends Error {}

export const say = (message) => console.log(`prepare: ${message}`)

export function announce(programs, by) {
  for (const { name, why } of programs) say(`bringing ${name}, for ${why} (${by}) …`)
}

const INTERRUPTED = 130

/** The scripts' PATH begins with node_modules/.bin, whose node disappears while `npm ci` works. */
const pathWithoutNodeModules = () =>
  (process.env.PATH ?? '')
    .split(':')
    .filter((folder) => !folder.endsWith('node_modules/.bin'))
    .join(':')

/** Runs one command in its own process group, so that the time limit ends its children too. */
export async function run(command, args, { minutes, cwd, env = {} }) {
  if (process.exitCode === INTERRUPTED) throw new Unprepared('interrupted')
  const shown = [command, ...args].join(' ')
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, PATH: pathWithoutNodeModules(), ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    })
    let output = ''
    const keep = (chunk) => {
      output = (output + chunk).slice(-4000)
    }
    child.stdout.on('data', keep)
    child.stderr.on('data', keep)
    let late = false
    const timer = setTimeout(() => {
      late = true
      endGroup(child.pid, 'SIGKILL')
    }, minutes * 60_000)
    const passOn = (signal) => {
      endGroup(child.pid, signal)
      process.exitCode = INTERRUPTED
    }
    process.on('SIGINT', passOn).on('SIGTERM', passOn)
    const done = () => {
      clearTimeout(timer)
      process.off('SIGINT', passOn).off('SIGTERM', passOn)
    }
    child.on('error', (error) => {
      done()
      reject(new Unprepared(`cannot run \`${shown}\`: ${error.message}`))
    })
    child.on('close', (code) => {
      done()
      if (code === 0) return resolve()
      const why = late ? `took longer than ${minutes} minutes` : `ended with status ${code}`
      reject(new Unprepared(`\`${shown}\` ${why}.\n${output.trim()}`))
    })
  })
}

function endGroup(pid, signal) {
  try {
    process.kill(-pid, signal)
  } catch {
    // It ended by itself meanwhile.
  }
}
